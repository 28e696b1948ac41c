import type { AlertState, CivilDate, Instant, WaitingFor } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { LAST_REMINDER } from './last-reminder.js';
import type { LastReminder } from './last-reminder.js';
import { andHolds, wordsOfRecommendation } from './search-condition.js';
import type { ListSearch } from './search-condition.js';

/** What became of an alert, who did it and why. */
export interface AlertChangeRow {
  readonly id: number;
  readonly kind: string;
  /** A code, or what a person wrote. */
  readonly reason: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Null: the watch. */
  readonly person: string | null;
  readonly on: CivilDate;
  readonly at: Instant;
}

/** One line of the ledger: for whom, which rung, why or why not, and what became of its mail. */
export interface AlertNoticeRow {
  readonly id: number;
  readonly person: string;
  readonly occasion: string;
  readonly rung: number;
  readonly rungOn: CivilDate;
  readonly outcome: 'send' | 'skip';
  readonly reason: string;
  readonly writtenOn: CivilDate;
  readonly mailedOn: CivilDate | null;
  readonly deliveryState: string | null;
  readonly lastOutcome: string | null;
  readonly attempts: number;
  readonly waitsUntil: CivilDate | null;
  readonly waitsFor: WaitingFor | null;
}

export type AlertFilter = 'standing' | 'carried_up' | 'docket' | 'snoozed' | 'not_mine';

export interface ListedAlert {
  readonly id: number;
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly rule: string;
  readonly reason: string;
  readonly evidence: Readonly<Record<string, string | number | string[] | null>>;
  readonly state: AlertState;
  readonly dueOn: CivilDate | null;
  readonly institutionId: number | null;
  readonly openedOn: CivilDate;
  readonly unansweredSince: CivilDate;
  readonly escalationStep: number;
  readonly snoozedUntil: CivilDate | null;
  readonly decisionReason: string | null;
  readonly disowned: boolean;
  readonly lastReminder: LastReminder | null;
  /** No institution owes it: it is a question to the State's coordinating body. */
  readonly asksCoordination: boolean;
}

/** What else a list of alerts is narrowed to; what is absent narrows nothing. */
export interface AlertNarrowing {
  /** Code; `-`: of nobody. */
  readonly institution?: string | undefined;
  readonly rule?: string | undefined;
  readonly severity?: string | undefined;
  readonly openedFrom?: CivilDate | null | undefined;
  readonly openedTo?: CivilDate | null | undefined;
}

export interface AlertSearch {
  /** Only of this institution; null: of all. */
  readonly institutionId: number | null;
  readonly filter: AlertFilter;
  /** Steps from which an alert stands on the ombudsperson's docket. */
  readonly docketStep: number;
  readonly narrowed?: AlertNarrowing | undefined;
  readonly search?: ListSearch | undefined;
  /** Id of the last one of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

const DISOWNED = `EXISTS (SELECT FROM disclaimer x WHERE x.state_id = a.state_id AND x.recommendation_id = a.recommendation_id
  AND x.institution_id = a.institution_id AND x.decision IS NULL)`;
const CONDITIONS: Readonly<Record<AlertFilter, string>> = {
  standing: `a.alert_state <> 'resolved'`,
  carried_up: `a.alert_state = 'open' AND a.escalation_step > 0`,
  docket: `a.alert_state = 'open' AND a.escalation_step >= $4`,
  snoozed: `a.alert_state = 'snoozed'`,
  not_mine: `a.alert_state <> 'resolved' AND ${DISOWNED}`,
};

/** Of an alert `a` with its recommendation `r`, what lists show. */
export const LISTED_ALERT = `a.id, r.public_id AS "publicId", r.code, a.rule, a.reason, a.evidence, a.alert_state AS state, a.due_on AS "dueOn",
  a.institution_id AS "institutionId", a.opened_on AS "openedOn", a.unanswered_since AS "unansweredSince",
  a.escalation_step AS "escalationStep", a.snoozed_until AS "snoozedUntil", a.decision_reason AS "decisionReason", ${DISOWNED} AS disowned,
  (${LAST_REMINDER}) AS "lastReminder",
  a.institution_id IS NULL AND (a.rule = 'sources_disagree' OR a.subject_kind = 'obligation' AND EXISTS (
    SELECT FROM obligation q WHERE q.state_id = a.state_id AND q.id = a.subject_id AND q.kind = 'committee_date_query')) AS "asksCoordination",
  (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM recommendation_text t
   WHERE t.state_id = r.state_id AND t.recommendation_id = r.id) AS titles`;

/** Private: what became of alerts, and who was told. */
export class AlertHistoryRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest first. */
  listListed(stateId: number, asked: AlertSearch): Promise<ListedAlert[]> {
    const parameters: unknown[] = [
      stateId,
      asked.institutionId,
      asked.after ?? null,
      asked.docketStep,
      asked.limit,
    ];
    const shown = ["w.name->>'en'", "w.name->>'es'", 'w.code'];
    const found = andHolds(shown, asked.search, parameters, wordsOfRecommendation('r.id'));
    return this.record.current().rows<ListedAlert>(
      `SELECT ${LISTED_ALERT} FROM alert a
       JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
       LEFT JOIN institution w ON w.state_id = a.state_id AND w.id = a.institution_id
       WHERE a.state_id = $1 AND ($2::int IS NULL OR a.institution_id = $2) AND ($3::int IS NULL OR a.id < $3) AND $4::int IS NOT NULL
         AND ${CONDITIONS[asked.filter]} ${narrowing(asked.narrowed ?? {}, parameters)} ${found}
       ORDER BY a.id DESC LIMIT $5`,
      parameters,
    );
  }

