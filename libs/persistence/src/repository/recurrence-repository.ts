import type { CivilDate, ReferencePeriod, Recurrence } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

export const RECURRING_KINDS = ['data_submission', 'report'] as const;
export type RecurringKind = (typeof RECURRING_KINDS)[number];

/** Who owes what, again and again. */
export interface RecurringDuty extends Recurrence {
  readonly recommendationId: number;
  readonly institutionId: number | null;
  readonly indicatorId: number | null;
  readonly kind: RecurringKind;
  readonly title: Bilingual;
  readonly required: boolean;
}

export interface DutyOnRecord extends RecurringDuty {
  readonly id: number;
  readonly since: CivilDate;
  readonly recommendation: string;
  readonly institution: string | null;
  readonly indicator: string | null;
  /** Due day of the newest round that was made, as it was then. */
  readonly lastDueOn: CivilDate | null;
}

/** A document of which only the committee can set the date of the next report. */
export interface AwaitingDocument {
  readonly documentId: number;
  readonly recommendationId: number;
}

interface DutyRow extends Omit<DutyOnRecord, 'firstPeriod'> {
  readonly periodStartOn: CivilDate | null;
  readonly periodEndOn: CivilDate | null;
}

const DUTIES = `
  SELECT x.id, x.recommendation_id AS "recommendationId", r.public_id AS recommendation, x.institution_id AS "institutionId", i.code AS institution,
         x.indicator_id AS "indicatorId", n.code AS indicator, x.kind, x.title, x.required, x.first_due_on AS "firstDueOn",
         x.every_months AS "everyMonths", x.until_on AS until, x.opens_days_before AS "opensDaysBefore", x.period_start_on AS "periodStartOn",
         x.period_end_on AS "periodEndOn", x.since_on AS since,
         (SELECT max(m.due_on) FROM obligation_round m WHERE m.state_id = x.state_id AND m.recurrence_id = x.id) AS "lastDueOn"
  FROM recurring_obligation x
  JOIN recommendation r ON r.state_id = x.state_id AND r.id = x.recommendation_id
  LEFT JOIN institution i ON i.state_id = x.state_id AND i.id = x.institution_id
  LEFT JOIN indicator n ON n.state_id = x.state_id AND n.id = x.indicator_id
  WHERE x.state_id = $1`;

