import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** "Not mine", as an institution said it, with what was decided. */
export interface Disclaimer {
  readonly id: number;
  readonly recommendationId: number;
  readonly institutionId: number;
  /** The alert that it was said to; null: that is no longer kept. */
  readonly alertId: number | null;
  readonly reason: string;
  readonly saidOn: CivilDate;
  readonly decision: 'assigned' | 'sent_back' | null;
  readonly decidedOn: CivilDate | null;
  readonly decisionReason: string | null;
}

const COLUMNS = `id, recommendation_id AS "recommendationId", institution_id AS "institutionId", alert_id AS "alertId", reason,
  said_on AS "saidOn", decision, decided_on AS "decidedOn", decision_reason AS "decisionReason"`;

/** What institutions say is not theirs. Said once, decided once. */
export class DisclaimerRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** False where the same was said already and nobody has decided on it. */
  async say(
    stateId: number,
    said: Pick<Disclaimer, 'recommendationId' | 'institutionId' | 'alertId' | 'reason' | 'saidOn'> & {
      readonly personId: number;
      readonly at: Instant;
    },
  ): Promise<boolean> {
    const written = await this.record.current().execute(
      `INSERT INTO disclaimer (state_id, recommendation_id, institution_id, alert_id, person_id, reason, said_on, said_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))
       ON CONFLICT (state_id, recommendation_id, institution_id) WHERE decision IS NULL DO NOTHING`,
      [
        stateId,
        said.recommendationId,
        said.institutionId,
        said.alertId,
        said.personId,
        said.reason,
        said.saidOn,
        said.at,
      ],
    );
    return written > 0;
  }

  /** The oldest one of a recommendation that waits for a decision. */
  lockOpen(stateId: number, recommendationId: number): Promise<Disclaimer | null> {
    return this.record
      .current()
      .row<Disclaimer>(
        `SELECT ${COLUMNS} FROM disclaimer WHERE state_id = $1 AND recommendation_id = $2 AND decision IS NULL ORDER BY id LIMIT 1 FOR UPDATE`,
        [stateId, recommendationId],
      );
  }

  /** Of a recommendation, the newest first. */
  listDisclaimers(stateId: number, recommendationId: number): Promise<Disclaimer[]> {
    return this.record
      .current()
      .rows<Disclaimer>(
        `SELECT ${COLUMNS} FROM disclaimer WHERE state_id = $1 AND recommendation_id = $2 ORDER BY id DESC LIMIT 50`,
        [stateId, recommendationId],
      );
  }

  async decide(
    stateId: number,
    id: number,
    decided: {
      readonly decision: 'assigned' | 'sent_back';
      readonly on: CivilDate;
      readonly by: number;
      readonly reason: string;
    },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE disclaimer SET decision = $3, decided_on = $4, decided_by = $5, decision_reason = $6 WHERE state_id = $1 AND id = $2`,
        [stateId, id, decided.decision, decided.on, decided.by, decided.reason],
      );
  }

  /** What the one owes of the recommendation and was not accepted, the other owes from now on. */
  async passOn(
    stateId: number,
    of: { readonly recommendationId: number; readonly from: number; readonly to: number },
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE obligation o SET institution_id = $4 WHERE o.state_id = $1 AND o.recommendation_id = $2 AND o.institution_id = $3
         AND NOT EXISTS (SELECT FROM submission s WHERE s.state_id = o.state_id AND s.obligation_id = o.id
           AND s.submission_state IN ('submitted', 'accepted'))`,
      [stateId, of.recommendationId, of.from, of.to],
    );
  }
}
