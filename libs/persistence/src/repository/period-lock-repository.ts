import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { SubmittedObligation } from './submission-repository.js';

/** Periods without an end are open on that side; two that touch a same day overlap. */
const OVERLAPS = `daterange(l.period_start_on, l.period_end_on, '[]') && daterange($5::date, $6::date, '[]')`;

/** Which periods of an institution are closed by what was accepted for them. */
export class PeriodLockRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The acceptance that closes a period for this institution: of the obligation itself, or of another with the same indicator. */
  findLock(
    stateId: number,
    obligation: SubmittedObligation,
    period: { readonly startOn: CivilDate | null; readonly endOn: CivilDate | null },
  ): Promise<{ readonly submissionId: number } | null> {
    return this.record.current().row<{ submissionId: number }>(
      `SELECT l.submission_id AS "submissionId" FROM period_lock l
       WHERE l.state_id = $1 AND l.unlocked_at IS NULL AND l.institution_id IS NOT DISTINCT FROM $2 AND (l.obligation_id = $3 OR l.indicator_id = $4)
         AND ${OVERLAPS} ORDER BY l.submission_id DESC LIMIT 1`,
      [
        stateId,
        obligation.institutionId,
        obligation.id,
        obligation.indicatorId,
        period.startOn,
        period.endOn,
      ],
    );
  }

  /** One that was opened again, because its acceptance was undone or the unlocking was, closes the period as before. */
  async addLock(stateId: number, submissionId: number, at: Instant): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO period_lock (state_id, submission_id, institution_id, obligation_id, indicator_id, period_start_on, period_end_on, locked_at)
       SELECT s.state_id, s.id, o.institution_id, o.id, o.indicator_id, coalesce(o.period_start_on, s.period_start_on),
         coalesce(o.period_end_on, s.period_end_on), to_timestamp($3::float8 / 1000)
       FROM submission s JOIN obligation o ON o.state_id = s.state_id AND o.id = s.obligation_id WHERE s.state_id = $1 AND s.id = $2
       ON CONFLICT (state_id, submission_id) DO UPDATE SET unlocked_at = NULL, unlocked_by = NULL, unlock_reason = NULL`,
      [stateId, submissionId, at],
    );
  }

  /** False where its period is not locked. */
  async unlock(
    stateId: number,
    submissionId: number,
    by: { readonly personId: number | null; readonly reason: string; readonly at: Instant },
  ): Promise<boolean> {
    const row = await this.record.current().row(
      `UPDATE period_lock SET unlocked_at = to_timestamp($3::float8 / 1000), unlocked_by = $4, unlock_reason = $5
       WHERE state_id = $1 AND submission_id = $2 AND unlocked_at IS NULL RETURNING submission_id`,
      [stateId, submissionId, by.at, by.personId, by.reason],
    );
    return row !== null;
  }
}