/** Duties that come again, and the rounds that were made of them. In the transaction of whoever calls. */
export class RecurrenceRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** @param lock held until the transaction ends: two sweeps make their rounds one after the other */
  async listDuties(stateId: number, lock = false): Promise<DutyOnRecord[]> {
    const rows = await this.record
      .current()
      .rows<DutyRow>(`${DUTIES} ORDER BY x.id${lock ? ' FOR NO KEY UPDATE OF x' : ''}`, [stateId]);
    return rows.map(dutyOf);
  }

  async findDuty(stateId: number, id: number): Promise<DutyOnRecord | null> {
    const row = await this.record
      .current()
      .row<DutyRow>(`${DUTIES} AND x.id = $2 FOR NO KEY UPDATE OF x`, [stateId, id]);
    return row && dutyOf(row);
  }

  async saveDuty(stateId: number, duty: RecurringDuty, since: CivilDate): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO recurring_obligation (state_id, recommendation_id, institution_id, indicator_id, kind, title, required, first_due_on, every_months,
         until_on, opens_days_before, period_start_on, period_end_on, since_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
      [stateId, ...columnsOf(duty), since],
    );
    return saved!.id;
  }

  /** What comes from now on; rounds that were made stay as they are. */
  async changeDuty(stateId: number, id: number, duty: RecurringDuty): Promise<void> {
    await this.record.current().execute(
      `UPDATE recurring_obligation SET recommendation_id = $2, institution_id = $3, indicator_id = $4, kind = $5, title = $6, required = $7,
         first_due_on = $8, every_months = $9, until_on = $10, opens_days_before = $11, period_start_on = $12, period_end_on = $13, version = version + 1
       WHERE state_id = $1 AND id = $14`,
      [stateId, ...columnsOf(duty), id],
    );
  }

  async addRound(
    stateId: number,
    recurrenceId: number,
    dueOn: CivilDate,
    obligationId: number,
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        'INSERT INTO obligation_round (state_id, recurrence_id, due_on, obligation_id) VALUES ($1, $2, $3, $4)',
        [stateId, recurrenceId, dueOn, obligationId],
      );
  }

  /** Has the recommendation looked at again by the next sweep. */
  async lookAgain(stateId: number, recommendationId: number): Promise<void> {
    await this.record
      .current()
      .execute(
        'UPDATE recommendation SET next_check_on = NULL, version = version + 1 WHERE state_id = $1 AND id = $2',
        [stateId, recommendationId],
      );
  }

  /** Code to number of what a duty names; null where there is none. */
  async findNamed(
    stateId: number,
    names: {
      readonly recommendation: string;
      readonly institution: string | null;
      readonly indicator: string | null;
    },
  ): Promise<{
    readonly recommendationId: number | null;
    readonly institutionId: number | null;
    readonly indicatorId: number | null;
  }> {
    const row = await this.record.current().row<{
      recommendationId: number | null;
      institutionId: number | null;
      indicatorId: number | null;
    }>(
      `SELECT (SELECT id FROM recommendation WHERE state_id = $1 AND public_id = $2) AS "recommendationId",
              (SELECT id FROM institution WHERE state_id = $1 AND code = $3) AS "institutionId",
              (SELECT id FROM indicator WHERE state_id = $1 AND code = $4) AS "indicatorId"`,
      [stateId, names.recommendation, names.institution, names.indicator],
    );
    return row!;
  }

  /**
   * Newest documents of their committee and instrument whose next report awaits the committee, and about which nobody was asked
   * since the given day, with the item that the question stands at.
   */
  listAwaiting(stateId: number, since: CivilDate): Promise<AwaitingDocument[]> {
    return this.record.current().rows<AwaitingDocument>(
      `SELECT x.document_id AS "documentId", (SELECT r.id FROM recommendation r WHERE r.state_id = x.state_id AND r.document_id = x.document_id
                ORDER BY r.position LIMIT 1) AS "recommendationId"
       FROM deadline x
       JOIN reporting_cycle c ON c.state_id = x.state_id AND c.document_id = x.document_id
       WHERE x.state_id = $1 AND x.purpose = 'next_report' AND x.certainty = 'awaiting_committee'
         AND NOT EXISTS (SELECT FROM reporting_cycle l WHERE l.state_id = c.state_id AND l.mechanism_code = c.mechanism_code
           AND l.instrument_code = c.instrument_code AND l.number > c.number)
         AND EXISTS (SELECT FROM recommendation r WHERE r.state_id = x.state_id AND r.document_id = x.document_id)
         AND NOT EXISTS (SELECT FROM obligation o JOIN recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
           JOIN deadline q ON q.state_id = o.state_id AND q.id = o.deadline_id
           WHERE o.state_id = x.state_id AND o.kind = 'committee_date_query' AND r.document_id = x.document_id AND q.due_on > $2)
       ORDER BY x.document_id`,
      [stateId, since],
    );
  }
}

function dutyOf({ periodStartOn, periodEndOn, ...row }: DutyRow): DutyOnRecord {
  const firstPeriod: ReferencePeriod | null =
    periodStartOn === null || periodEndOn === null ? null : { startOn: periodStartOn, endOn: periodEndOn };
  return { ...row, firstPeriod };
}

function columnsOf(duty: RecurringDuty): unknown[] {
  return [
    duty.recommendationId,
    duty.institutionId,
    duty.indicatorId,
    duty.kind,
    JSON.stringify(duty.title),
    duty.required,
    duty.firstDueOn,
    duty.everyMonths,
    duty.until,
    duty.opensDaysBefore,
    duty.firstPeriod?.startOn ?? null,
    duty.firstPeriod?.endOn ?? null,
  ];
}
