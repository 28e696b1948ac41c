import type { Alert, CivilDate, LedgerEntry, Subject, Wait } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { ASKS_FIGURE } from './submission-figure-repository.js';

export interface NoticeToWrite {
  readonly alertId: number;
  readonly personId: number;
  readonly subject: Subject;
  readonly rule: string;
  readonly occasion: string;
  readonly rung: number;
  readonly rungOn: CivilDate;
  readonly outcome: 'send' | 'skip';
  readonly reason: string;
}

export interface StoredLedgerEntry extends LedgerEntry {
  readonly alertId: number;
  readonly occasion: string;
  readonly reason: string;
  readonly writtenOn: CivilDate;
}

/** A notice waiting for its person's mail of the day, with what the mail says about it. */
export interface WaitingNotice {
  readonly id: number;
  readonly personId: number;
  readonly alertId: number;
  readonly rung: number;
  readonly rungOn: CivilDate;
  readonly reason: string;
  readonly occasion: string;
  /** The mail that it stands in and that has not left; null: none yet. */
  readonly messageId: number | null;
  /** The day to which it was put off; null where nothing keeps it. */
  readonly waitsUntil: CivilDate | null;
  readonly alert: Alert;
  /** The alert's institution said that the matter is not its own, and nobody has decided on that. */
  readonly disowned: boolean;
  readonly recommendation: {
    readonly publicId: string;
    readonly code: string;
    readonly title: Record<string, string>;
  };
  /** What is owed as it stands now, which may have changed since the sweep; null for a condition. */
  readonly obligation: {
    readonly title: Record<string, string>;
    readonly dueOn: CivilDate | null;
    readonly institutionId: number | null;
    readonly submitted: boolean;
    /** Whether a form can hold the figure that it asks for. */
    readonly asksFigure: boolean;
  } | null;
}

/**
 * The selected notices, with all that their mail says of them. Selected first: few wait, and a planner without statistics looks for
 * them once for every alert.
 */
const selectWaiting = (notices: string): string =>
  `WITH n AS MATERIALIZED (${notices})
   SELECT n.id, n.person_id AS "personId", n.alert_id AS "alertId", n.rung, n.rung_on AS "rungOn", n.reason, n.occasion,
            n.message_id AS "messageId", n.waits_until AS "waitsUntil",
            jsonb_build_object('rule', a.rule, 'subject', jsonb_build_object('kind', a.subject_kind, 'id', a.subject_id), 'state', a.alert_state,
              'severity', a.severity, 'reason', a.reason, 'evidence', a.evidence, 'dueOn', a.due_on, 'institutionId', a.institution_id,
              'episode', a.episode, 'openedOn', a.opened_on, 'snoozedUntil', a.snoozed_until, 'snoozedOn', a.snoozed_on,
              'unansweredSince', a.unanswered_since, 'escalationStep', a.escalation_step) AS alert,
            EXISTS (SELECT FROM disclaimer x WHERE x.state_id = a.state_id AND x.recommendation_id = a.recommendation_id
              AND x.institution_id = a.institution_id AND x.decision IS NULL) AS disowned,
            jsonb_build_object('publicId', r.public_id, 'code', r.code, 'title',
              (SELECT coalesce(jsonb_object_agg(t.language, coalesce(t.title, t.official_text)), '{}') FROM recommendation_text t
               WHERE t.state_id = r.state_id AND t.recommendation_id = r.id)) AS recommendation,
            (SELECT jsonb_build_object('title', o.title, 'dueOn', d.due_on, 'institutionId', o.institution_id, 'submitted',
               EXISTS (SELECT 1 FROM submission s WHERE s.state_id = o.state_id AND s.obligation_id = o.id AND s.submission_state IN ('submitted', 'accepted')),
               'asksFigure', o.indicator_id IS NOT NULL AND ${ASKS_FIGURE('o')})
             FROM obligation o JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
             WHERE o.state_id = a.state_id AND a.subject_kind = 'obligation' AND o.id = a.subject_id) AS obligation
       FROM n
       JOIN alert a ON a.state_id = n.state_id AND a.id = n.alert_id
       JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
       ORDER BY n.person_id, n.id`;

/** The ledger of reminders: a row per recipient, subject, rule, occasion and rung, written once. */
export class NoticeRepository {
  constructor(private readonly record: RecordDatabase) {}

  listLedger(stateId: number, alertIds: readonly number[]): Promise<StoredLedgerEntry[]> {
    if (alertIds.length === 0) return Promise.resolve([]);
    return this.record.current().rows<StoredLedgerEntry>(
      `SELECT alert_id AS "alertId", occasion, person_id AS "recipientId", rung, outcome, reason, written_on AS "writtenOn" FROM notice
       WHERE state_id = $1 AND alert_id = ANY($2)`,
      [stateId, [...alertIds]],
    );
  }

