import type pg from 'pg';

/** Sections whose wording differs between PostgreSQL's versions. */
export const VERSION_DEPENDENT = /^view definition /;

const SECTIONS: Readonly<Record<string, string>> = {
  column: `
    SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' END,
                  CASE WHEN a.attidentity <> '' THEN ' identity' WHEN d.oid IS NOT NULL THEN ' default ' || pg_get_expr(d.adbin, d.adrelid) END) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped`,
  // From version 18 on, NOT NULL is a constraint as well; it is in the columns above.
  constraint: `
    SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'`,
  index: `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'`,
  security: `
    SELECT format('%s %s %s', relname, CASE WHEN relrowsecurity THEN 'enabled' ELSE 'off' END, CASE WHEN relforcerowsecurity THEN 'forced' END) AS line
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  policy: `
    SELECT format('%s %s %s %s %s using %s check %s', tablename, policyname, permissive, roles, cmd, regexp_replace(qual, '\\s+', ' ', 'g'),
      regexp_replace(with_check, '\\s+', ' ', 'g')) AS line
    FROM pg_policies WHERE schemaname = 'public'`,
  grant: `
    SELECT format('%s %s: %s', c.relname, x.grantee::regrole, string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)) AS line
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) x
    WHERE c.relnamespace = 'public'::regnamespace AND x.grantee <> c.relowner GROUP BY c.relname, x.grantee`,
  'default grant': `
    SELECT format('%s %s: %s', d.defaclobjtype, x.grantee::regrole, string_agg(x.privilege_type, ', ' ORDER BY x.privilege_type)) AS line
    FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(d.defaclacl) x
    WHERE d.defaclnamespace = 'public'::regnamespace AND x.grantee <> d.defaclrole GROUP BY d.defaclobjtype, x.grantee`,
  'view definition': `
    SELECT format('%s %s', relname, regexp_replace(pg_get_viewdef(oid), '\\s+', ' ', 'g')) AS line
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'`,
};

/** Everything about the schema that the migrations decide, one fact a line, in an order that does not depend on the server. */
export async function readCatalogue(client: pg.Client): Promise<string[]> {
  const lines: string[] = [];
  for (const [section, query] of Object.entries(SECTIONS)) {
    const { rows } = await client.query<{ line: string }>(query);
    lines.push(...rows.map((row) => `${section} ${row.line.trim()}`).sort());
  }
  return lines;
}
