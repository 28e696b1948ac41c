import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { INVITATION } from './invitation-outcome.js';
import type { MailAboutAccess } from './invitation-outcome.js';

/** Somebody who answers, or answered, for an institution. */
export interface FocalPoint {
  readonly id: number;
  readonly membershipId: number;
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly kind: 'institutional' | 'technical';
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate | null;
  readonly reachable: boolean;
  /** False once the role was taken away or the person has left. */
  readonly inOffice: boolean;
}

export interface ListedFocalPoint extends FocalPoint {
  /** Of whoever has not arrived: null where nothing of it is known, and for all others. */
  readonly invitation: MailAboutAccess | null;
}

export interface HandOver {
  readonly id: number;
  readonly institutionId: number;
  readonly fromPersonId: number;
  readonly toPersonId: number;
  readonly startsOn: CivilDate;
  readonly note: string;
}

/** What came over, counted. */
export interface Moved {
  /** Reminders that had not left yet. */
  readonly waiting: number;
  /** Reminders that the former one was sent: they are not repeated. */
  readonly told: number;
}

/** Something that stands open and goes on with the new focal point. */
export interface Standing {
  readonly alertId: number;
  readonly rule: string;
  readonly reason: string;
  readonly evidence: Readonly<Record<string, number | string | readonly string[] | null>>;
  readonly dueOn: CivilDate | null;
  readonly state: 'open' | 'acknowledged' | 'snoozed';
  readonly snoozedUntil: CivilDate | null;
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
}

const OCCASION = `coalesce(a.due_on, a.opened_on)::text || '#' || a.episode`;
const OWNER = `coalesce((SELECT o.institution_id FROM obligation o WHERE o.state_id = a.state_id AND a.subject_kind = 'obligation' AND o.id = a.subject_id), a.institution_id)`;
const IN_OFFICE = `f.starts_on <= $3 AND (f.ends_on IS NULL OR f.ends_on >= $3) AND m.ended_at IS NULL
  AND m.starts_on <= $3 AND (m.ends_on IS NULL OR m.ends_on >= $3) AND p.ended_at IS NULL`;

/** Hand-overs between focal points, and what they do to the ledger of reminders. */
export class HandOverRepository {
  constructor(private readonly record: RecordDatabase) {}

  listFocalPoints(stateId: number, institutionId: number, today: CivilDate): Promise<ListedFocalPoint[]> {
    return this.record.current().rows<ListedFocalPoint>(
      `SELECT f.id, m.id AS "membershipId", p.id AS "personId", p.name, p.email, f.kind, f.starts_on AS "startsOn", f.ends_on AS "endsOn",
         p.unreachable_since IS NULL AND p.ended_at IS NULL AS reachable, ${IN_OFFICE} AS "inOffice", ${INVITATION} AS invitation
       FROM focal_point f JOIN membership m ON m.state_id = f.state_id AND m.id = f.membership_id JOIN person p ON p.id = m.person_id
       WHERE f.state_id = $1 AND f.institution_id = $2 ORDER BY f.id DESC`,
      [stateId, institutionId, today],
    );
  }

  /** The last term of somebody at an institution, over or not. Locked, with the membership it hangs on. */
  lockFocalPoint(
    stateId: number,
    focalPointId: number,
  ): Promise<(FocalPoint & { institutionId: number }) | null> {
    return this.record.current().row<FocalPoint & { institutionId: number }>(
      `SELECT f.id, m.id AS "membershipId", p.id AS "personId", p.name, p.email, f.kind, f.starts_on AS "startsOn", f.ends_on AS "endsOn",
         p.unreachable_since IS NULL AND p.ended_at IS NULL AS reachable, m.ended_at IS NULL AS "inOffice", f.institution_id AS "institutionId"
       FROM focal_point f JOIN membership m ON m.state_id = f.state_id AND m.id = f.membership_id JOIN person p ON p.id = m.person_id
       WHERE f.state_id = $1 AND f.id = $2 FOR UPDATE OF f, m`,
      [stateId, focalPointId],
    );
  }

