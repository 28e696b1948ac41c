import type { CivilDate, Instant, KeptCube, Waiting, WaitingReason } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

/** A period of a cube. */
export interface CubePeriod {
  readonly cube: string;
  readonly sourceCode: string;
  readonly periodStartOn: string;
  readonly periodEndOn: string;
}

/** What a period was published from, and what holds its next version up. */
export interface StandInRecord extends CubePeriod {
  readonly kept: KeptCube | null;
  readonly waiting: Waiting | null;
  readonly failure: string | null;
}

/** A period whose published form is not that of its accepted figures, as people with the right may see it. */
export interface HeldPeriod extends CubePeriod {
  /** Of its cube; empty where the cube has no indicator any more. */
  readonly indicators: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly sourceName: Bilingual | null;
  /** Day of the version that everybody reads. */
  readonly publishedOn: CivilDate | null;
  readonly waitingReason: WaitingReason | null;
  readonly waitingRecords: number | null;
  readonly waitingSince: Instant | null;
  readonly failure: string | null;
  readonly failedAt: Instant | null;
}

const PERIOD = `cube, source_code AS "sourceCode", period_start_on AS "periodStartOn", period_end_on AS "periodEndOn"`;

/** Groups of five behind the published counts. Only the application reads them; the public role has no right to this table. */
export class StandInRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Until the transaction ends nobody else publishes for this State: two at once could draw different groups. */
  async claim(stateId: number): Promise<void> {
    await this.record
      .current()
      .execute(`SELECT pg_advisory_xact_lock(hashtext('figures.publish'), $1::int)`, [stateId]);
  }

  list(stateId: number): Promise<StandInRecord[]> {
    return this.record.current().rows<StandInRecord>(
      `SELECT ${PERIOD}, kept, failure,
              CASE WHEN waiting_reason IS NOT NULL THEN jsonb_build_object('reason', waiting_reason, 'records', waiting_records) END AS waiting
       FROM stand_in WHERE state_id = $1
       ORDER BY cube, source_code, period_end_on, period_start_on`,
      [stateId],
    );
  }

  async save(stateId: number, record: StandInRecord, at: Instant): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO stand_in AS s (state_id, cube, source_code, period_start_on, period_end_on, kept, waiting_reason, waiting_records, waiting_since,
                                  failure, failed_at)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, CASE WHEN $7::text IS NOT NULL THEN to_timestamp($10::float8 / 1000) END, $9,
               CASE WHEN $9::text IS NOT NULL THEN to_timestamp($10::float8 / 1000) END)
       ON CONFLICT ON CONSTRAINT pk_stand_in DO UPDATE
       SET kept = excluded.kept, waiting_reason = excluded.waiting_reason, waiting_records = excluded.waiting_records, failure = excluded.failure,
           waiting_since = CASE WHEN excluded.waiting_reason IS NOT NULL THEN coalesce(s.waiting_since, excluded.waiting_since) END,
           failed_at = CASE WHEN excluded.failure IS NOT NULL THEN coalesce(s.failed_at, excluded.failed_at) END`,
      [
        stateId,
        record.cube,
        record.sourceCode,
        record.periodStartOn,
        record.periodEndOn,
        record.kept === null ? null : JSON.stringify(record.kept),
        record.waiting?.reason ?? null,
        record.waiting?.records ?? null,
        record.failure,
        at,
      ],
    );
  }

  /** Periods whose changes are held or could not be published, those held longest first. */
  listHeld(stateId: number, limit: number): Promise<HeldPeriod[]> {
    return this.record.current().rows<HeldPeriod>(
      `SELECT ${PERIOD}, waiting_reason AS "waitingReason", waiting_records AS "waitingRecords", waiting_since AS "waitingSince", failure,
              failed_at AS "failedAt", h.kept ->> 'publishedOn' AS "publishedOn",
              (SELECT name FROM source WHERE state_id = h.state_id AND code = h.source_code) AS "sourceName",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'name', i.name) ORDER BY i.code), '[]') FROM indicator i
               WHERE i.state_id = h.state_id AND i.figure_kind = 'person_count'
                 AND coalesce(i.cube, i.code) = split_part(h.cube, ' ', 1)) AS indicators
       FROM stand_in h WHERE state_id = $1 AND (waiting_reason IS NOT NULL OR failure IS NOT NULL)
       ORDER BY coalesce(waiting_since, failed_at), cube, source_code, period_end_on, period_start_on LIMIT $2`,
      [stateId, limit],
    );
  }

  async countHeld(stateId: number): Promise<{ readonly waiting: number; readonly failed: number }> {
    const counted = await this.record.current().row<{ waiting: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE failure IS NULL AND waiting_reason IS NOT NULL)::int AS waiting,
              count(*) FILTER (WHERE failure IS NOT NULL)::int AS failed FROM stand_in WHERE state_id = $1`,
      [stateId],
    );
    return counted!;
  }
}
