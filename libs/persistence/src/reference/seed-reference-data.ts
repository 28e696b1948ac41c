import type { Sql } from '../transaction/sql.js';
import { ASSESSMENT_SCALES } from './assessment-scale.js';
import { AFFECTED_GROUPS } from './affected-group.js';
import { DIMENSIONS } from './dimension.js';
import { FOLLOW_UP_RULES } from './follow-up-rule.js';
import { SDG_TARGETS } from './sdg-target.js';
import { THEMES } from './theme.js';
import { INSTRUMENTS, MECHANISMS } from './treaty-body.js';

/**
 * Writes the shared vocabularies, or brings them up to this version. Repeating it changes nothing; what an installation has
 * added of its own is left alone.
 */
export async function seedReferenceData(sql: Sql): Promise<void> {
  await upsert(sql, 'mechanism', ['code'], MECHANISMS);
  await upsert(
    sql,
    'instrument',
    ['code'],
    INSTRUMENTS.map(({ mechanismCode, reportedWithin, ...instrument }) => ({
      ...instrument,
      mechanism_code: mechanismCode,
      reported_within: reportedWithin?.code ?? null,
      reported_within_article: reportedWithin?.article ?? null,
    })),
  );
  await upsert(
    sql,
    'follow_up_rule',
    ['code'],
    FOLLOW_UP_RULES.map((rule, index) =>
      placed(
        {
          code: rule.code,
          mechanism_code: rule.mechanism,
          instrument_code: rule.instrument,
          purpose: rule.purpose,
          valid_from: rule.validFrom,
          valid_until: rule.validUntil,
          offset_duration: rule.offset,
          items_from: rule.itemsFrom,
          items_to: rule.itemsTo,
          certainty: rule.certainty,
          doubtful: rule.doubtful,
          basis: rule.basis,
          source: rule.source,
        },
        index,
      ),
    ),
  );
  await upsert(
    sql,
    'assessment_scale',
    ['code'],
    ASSESSMENT_SCALES.map((scale, index) =>
      placed(
        {
          code: scale.code,
          mechanism_code: scale.mechanism,
          version: scale.version,
          name: scale.name,
          valid_from: scale.validFrom,
          valid_until: scale.validUntil,
          doubtful: scale.doubtful,
          source: scale.source,
        },
        index,
      ),
    ),
  );
  await upsert(
    sql,
    'assessment_grade',
    ['scale_code', 'code'],
    ASSESSMENT_SCALES.flatMap((scale) =>
      scale.grades.map(({ code, name }, index) => placed({ scale_code: scale.code, code, name }, index)),
    ),
  );
  await upsert(sql, 'theme', ['code'], THEMES.map(placed));
  await upsert(sql, 'affected_group', ['code'], AFFECTED_GROUPS.map(placed));
  await upsert(sql, 'sdg_target', ['code'], SDG_TARGETS.map(placed));
  await upsert(
    sql,
    'dimension',
    ['code'],
    DIMENSIONS.map(({ code, name }, index) => placed({ code, name }, index)),
  );
  await upsert(
    sql,
    'category',
    ['dimension_code', 'code'],
    DIMENSIONS.flatMap((dimension) =>
      dimension.categories.map((category, index) =>
        placed({ codes: {}, ...category, dimension_code: dimension.code }, index),
      ),
    ),
  );
}

function placed<Row extends object>(row: Row, index: number): Row & { position: number } {
  return { ...row, position: index + 1 };
}

/** The rows' properties are the columns; the statement is built from names in this folder only. */
async function upsert(
  sql: Sql,
  table: string,
  key: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const changing = columns.filter((column) => !key.includes(column));
  await sql.execute(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE (${changing.map((column) => `${table}.${column}`).join(', ')}) IS DISTINCT FROM (${changing.map((column) => `excluded.${column}`).join(', ')})`,
    [JSON.stringify(rows)],
  );
}