  async findInstitution(stateId: number, id: number): Promise<{ code: string } | null> {
    return this.record
      .current()
      .row<{ code: string }>(`SELECT code FROM institution WHERE state_id = $1 AND id = $2`, [stateId, id]);
  }

  /** Whoever hands over answers until the day before. */
  async endTerm(stateId: number, focalPoint: FocalPoint, lastDay: CivilDate): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `UPDATE focal_point SET ends_on = $3 WHERE state_id = $1 AND id = $2 AND (ends_on IS NULL OR ends_on > $3)`,
      [stateId, focalPoint.id, lastDay],
    );
    await sql.execute(
      `UPDATE membership SET ends_on = $3 WHERE state_id = $1 AND id = $2 AND (ends_on IS NULL OR ends_on > $3)`,
      [stateId, focalPoint.membershipId, lastDay],
    );
  }

  /** The new one keeps the kind of the former, from the day on; an invitation alone would begin today. */
  async beginTerm(
    stateId: number,
    term: {
      readonly personId: number;
      readonly institutionId: number;
      readonly kind: string;
      readonly from: CivilDate;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE focal_point f SET kind = $4, starts_on = $5 FROM membership m
       WHERE f.state_id = $1 AND m.state_id = f.state_id AND m.id = f.membership_id AND m.person_id = $2 AND f.institution_id = $3
         AND f.id = (SELECT max(g.id) FROM focal_point g JOIN membership k ON k.state_id = g.state_id AND k.id = g.membership_id
                     WHERE g.state_id = $1 AND g.institution_id = $3 AND k.person_id = $2)`,
      [stateId, term.personId, term.institutionId, term.kind, term.from],
    );
  }

  async addHandOver(
    stateId: number,
    handOver: Omit<HandOver, 'id'> & { readonly recordedBy: number | null; readonly recordedAt: Instant },
  ): Promise<HandOver> {
    const { institutionId, fromPersonId, toPersonId, startsOn, note, recordedBy, recordedAt } = handOver;
    const row = await this.record.current().row<{ id: number }>(
      `INSERT INTO hand_over (state_id, institution_id, from_person_id, to_person_id, starts_on, note, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000)) RETURNING id`,
      [stateId, institutionId, fromPersonId, toPersonId, startsOn, note, recordedBy, recordedAt],
    );
    return { id: row!.id, institutionId, fromPersonId, toPersonId, startsOn, note };
  }

  /** Hand-overs whose day has come and that were not carried out. */
  listDue(stateId: number, today: CivilDate): Promise<HandOver[]> {
    return this.record.current().rows<HandOver>(
      `SELECT id, institution_id AS "institutionId", from_person_id AS "fromPersonId", to_person_id AS "toPersonId", starts_on AS "startsOn", note
       FROM hand_over WHERE state_id = $1 AND carried_out_at IS NULL AND starts_on <= $2 ORDER BY starts_on, id FOR UPDATE`,
      [stateId, today],
    );
  }

  async markCarriedOut(stateId: number, id: number, at: Instant, moved: Moved): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE hand_over SET carried_out_at = to_timestamp($3::float8 / 1000), moved = $4 WHERE state_id = $1 AND id = $2`,
        [stateId, id, at, JSON.stringify(moved)],
      );
  }

  /** Mails of a person that have not left, locked against a deliverer. `leaving`: one has it in its hands right now. */
  lockUnsent(
    stateId: number,
    personId: number,
    now: Instant,
  ): Promise<{ readonly id: number; readonly leaving: boolean }[]> {
    return this.record.current().rows<{ id: number; leaving: boolean }>(
      `SELECT id, claimed_by IS NOT NULL AND next_attempt_at > to_timestamp($3::float8 / 1000) AS leaving FROM message
       WHERE state_id = $1 AND person_id = $2 AND delivery_state = 'pending' AND sequence <= 1 ORDER BY id FOR UPDATE`,
      [stateId, personId, now],
    );
  }

  /**
   * Moves one person's reminders of an institution to another. What never reached the former becomes the new one's to be sent;
   * what did is written down for the new one as told, so that it is not repeated. A row that an earlier hand-over had moved
   * away comes back to life.
   */
  async moveNotices(stateId: number, { institutionId, fromPersonId, toPersonId }: HandOver): Promise<Moved> {
    const sql = this.record.current();
    const places = [stateId, institutionId, fromPersonId, toPersonId];
    const ofFormer = `FROM notice n JOIN alert a ON a.state_id = n.state_id AND a.id = n.alert_id
      LEFT JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
      WHERE n.state_id = $1 AND n.person_id = $3 AND a.alert_state <> 'resolved' AND n.occasion = ${OCCASION} AND ${OWNER} = $2`;
    const told = await sql.execute(
      `INSERT INTO notice (state_id, alert_id, person_id, subject_kind, subject_id, rule, occasion, rung, rung_on, outcome, reason, written_on)
       SELECT n.state_id, n.alert_id, $4, n.subject_kind, n.subject_id, n.rule, n.occasion, n.rung, n.rung_on, 'skip', 'told_before', n.written_on
       ${ofFormer} AND n.outcome = 'send' AND m.delivery_state IN ('accepted', 'in_doubt')
       ON CONFLICT ON CONSTRAINT uq_notice_occasion DO NOTHING`,
      places,
    );
    const waiting = await sql.execute(
      `WITH unsent AS (
         SELECT n.*, m.delivery_state AS mail ${ofFormer}
           AND (n.outcome = 'send' AND (m.id IS NULL OR m.delivery_state IN ('pending', 'permanent', 'dead', 'returned'))
                OR n.outcome = 'skip' AND n.reason IN ('unreachable', 'no_owner'))
           AND NOT EXISTS (SELECT FROM notice l LEFT JOIN message k ON k.state_id = l.state_id AND k.id = l.message_id
             WHERE l.state_id = n.state_id AND l.alert_id = n.alert_id AND l.occasion = n.occasion AND l.person_id = n.person_id AND l.rung > n.rung
               AND (l.reason = 'told_before' OR k.delivery_state IN ('accepted', 'in_doubt')))),
       gone AS (
         UPDATE notice n SET outcome = 'skip', reason = 'handed_over', message_id = NULL FROM unsent u
         WHERE n.state_id = u.state_id AND n.id = u.id AND u.outcome = 'send' AND coalesce(u.mail, 'pending') = 'pending')
       INSERT INTO notice (state_id, alert_id, person_id, subject_kind, subject_id, rule, occasion, rung, rung_on, outcome, reason, written_on)
       SELECT u.state_id, u.alert_id, $4, u.subject_kind, u.subject_id, u.rule, u.occasion, u.rung, u.rung_on, 'send',
         CASE u.outcome WHEN 'send' THEN u.reason ELSE 'rung_reached_late' END, u.written_on FROM unsent u
       ON CONFLICT ON CONSTRAINT uq_notice_occasion DO UPDATE SET outcome = 'send', reason = excluded.reason, message_id = NULL
         WHERE notice.outcome = 'skip' AND notice.reason IN ('handed_over', 'unreachable', 'no_owner')`,
      places,
    );
    return { waiting, told };
  }

  /** What is left in mails that give way waits for the person's next one. */
  async detachNotices(stateId: number, messageIds: readonly number[]): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE notice SET message_id = NULL WHERE state_id = $1 AND message_id = ANY($2)`, [
        stateId,
        [...messageIds],
      ]);
  }

  /** What stands open at an institution, most pressing first. */
  listStanding(stateId: number, institutionId: number, limit: number): Promise<Standing[]> {
    return this.record.current().rows<Standing>(
      `SELECT a.id AS "alertId", a.rule, a.reason, a.evidence, a.due_on AS "dueOn", a.alert_state AS state, a.snoozed_until AS "snoozedUntil",
         r.public_id AS "publicId", r.code,
         (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM recommendation_text t
          WHERE t.state_id = r.state_id AND t.recommendation_id = r.id) AS titles
       FROM alert a JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
       WHERE a.state_id = $1 AND a.alert_state <> 'resolved' AND a.rule <> 'nobody_responsible' AND ${OWNER} = $2
       ORDER BY a.due_on NULLS LAST, r.position, a.id LIMIT $3`,
      [stateId, institutionId, limit],
    );
  }
}
