import type { RecordDatabase } from '../transaction/record-database.js';
import type { Brought } from './money-and-case-repository.js';

/** The price index of one year, as it is on record. */
export interface AcceptedDeflator {
  readonly currency: string;
  readonly baseYear: number;
  readonly fiscalYear: number;
  readonly index: number;
  readonly sourceId: number;
  readonly revision: number;
}

/** Deflator tables of a State: every change a revision of its own. */
export class DeflatorRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest revision of each. */
  list(stateId: number): Promise<AcceptedDeflator[]> {
    return this.record.current().rows(
      `SELECT DISTINCT ON (currency, base_year, fiscal_year) currency, base_year AS "baseYear", fiscal_year AS "fiscalYear", price_index AS index,
         source_id AS "sourceId", revision
       FROM deflator WHERE state_id = $1 ORDER BY currency, base_year, fiscal_year, revision DESC`,
      [stateId],
    );
  }

  /** What the sweep thinks of the lines in these currencies is stale from here on. */
  async add(
    stateId: number,
    deflators: readonly (AcceptedDeflator & { readonly revisionReason: string | null })[],
    { importId, at }: { readonly importId: Brought['importId'] | null; readonly at: Brought['at'] },
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `INSERT INTO deflator (state_id, currency, base_year, fiscal_year, price_index, source_id, revision, revision_reason, import_id, recorded_at)
       SELECT $1, g.currency, g."baseYear", g."fiscalYear", g.index, g."sourceId", g.revision, g."revisionReason", $3, to_timestamp($4::float8 / 1000)
       FROM jsonb_to_recordset($2::jsonb) AS g(currency text, "baseYear" smallint, "fiscalYear" smallint, index numeric, "sourceId" integer,
         revision smallint, "revisionReason" text)`,
      [stateId, JSON.stringify(deflators), importId, at],
    );
    await sql.execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1
       WHERE r.state_id = $1 AND r.id IN (SELECT ri.recommendation_id FROM recommendation_indicator ri
         JOIN budget_line b ON b.state_id = ri.state_id AND b.indicator_id = ri.indicator_id
         WHERE ri.state_id = $1 AND b.currency = ANY($2))`,
      [stateId, [...new Set(deflators.map(({ currency }) => currency))]],
    );
  }
}
