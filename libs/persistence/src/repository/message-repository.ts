import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { ClaimedMessage, DayMessage, DeliveryResult, MailClaim, NewMessage } from './message.js';

const DAY_MESSAGE = `id, person_id AS "personId", civil_on AS "civilOn", sequence, delivery_state AS "deliveryState"`;

/** Mails and every attempt to deliver them. No transaction stays open while one is sent. */
export class MessageRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Mails of a day that have not left yet, held: none of them leaves before the transaction ends. */
  holdOpen(stateId: number): Promise<DayMessage[]> {
    return this.record
      .current()
      .planned<DayMessage>(
        'hold_open_messages',
        `SELECT ${DAY_MESSAGE} FROM message WHERE state_id = $1 AND sequence <= 1 AND delivery_state = 'pending' ORDER BY id FOR UPDATE`,
        [stateId],
      );
  }

  /** Mails of that day that left, or never will, of the given people. */
  listLeft(stateId: number, personIds: readonly number[], civilOn: CivilDate): Promise<DayMessage[]> {
    return this.record.current().planned<DayMessage>(
      'list_left_messages',
      `SELECT ${DAY_MESSAGE} FROM message
       WHERE state_id = $1 AND person_id = ANY($2) AND civil_on = $3 AND sequence <= 1 AND delivery_state <> 'pending' ORDER BY id`,
      [stateId, [...personIds], civilOn],
    );
  }

  /** The next free place of a mail that is no digest: no other may give way to it, nor it to them. */
  async nextSequence(stateId: number, personId: number, civilOn: CivilDate): Promise<number> {
    const row = await this.record
      .current()
      .row<{ next: number }>(
        `SELECT greatest(coalesce(max(sequence), 0) + 1, 2)::int AS next FROM message WHERE state_id = $1 AND person_id = $2 AND civil_on = $3`,
        [stateId, personId, civilOn],
      );
    return row?.next ?? 2;
  }

  async saveMessage(stateId: number, message: NewMessage): Promise<number> {
    const [saved] = await this.record.current().planned<{ id: number }>(
      'save_message',
      `WITH written AS (
         INSERT INTO message (state_id, person_id, subscriber_id, civil_on, sequence, message_id_header, subject, body, next_attempt_at, created_at, held_for,
           claimed_by, attempts)
         VALUES ($1, $2, $9, $3, $4, $5, $6, $7, to_timestamp($10::float8 / 1000), to_timestamp($8::float8 / 1000), $11, $12, ($12::text IS NOT NULL)::int)
         RETURNING id, attempts, created_at),
       started AS (
         INSERT INTO delivery (state_id, message_id, attempt, outcome, happened_at)
         SELECT $1, id, attempts, 'started', created_at FROM written WHERE attempts > 0),
       carried AS (
         UPDATE notice n SET message_id = w.id FROM written w WHERE n.state_id = $1 AND n.id = ANY($13::bigint[]))
       SELECT id FROM written`,
      [
        stateId,
        'personId' in message.to ? message.to.personId : null,
        message.civilOn,
        message.sequence,
        message.messageId,
        message.subject,
        JSON.stringify(message.body),
        message.createdAt,
        'subscriberId' in message.to ? message.to.subscriberId : null,
        message.claim?.leaseUntil ?? message.held?.until ?? message.createdAt,
        message.held?.for ?? null,
        message.claim?.by ?? null,
        message.notices ?? [],
      ],
    );
    return saved!.id;
  }

  /** An older mail that never left gives way to the newer one that carries its notices. */
  async supersedeMessages(stateId: number, ids: readonly number[], by: number, at: Instant): Promise<void> {
    if (ids.length === 0) return;
    await this.record.current().execute(
      `WITH old AS (UPDATE message SET delivery_state = 'superseded', superseded_by = $3, claimed_by = NULL
                    WHERE state_id = $1 AND id = ANY($2) AND delivery_state = 'pending' RETURNING id, attempts)
       INSERT INTO delivery (state_id, message_id, attempt, outcome, happened_at)
       SELECT $1, id, attempts, 'superseded', to_timestamp($4::float8 / 1000) FROM old`,
      [stateId, [...ids], by, at],
    );
  }

  /** A mail of which nothing holds any more does not leave; the ledger says why of each of its notices. */
  async withdraw(
    stateId: number,
    { id, attempt }: Pick<ClaimedMessage, 'id' | 'attempt'>,
    at: Instant,
  ): Promise<void> {
    await this.record.current().execute(
      `WITH old AS (UPDATE message SET delivery_state = 'superseded', claimed_by = NULL WHERE state_id = $1 AND id = $2 AND delivery_state = 'pending' RETURNING id)
       INSERT INTO delivery (state_id, message_id, attempt, outcome, happened_at)
       SELECT $1, id, $3, 'withdrawn', to_timestamp($4::float8 / 1000) FROM old`,
      [stateId, id, attempt, at],
    );
  }

  /** A mail that could not be written: it waits for a person, and the ledger says why. */
  async bury(
    stateId: number,
    { id, attempt }: Pick<ClaimedMessage, 'id' | 'attempt'>,
    reason: string,
    at: Instant,
  ): Promise<void> {
    await this.record.current().execute(
      `WITH dead AS (UPDATE message SET delivery_state = 'dead', claimed_by = NULL WHERE state_id = $1 AND id = $2 AND delivery_state = 'pending' RETURNING id)
       INSERT INTO delivery (state_id, message_id, attempt, outcome, response, happened_at)
       SELECT $1, id, $3, 'failed', $4, to_timestamp($5::float8 / 1000) FROM dead`,
      [stateId, id, attempt, reason, at],
    );
  }

  /** The same mail, as it holds now. */
  async rewrite(
    stateId: number,
    id: number,
    { subject, body }: Pick<NewMessage, 'subject' | 'body'>,
  ): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE message SET subject = $3, body = $4 WHERE state_id = $1 AND id = $2`, [
        stateId,
        id,
        subject,
        JSON.stringify(body),
      ]);
  }

  /** Takes due mails under a lease: whoever dies with one gives it back by doing nothing. */
  claimMessages(
    stateId: number,
    claim: MailClaim & { readonly now: Instant; readonly limit: number },
  ): Promise<ClaimedMessage[]> {
    return this.record.current().planned<ClaimedMessage>(
      'claim_messages',
      `WITH due AS (
         SELECT id FROM message WHERE state_id = $1 AND delivery_state = 'pending' AND next_attempt_at <= to_timestamp($3::float8 / 1000)
         ORDER BY next_attempt_at, id LIMIT $5 FOR UPDATE SKIP LOCKED),
       claimed AS (
         UPDATE message m SET claimed_by = $2, attempts = attempts + 1, next_attempt_at = to_timestamp($4::float8 / 1000)
         FROM due WHERE m.state_id = $1 AND m.id = due.id
         RETURNING m.id, m.person_id, m.subscriber_id, m.message_id_header, m.subject, m.body, m.attempts),
       started AS (
         INSERT INTO delivery (state_id, message_id, attempt, outcome, happened_at)
         SELECT $1, id, attempts, 'started', to_timestamp($3::float8 / 1000) FROM claimed)
       SELECT c.id, c.person_id AS "personId", c.subscriber_id AS "subscriberId", coalesce(p.email, s.email) AS "to", coalesce(p.name, s.email) AS "toName",
              c.message_id_header AS "messageId", c.subject, c.body,
              c.attempts AS attempt, coalesce(u.unanswered, 0)::int AS unanswered
       FROM claimed c LEFT JOIN person p ON p.id = c.person_id LEFT JOIN subscriber s ON s.state_id = $1 AND s.id = c.subscriber_id
       LEFT JOIN LATERAL (
         SELECT count(*) AS unanswered FROM (
           SELECT attempt FROM delivery d WHERE d.state_id = $1 AND d.message_id = c.id AND d.attempt < c.attempts
           GROUP BY attempt HAVING bool_or(outcome = 'in_doubt') OR bool_and(outcome = 'started')) a) u ON true
       ORDER BY c.id`,
      [stateId, claim.by, claim.now, claim.leaseUntil, claim.limit],
    );
  }

  /**
   * Records how attempts ended. A claim that was lost meanwhile changes the history, not the state. The mails are taken by their
   * ids before anything is asked of them: asked at once, a table without statistics is read through all that is pending.
   */
  async recordDeliveries(stateId: number, by: string, results: readonly DeliveryResult[]): Promise<void> {
    if (results.length === 0) return;
    await this.record.current().planned(
      'record_deliveries',
      `WITH ended AS (
         SELECT e.id, e.attempt, e.outcome, e.smtp_code, e.response, to_timestamp(e.at_ms / 1000) AS happened_at,
                to_timestamp(e.next_ms / 1000) AS next_at, e.settled_as
         FROM unnest($3::int[], $4::smallint[], $5::text[], $6::smallint[], $7::text[], $8::float8[], $9::float8[], $10::text[])
           AS e(id, attempt, outcome, smtp_code, response, at_ms, next_ms, settled_as)),
       attempts AS (
         INSERT INTO delivery (state_id, message_id, attempt, outcome, smtp_code, response, happened_at)
         SELECT $1, id, attempt, outcome, smtp_code, response, happened_at FROM ended),
       held AS MATERIALIZED (
         SELECT id, claimed_by, delivery_state FROM message WHERE state_id = $1 AND id = ANY($3::int[]) FOR UPDATE)
       UPDATE message m SET claimed_by = NULL, delivery_state = coalesce(e.settled_as, m.delivery_state),
              next_attempt_at = coalesce(e.next_at, m.next_attempt_at)
       FROM ended e JOIN held h USING (id)
       WHERE m.state_id = $1 AND m.id = h.id AND h.delivery_state = 'pending' AND (h.claimed_by = $2 OR e.settled_as = 'accepted')`,
      [
        stateId,
        by,
        results.map(({ id }) => id),
        results.map(({ attempt }) => attempt),
        results.map(({ outcome }) => outcome),
        results.map(({ smtpCode }) => smtpCode),
        results.map(({ response }) => response),
        results.map(({ at }) => at),
        results.map(({ nextAttemptAt }) => nextAttemptAt),
        results.map(({ settledAs }) => settledAs),
      ],
    );
  }

  /**
   * Gives back claimed mails that never went over a line: the same attempt is begun anew by whoever takes them next, and does
   * not count as one whose end nobody knows.
   */
  async giveBack(
    stateId: number,
    by: string,
    claims: readonly Pick<ClaimedMessage, 'id' | 'attempt'>[],
    now: Instant,
  ): Promise<void> {
    if (claims.length === 0) return;
    await this.record.current().execute(
      `UPDATE message m SET claimed_by = NULL, attempts = m.attempts - 1, next_attempt_at = to_timestamp($3::float8 / 1000)
       FROM unnest($4::int[], $5::int[]) AS c(id, attempt)
       WHERE m.state_id = $1 AND m.id = c.id AND m.attempts = c.attempt AND m.claimed_by = $2 AND m.delivery_state = 'pending'`,
      [stateId, by, now, claims.map(({ id }) => id), claims.map(({ attempt }) => attempt)],
    );
  }

  async countByState(stateId: number): Promise<Record<string, number>> {
    const rows = await this.record
      .current()
      .rows<{ state: string; count: number }>(
        `SELECT delivery_state AS state, count(*)::int AS count FROM message WHERE state_id = $1 GROUP BY delivery_state`,
        [stateId],
      );
    return Object.fromEntries(rows.map((row) => [row.state, row.count]));
  }

  /** Whether somebody holds a mail that has not left. */
  async isAnyClaimed(stateId: number): Promise<boolean> {
    const row = await this.record
      .current()
      .row<{ claimed: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM message WHERE state_id = $1 AND delivery_state = 'pending' AND claimed_by IS NOT NULL) AS claimed`,
        [stateId],
      );
    return row?.claimed ?? false;
  }

  /** Whether anything is due to leave now. */
  async hasDue(stateId: number, now: Instant): Promise<boolean> {
    const row = await this.record.current().row<{ due: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM message WHERE state_id = $1 AND delivery_state = 'pending'
                      AND next_attempt_at <= to_timestamp($2::float8 / 1000)) AS due`,
      [stateId, now],
    );
    return row?.due ?? false;
  }
}
