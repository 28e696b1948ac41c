import type { Alert, CivilDate, Evidence, Instant, ItemStatus, LastStep } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface StoredAlert extends Alert {
  readonly id: number;
  readonly recommendationId: number;
  /** Why its newest reminder went out or did not; null: nobody has decided yet. */
  readonly decisionReason: string | null;
}

/** An alert to write: `id` is null for one that is new. */
export interface AlertToSave {
  readonly id: number | null;
  readonly recommendationId: number;
  readonly alert: Alert;
  /** Why its newest reminder goes out or does not, and the day of that answer; left out, it stays as it is. */
  readonly decision?: { readonly reason: string; readonly on: CivilDate } | undefined;
}

export interface TransitionToSave {
  readonly alertId: number;
  readonly kind: string;
  readonly reason: string;
  readonly evidence: unknown;
  readonly personId: number | null;
  readonly on: CivilDate;
  readonly at: Instant;
}

export interface StatusToSave {
  readonly recommendationId: number;
  readonly status: ItemStatus;
  readonly reason: string;
  readonly parameters: Evidence;
  readonly nextCheckOn: CivilDate | null;
}

const COLUMNS = `id, recommendation_id AS "recommendationId", rule, jsonb_build_object('kind', subject_kind, 'id', subject_id) AS subject,
  alert_state AS state, severity, reason, evidence, due_on AS "dueOn", institution_id AS "institutionId", episode, opened_on AS "openedOn",
  snoozed_until AS "snoozedUntil", snoozed_on AS "snoozedOn", unanswered_since AS "unansweredSince", escalation_step AS "escalationStep", decision_reason AS "decisionReason"`;

/** The recommendation on which an indicator is told of. */
const HOME_OF = (indicator: string): string =>
  `SELECT l.recommendation_id FROM recommendation_indicator l WHERE l.state_id = $1 AND l.indicator_id = ${indicator} AND l.is_home`;

