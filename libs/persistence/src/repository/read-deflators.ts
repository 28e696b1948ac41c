import type { DeflatorTable } from '#domain';

import type { Sql } from '../transaction/record-database.js';

export interface SourcedDeflator extends DeflatorTable {
  /** Codes of the sources that its years are from. */
  readonly sources: readonly string[];
}

const RELATIONS = {
  deflator: `(SELECT DISTINCT ON (x.currency, x.base_year, x.fiscal_year) x.state_id, x.currency, x.base_year, x.fiscal_year, x.price_index,
      c.code AS source_code FROM deflator x JOIN source c ON c.state_id = x.state_id AND c.id = x.source_id
      WHERE x.state_id = $1 ORDER BY x.currency, x.base_year, x.fiscal_year, x.revision DESC)`,
  public_deflator: 'public_deflator',
} as const;

/** The State's deflator tables by currency; where a currency has several base years, the newest of them. */
export async function readDeflators(
  sql: Sql,
  relation: keyof typeof RELATIONS,
  stateId: number,
): Promise<ReadonlyMap<string, SourcedDeflator>> {
  const rows = await sql.rows<SourcedDeflator>(
    `SELECT DISTINCT ON (currency) currency, base_year AS "baseYear", jsonb_object_agg(fiscal_year, price_index) AS indices,
       array_agg(DISTINCT source_code ORDER BY source_code) AS sources
     FROM ${RELATIONS[relation]} d WHERE state_id = $1 GROUP BY currency, base_year ORDER BY currency, base_year DESC`,
    [stateId],
  );
  return new Map(rows.map((row) => [row.currency, row]));
}
