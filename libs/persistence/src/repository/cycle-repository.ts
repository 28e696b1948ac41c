import type { CycleDocument, ReportingCycle } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** Reporting cycles of a State. */
export class CycleRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Held until the transaction ends: two documents that come in at once are put in sequence one after the other. */
  async lockSequence(stateId: number): Promise<void> {
    await this.record
      .current()
      .execute(`SELECT pg_advisory_xact_lock(hashtext('vigia.cycle'), $1::int)`, [stateId]);
  }

  listDocuments(stateId: number): Promise<CycleDocument[]> {
    return this.record.current().rows<CycleDocument>(
      `SELECT id AS "documentId", mechanism_code AS mechanism, instrument_code AS instrument, adopted_on AS "adoptedOn",
              reports_considered AS reports, report_received_on AS "reportReceivedOn"
       FROM document WHERE state_id = $1`,
      [stateId],
    );
  }

  /** Instruments that are reported on within the reports on another treaty. */
  async reportedWithin(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.record
      .current()
      .rows<{ code: string; within: string }>(
        `SELECT code, reported_within AS within FROM instrument WHERE reported_within IS NOT NULL`,
      );
    return new Map(rows.map(({ code, within }) => [code, within]));
  }

  /** Writes what differs from what is there. */
  async saveCycles(stateId: number, cycles: readonly ReportingCycle[]): Promise<void> {
    const sql = this.record.current();
    const rows = JSON.stringify(
      cycles.map((cycle) => ({
        document_id: cycle.documentId,
        number: cycle.number,
        closed_on: cycle.closedOn,
        closed_by: cycle.closedBy,
        continued_by_document_id: cycle.continuedBy,
        continuation: cycle.continuation,
      })),
    );
    await sql.execute(
      `INSERT INTO reporting_cycle AS c (state_id, document_id, mechanism_code, instrument_code, number, closed_on, closed_by,
                                         continued_by_document_id, continuation)
       SELECT $1, d.id, d.mechanism_code, d.instrument_code, g.number, g.closed_on, g.closed_by, g.continued_by_document_id, g.continuation
       FROM jsonb_to_recordset($2::jsonb) AS g(document_id int, number smallint, closed_on date, closed_by text,
                                               continued_by_document_id int, continuation text)
       JOIN document d ON d.state_id = $1 AND d.id = g.document_id
       ON CONFLICT ON CONSTRAINT pk_reporting_cycle DO UPDATE
       SET mechanism_code = excluded.mechanism_code, instrument_code = excluded.instrument_code, number = excluded.number,
           closed_on = excluded.closed_on, closed_by = excluded.closed_by,
           continued_by_document_id = excluded.continued_by_document_id, continuation = excluded.continuation
       WHERE (c.mechanism_code, c.instrument_code, c.number, c.closed_on, c.closed_by, c.continued_by_document_id, c.continuation)
         IS DISTINCT FROM (excluded.mechanism_code, excluded.instrument_code, excluded.number, excluded.closed_on, excluded.closed_by,
                           excluded.continued_by_document_id, excluded.continuation)`,
      [stateId, rows],
    );
    await sql.execute(
      `UPDATE document d SET cycle = c.number FROM reporting_cycle c
       WHERE d.state_id = $1 AND c.state_id = $1 AND c.document_id = d.id AND d.cycle <> c.number`,
      [stateId],
    );
  }

  async listSlugs(stateId: number, documentIds: readonly number[]): Promise<string[]> {
    const rows = await this.record
      .current()
      .rows<{ slug: string }>(
        `SELECT slug FROM document WHERE state_id = $1 AND id = ANY($2) ORDER BY adopted_on, id`,
        [stateId, [...documentIds]],
      );
    return rows.map(({ slug }) => slug);
  }
}