export class AlertRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Alerts of the given recommendations, resolved ones too: a re-opened alert continues its episodes. */
  listAlerts(stateId: number, recommendationIds: readonly number[]): Promise<StoredAlert[]> {
    return this.record
      .current()
      .rows<StoredAlert>(
        `SELECT ${COLUMNS} FROM alert WHERE state_id = $1 AND recommendation_id = ANY($2) ORDER BY recommendation_id, id`,
        [stateId, [...recommendationIds]],
      );
  }

  findAlert(stateId: number, id: number): Promise<StoredAlert | null> {
    return this.record
      .current()
      .row<StoredAlert>(`SELECT ${COLUMNS} FROM alert WHERE state_id = $1 AND id = $2 FOR UPDATE`, [
        stateId,
        id,
      ]);
  }

  /** The newest thing that happened to an alert, with how it stood before where that was kept. */
  async findLastStep(stateId: number, alertId: number): Promise<LastStep | null> {
    return this.record.current().row<LastStep>(
      `SELECT kind, person_id AS "personId", (extract(epoch FROM happened_at) * 1000)::float8 AS at, evidence->'before' AS before
       FROM alert_transition WHERE state_id = $1 AND alert_id = $2 ORDER BY id DESC LIMIT 1`,
      [stateId, alertId],
    );
  }

  /**
   * The confirmed day that no snooze may pass: its own as it stands now, or, of a condition, the next one on which its
   * institution owes something of the recommendation.
   */
  async findLegalDate(
    stateId: number,
    { subject, recommendationId, institutionId }: StoredAlert,
    today: CivilDate,
  ): Promise<CivilDate | null> {
    const row = await this.record.current().row<{ dueOn: CivilDate | null }>(
      `SELECT min(x.due_on) AS "dueOn" FROM (
         SELECT d.due_on FROM obligation o JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
         WHERE o.state_id = $1 AND d.certainty = 'confirmed' AND CASE WHEN $2 = 'obligation' THEN o.id = $3 ELSE
           o.recommendation_id = $4 AND o.institution_id = $5 AND d.due_on > $6 AND NOT EXISTS (
             SELECT FROM submission s WHERE s.state_id = o.state_id AND s.obligation_id = o.id AND s.submission_state IN ('submitted', 'accepted')) END
         UNION ALL
         SELECT q.due_on FROM information_request q WHERE $2 = 'information_request' AND q.state_id = $1 AND q.id = $3) x`,
      [stateId, subject.kind, subject.id, recommendationId, institutionId, today],
    );
    return row?.dueOn ?? null;
  }

  /** Whether its institution said that it is not its own, and nobody has decided on that. */
  async isDisowned(
    stateId: number,
    { recommendationId, institutionId }: Pick<StoredAlert, 'recommendationId' | 'institutionId'>,
  ): Promise<boolean> {
    const row = await this.record
      .current()
      .row(
        `SELECT FROM disclaimer WHERE state_id = $1 AND recommendation_id = $2 AND institution_id = $3 AND decision IS NULL`,
        [stateId, recommendationId, institutionId],
      );
    return row !== null;
  }

  /** Whoever is asked again has not answered since today. */
  async waitAnew(
    stateId: number,
    of: { readonly recommendationId: number; readonly institutionId: number },
    today: CivilDate,
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE alert SET unanswered_since = $4, escalation_step = 0
       WHERE state_id = $1 AND recommendation_id = $2 AND institution_id = $3 AND alert_state = 'open' AND rule <> 'nobody_responsible'`,
      [stateId, of.recommendationId, of.institutionId, today],
    );
  }

  /**
   * Keeps alerts on the recommendation where their subject is told of as of that day: an institution on the first one that it
   * answers for, an indicator, its budget lines and its cases on its home. One alert goes on; it is not resolved here and
   * opened there.
   * @param everywhere also where nobody marked that something changed; a term that began or ended marks nothing
   */
  async followSubjects(stateId: number, on: CivilDate, everywhere: boolean): Promise<void> {
    const sql = this.record.current();
    const marked = `a.recommendation_id = ANY(ARRAY(SELECT k.recommendation_id FROM sweep_mark k WHERE k.state_id = $1))`;
    const moved = await sql.planned<{ id: number; home: number }>(
      everywhere ? 'moved_subjects' : 'moved_marked_subjects',
      `SELECT id, home FROM (
         SELECT a.id, a.recommendation_id, CASE a.subject_kind
           WHEN 'indicator' THEN (${HOME_OF('a.subject_id')})
           WHEN 'budget_line' THEN (SELECT (${HOME_OF('b.indicator_id')}) FROM budget_line b WHERE b.state_id = $1 AND b.id = a.subject_id)
           ELSE (SELECT (${HOME_OF('c.indicator_id')}) FROM case_series c WHERE c.state_id = $1 AND c.id = a.subject_id) END AS home
         FROM alert a WHERE a.state_id = $1 AND a.subject_kind IN ('indicator', 'budget_line', 'case_series') AND ${everywhere ? 'true' : marked}
         UNION ALL
         SELECT a.id, a.recommendation_id, (SELECT min(r.recommendation_id) FROM responsibility r WHERE r.state_id = $1 AND r.institution_id = a.subject_id
           AND r.basis = 'now_responsible' AND (r.starts_on IS NULL OR r.starts_on <= $2) AND (r.ends_on IS NULL OR r.ends_on >= $2))
         FROM alert a WHERE a.state_id = $1 AND a.subject_kind = 'institution') told
       WHERE recommendation_id <> home`,
      [stateId, on],
    );
    if (moved.length === 0) return;
    await sql.execute(
      `UPDATE alert a SET recommendation_id = g.home FROM unnest($2::int[], $3::int[]) AS g(id, home) WHERE a.state_id = $1 AND a.id = g.id`,
      [stateId, moved.map(({ id }) => id), moved.map(({ home }) => home)],
    );
    await sql.execute(
      `UPDATE alert a SET recommendation_id = o.recommendation_id FROM alert o
       WHERE a.state_id = $1 AND a.subject_kind = 'alert' AND o.state_id = a.state_id AND o.id = a.subject_id AND a.recommendation_id <> o.recommendation_id`,
      [stateId],
    );
  }

  /** Writes alerts in one statement; answers their ids in the order given. */
  async saveAlerts(stateId: number, alerts: readonly AlertToSave[]): Promise<number[]> {
    if (alerts.length === 0) return [];
    const rows = await this.record.current().rows<{ id: number; position: number }>(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($2::jsonb) AS g(position int, recommendation_id int, rule text, subject_kind text, subject_id int,
           alert_state text, severity text, reason text, evidence jsonb, due_on date, institution_id int, episode smallint, opened_on date, snoozed_until date,
           snoozed_on date, unanswered_since date, escalation_step smallint, decision_reason text, decided_on date)),
       saved AS (
         INSERT INTO alert (state_id, recommendation_id, rule, subject_kind, subject_id, alert_state, severity, reason, evidence, due_on,
                            institution_id, episode, opened_on, snoozed_until, snoozed_on, unanswered_since, escalation_step,
                            decision_reason, decided_on)
         SELECT $1, recommendation_id, rule, subject_kind, subject_id, alert_state, severity, reason, evidence, due_on,
                institution_id, episode, opened_on, snoozed_until, snoozed_on, unanswered_since, escalation_step,
                decision_reason, decided_on FROM given
         ON CONFLICT (state_id, subject_kind, subject_id, rule) DO UPDATE
         SET alert_state = excluded.alert_state, severity = excluded.severity, reason = excluded.reason, evidence = excluded.evidence,
             due_on = excluded.due_on, institution_id = excluded.institution_id, episode = excluded.episode, opened_on = excluded.opened_on,
             snoozed_until = excluded.snoozed_until, snoozed_on = excluded.snoozed_on, unanswered_since = excluded.unanswered_since,
             escalation_step = excluded.escalation_step, recommendation_id = excluded.recommendation_id,
             decision_reason = coalesce(excluded.decision_reason, alert.decision_reason),
             decided_on = coalesce(excluded.decided_on, alert.decided_on)
         RETURNING id, rule, subject_kind, subject_id)
       SELECT s.id, g.position FROM saved s JOIN given g USING (rule, subject_kind, subject_id) ORDER BY g.position`,
      [
        stateId,
        JSON.stringify(
          alerts.map(({ recommendationId, alert, decision }, position) => ({
            position,
            recommendation_id: recommendationId,
            rule: alert.rule,
            subject_kind: alert.subject.kind,
            subject_id: alert.subject.id,
            alert_state: alert.state,
            severity: alert.severity,
            reason: alert.reason,
            evidence: alert.evidence,
            due_on: alert.dueOn,
            institution_id: alert.institutionId,
            episode: alert.episode,
            opened_on: alert.openedOn,
            snoozed_until: alert.snoozedUntil,
            snoozed_on: alert.snoozedOn,
            unanswered_since: alert.unansweredSince,
            escalation_step: alert.escalationStep,
            decision_reason: decision?.reason ?? null,
            decided_on: decision?.on ?? null,
          })),
        ),
      ],
    );
    return rows.map((row) => row.id);
  }

  async appendTransitions(stateId: number, transitions: readonly TransitionToSave[]): Promise<void> {
    if (transitions.length === 0) return;
    await this.record.current().execute(
      `INSERT INTO alert_transition (state_id, alert_id, kind, person_id, reason, evidence, happened_on, happened_at)
       SELECT $1, alert_id, kind, person_id, reason, evidence, happened_on, to_timestamp(happened_at / 1000)
       FROM jsonb_to_recordset($2::jsonb) AS g(alert_id int, kind text, person_id int, reason text, evidence jsonb, happened_on date, happened_at float8)`,
      [
        stateId,
        JSON.stringify(
          transitions.map((transition) => ({
            alert_id: transition.alertId,
            kind: transition.kind,
            person_id: transition.personId,
            reason: transition.reason,
            evidence: transition.evidence ?? {},
            happened_on: transition.on,
            happened_at: transition.at,
          })),
        ),
      ],
    );
  }

  /** Keeps the newest decision to send or not, and why, beside the alert; writes only what changed. */
  async saveDecisions(
    stateId: number,
    on: CivilDate,
    decisions: readonly { readonly alertId: number; readonly reason: string }[],
  ): Promise<void> {
    if (decisions.length === 0) return;
    await this.record.current().execute(
      `UPDATE alert a SET decision_reason = g.reason, decided_on = $2
       FROM unnest($3::int[], $4::text[]) AS g(id, reason)
       WHERE a.state_id = $1 AND a.id = g.id AND a.decision_reason IS DISTINCT FROM g.reason`,
      [
        stateId,
        on,
        decisions.map((decision) => decision.alertId),
        decisions.map((decision) => decision.reason),
      ],
    );
  }

  /** Writes statuses and the day of the next check; `status_since` moves only with the status itself. */
  async saveStatuses(stateId: number, on: CivilDate, statuses: readonly StatusToSave[]): Promise<void> {
    if (statuses.length === 0) return;
    await this.record.current().execute(
      `UPDATE recommendation r
       SET status_since = CASE WHEN r.status = g.status AND r.status_since IS NOT NULL THEN r.status_since ELSE $2 END,
           status = g.status, status_reason = g.reason, status_parameters = g.parameters, next_check_on = g.next_check_on, version = r.version + 1
       FROM jsonb_to_recordset($3::jsonb) AS g(id int, status text, reason text, parameters jsonb, next_check_on date)
       WHERE r.state_id = $1 AND r.id = g.id`,
      [
        stateId,
        on,
        JSON.stringify(
          statuses.map((status) => ({
            id: status.recommendationId,
            status: status.status,
            reason: status.reason,
            parameters: status.parameters,
            next_check_on: status.nextCheckOn,
          })),
        ),
      ],
    );
  }
}