  /** Answers how many rows are new; a notice that exists already is left alone. */
  async writeNotices(stateId: number, on: CivilDate, notices: readonly NoticeToWrite[]): Promise<number> {
    if (notices.length === 0) return 0;
    return this.record.current().execute(
      `INSERT INTO notice (state_id, alert_id, person_id, subject_kind, subject_id, rule, occasion, rung, rung_on, outcome, reason, written_on)
       SELECT $1, alert_id, person_id, subject_kind, subject_id, rule, occasion, rung, rung_on, outcome, reason, $2
       FROM jsonb_to_recordset($3::jsonb) AS g(alert_id int, person_id int, subject_kind text, subject_id int, rule text, occasion text,
                                              rung smallint, rung_on date, outcome text, reason text)
       ON CONFLICT ON CONSTRAINT uq_notice_occasion DO NOTHING`,
      [
        stateId,
        on,
        JSON.stringify(
          notices.map((notice) => ({
            alert_id: notice.alertId,
            person_id: notice.personId,
            subject_kind: notice.subject.kind,
            subject_id: notice.subject.id,
            rule: notice.rule,
            occasion: notice.occasion,
            rung: notice.rung,
            rung_on: notice.rungOn,
            outcome: notice.outcome,
            reason: notice.reason,
          })),
        ),
      ],
    );
  }

  /** Notices without a mail, and those of a mail that has not left yet: the next mail carries them. */
  listWaiting(stateId: number): Promise<WaitingNotice[]> {
    return this.record.current().planned<WaitingNotice>(
      'list_waiting_notices',
      selectWaiting(`
         SELECT * FROM notice WHERE state_id = $1 AND outcome = 'send' AND message_id IS NULL
         UNION ALL
         SELECT n.* FROM message m JOIN notice n ON n.state_id = m.state_id AND n.message_id = m.id
         WHERE m.state_id = $1 AND m.delivery_state = 'pending' AND n.outcome = 'send'`),
      [stateId],
    );
  }

  /** What the given mails carry, where they have not left yet. */
  listCarried(stateId: number, messageIds: readonly number[]): Promise<WaitingNotice[]> {
    return this.record.current().planned<WaitingNotice>(
      'list_carried_notices',
      selectWaiting(`
         SELECT n.* FROM message m JOIN notice n ON n.state_id = m.state_id AND n.message_id = m.id
         WHERE m.state_id = $1 AND m.id = ANY($2) AND m.delivery_state = 'pending' AND n.outcome = 'send'`),
      [stateId, [...messageIds]],
    );
  }

  /** Whether any notice still waits for a first mail, and not for a later day. */
  async hasUndigested(stateId: number, on: CivilDate): Promise<boolean> {
    const row = await this.record.current().row<{ waiting: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM notice WHERE state_id = $1 AND outcome = 'send' AND message_id IS NULL
                        AND (waits_until IS NULL OR waits_until <= $2)) AS waiting`,
      [stateId, on],
    );
    return row?.waiting ?? false;
  }

  /** Until when notices wait, and what for. */
  async putOff(stateId: number, waits: readonly (Wait & { readonly id: number })[]): Promise<void> {
    if (waits.length === 0) return;
    await this.record.current().execute(
      `UPDATE notice n SET waits_until = g.until, waits_for = g."for" FROM jsonb_to_recordset($2::jsonb) AS g(id bigint, until date, "for" text)
       WHERE n.state_id = $1 AND n.id = g.id`,
      [stateId, JSON.stringify(waits)],
    );
  }

  /** What waits for one person's mail is decided anew. Answers how many there are. */
  takeUpAgain(stateId: number, personId: number): Promise<number> {
    return this.record.current().execute(
      `UPDATE notice SET waits_until = NULL, waits_for = NULL
       WHERE state_id = $1 AND person_id = $2 AND outcome = 'send' AND message_id IS NULL AND waits_until IS NOT NULL`,
      [stateId, personId],
    );
  }

  /** How many notices wait for one person's mail. */
  async countWaiting(stateId: number, personId: number): Promise<number> {
    const row = await this.record
      .current()
      .row<{ count: number }>(
        `SELECT count(*)::int AS count FROM notice WHERE state_id = $1 AND person_id = $2 AND outcome = 'send' AND message_id IS NULL`,
        [stateId, personId],
      );
    return row?.count ?? 0;
  }

  /** A notice that no longer holds when its mail closes is kept, and says why it was not sent. */
  async skipNotices(stateId: number, ids: readonly number[], reason: string): Promise<void> {
    if (ids.length === 0) return;
    await this.record
      .current()
      .execute(
        `UPDATE notice SET outcome = 'skip', reason = $3, message_id = NULL WHERE state_id = $1 AND id = ANY($2)`,
        [stateId, [...ids], reason],
      );
  }
}