  findListed(stateId: number, id: number): Promise<ListedAlert | null> {
    return this.record.current().row<ListedAlert>(
      `SELECT ${LISTED_ALERT} FROM alert a JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
         WHERE a.state_id = $1 AND a.id = $2`,
      [stateId, id],
    );
  }

  /** The newest first. */
  listChanges(stateId: number, alertId: number, limit: number): Promise<AlertChangeRow[]> {
    return this.record.current().rows<AlertChangeRow>(
      `SELECT t.id::float8 AS id, t.kind, t.reason, t.evidence, p.name AS person, t.happened_on AS "on", t.happened_at AS at
       FROM alert_transition t LEFT JOIN person p ON p.id = t.person_id
       WHERE t.state_id = $1 AND t.alert_id = $2 ORDER BY t.id DESC LIMIT $3`,
      [stateId, alertId, limit],
    );
  }

  /** The newest first. */
  listNotices(stateId: number, alertId: number, limit: number): Promise<AlertNoticeRow[]> {
    return this.record.current().rows<AlertNoticeRow>(
      `SELECT n.id::float8 AS id, p.name AS person, n.occasion, n.rung, n.rung_on AS "rungOn", n.outcome, n.reason, n.written_on AS "writtenOn", n.waits_until AS "waitsUntil", n.waits_for AS "waitsFor",
              m.civil_on AS "mailedOn", m.delivery_state AS "deliveryState", coalesce(m.attempts, 0) AS attempts,
              (SELECT d.outcome FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id ORDER BY d.id DESC LIMIT 1) AS "lastOutcome"
       FROM notice n JOIN person p ON p.id = n.person_id
       LEFT JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
       WHERE n.state_id = $1 AND n.alert_id = $2 ORDER BY n.id DESC LIMIT $3`,
      [stateId, alertId, limit],
    );
  }

  /** Names and roles of those whom the alert's steps can reach, by person. */
  async listNames(ids: readonly number[]): Promise<Map<number, string>> {
    const rows = await this.record
      .current()
      .rows<{ id: number; name: string }>(`SELECT id, name FROM person WHERE id = ANY($1)`, [[...ids]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function narrowing(
  { institution, rule, severity, openedFrom, openedTo }: AlertNarrowing,
  parameters: unknown[],
): string {
  const is = (condition: string, value: unknown): string =>
    value === undefined || value === null ? '' : `AND ${condition} $${parameters.push(value)}`;
  return [
    institution === '-' ? 'AND a.institution_id IS NULL' : is('w.code =', institution),
    is('a.rule =', rule),
    is('a.severity =', severity),
    is('a.opened_on >=', openedFrom),
    is('a.opened_on <=', openedTo),
  ].join(' ');
}
