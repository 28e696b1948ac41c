import type { CivilDate, Instant, Topic } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface Subscription extends Topic {
  readonly id: number;
  readonly subscriberId: number;
  readonly language: 'en' | 'es';
  readonly confirmedAt: Instant | null;
}

export interface Subscriber {
  readonly id: number;
  readonly language: 'en' | 'es';
  readonly toldUntil: CivilDate | null;
}

const SUBSCRIPTION = `n.id, n.subscriber_id AS "subscriberId", n.topic_kind AS kind, n.topic_key AS key, n.language,
  (extract(epoch FROM n.confirmed_at) * 1000)::float8 AS "confirmedAt"`;

/** Addresses of the public and what each follows. In a transaction of the State; no address leaves it but in a claimed mail. */
export class SubscriptionRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The subscription that there is from now on, confirmed or not. What was confirmed before stays as it was. */
  async ask(
    stateId: number,
    email: string,
    topic: Topic,
    asked: { readonly language: 'en' | 'es'; readonly at: Instant },
  ): Promise<Subscription> {
    const found = await this.record.current().row<Subscription>(
      `WITH s AS (
         INSERT INTO subscriber AS k (state_id, email, language) VALUES ($1, $2, $5)
         ON CONFLICT ON CONSTRAINT uq_subscriber_email DO UPDATE SET email = k.email RETURNING id)
       INSERT INTO subscription AS n (state_id, subscriber_id, topic_kind, topic_key, language, asked_at)
       SELECT $1, s.id, $3, $4, $5, to_timestamp($6::float8 / 1000) FROM s
       ON CONFLICT ON CONSTRAINT uq_subscription_topic DO UPDATE
         SET asked_at = CASE WHEN n.confirmed_at IS NULL THEN excluded.asked_at ELSE n.asked_at END,
             language = CASE WHEN n.confirmed_at IS NULL THEN excluded.language ELSE n.language END
       RETURNING ${SUBSCRIPTION}`,
      [stateId, email, topic.kind, topic.key, asked.language, asked.at],
    );
    return found!;
  }

  /** Held until the transaction ends. */
  lock(stateId: number, id: number): Promise<Subscription | null> {
    return this.record
      .current()
      .row<Subscription>(
        `SELECT ${SUBSCRIPTION} FROM subscription n WHERE n.state_id = $1 AND n.id = $2 FOR UPDATE`,
        [stateId, id],
      );
  }

  /** From then on mails come, in the language in which it was asked for; what was published before that day is not told. */
  async confirm(
    stateId: number,
    { id, subscriberId, language }: Subscription,
    { at, toldUntil }: { readonly at: Instant; readonly toldUntil: CivilDate },
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `UPDATE subscription SET confirmed_at = to_timestamp($3::float8 / 1000) WHERE state_id = $1 AND id = $2`,
      [stateId, id, at],
    );
    await sql.execute(
      `UPDATE subscriber SET language = $3, told_until = coalesce(told_until, $4) WHERE state_id = $1 AND id = $2`,
      [stateId, subscriberId, language, toldUntil],
    );
  }

  findSubscriber(stateId: number, id: number): Promise<Subscriber | null> {
    return this.record
      .current()
      .row<Subscriber>(
        `SELECT id, language, told_until AS "toldUntil" FROM subscriber WHERE state_id = $1 AND id = $2 FOR UPDATE`,
        [stateId, id],
      );
  }

  /** What a subscriber follows, the first asked for first. */
  listConfirmed(stateId: number, subscriberId: number): Promise<Subscription[]> {
    return this.record
      .current()
      .rows<Subscription>(
        `SELECT ${SUBSCRIPTION} FROM subscription n WHERE n.state_id = $1 AND n.subscriber_id = $2 AND n.confirmed_at IS NOT NULL ORDER BY n.id`,
        [stateId, subscriberId],
      );
  }

  /** Those who have not heard of that day yet, after an id. */
  async listUntold(stateId: number, day: CivilDate, after: number, limit: number): Promise<number[]> {
    const rows = await this.record.current().rows<{ id: number }>(
      `SELECT s.id FROM subscriber s WHERE s.state_id = $1 AND s.told_until < $2 AND s.id > $3
         AND EXISTS (SELECT FROM subscription n WHERE n.state_id = s.state_id AND n.subscriber_id = s.id AND n.confirmed_at IS NOT NULL)
       ORDER BY s.id LIMIT $4`,
      [stateId, day, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  async setTold(stateId: number, id: number, day: CivilDate): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE subscriber SET told_until = $3 WHERE state_id = $1 AND id = $2`, [stateId, id, day]);
  }

  async end(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute(`DELETE FROM subscription WHERE state_id = $1 AND id = $2`, [stateId, id]);
  }

  /** The next free place of a mail on that day; the first is that of the news. */
  async nextSequence(stateId: number, subscriberId: number, civilOn: CivilDate): Promise<number> {
    const row = await this.record
      .current()
      .row<{ next: number }>(
        `SELECT greatest(coalesce(max(sequence), 0) + 1, 3)::int AS next FROM message WHERE state_id = $1 AND subscriber_id = $2 AND civil_on = $3`,
        [stateId, subscriberId, civilOn],
      );
    return row?.next ?? 3;
  }

  /** Takes every trace of addresses: what waits for them does not leave, and no mail of the ledger says what it told or to whom. */
  async forget(stateId: number, ids: readonly number[], at: Instant): Promise<void> {
    if (ids.length === 0) return;
    const sql = this.record.current();
    await sql.execute(
      `WITH held AS (SELECT id, delivery_state, attempts FROM message WHERE state_id = $1 AND subscriber_id = ANY($2) FOR UPDATE),
       emptied AS (UPDATE message m SET subscriber_id = NULL, body = '{}', claimed_by = NULL,
           delivery_state = CASE h.delivery_state WHEN 'pending' THEN 'superseded' ELSE h.delivery_state END
         FROM held h WHERE m.state_id = $1 AND m.id = h.id)
       INSERT INTO delivery (state_id, message_id, attempt, outcome, happened_at)
       SELECT $1, id, attempts, 'withdrawn', to_timestamp($3::float8 / 1000) FROM held WHERE delivery_state = 'pending'`,
      [stateId, [...ids], at],
    );
    await sql.execute(`DELETE FROM subscriber WHERE state_id = $1 AND id = ANY($2)`, [stateId, [...ids]]);
  }

  /** What nobody confirmed in time, and the addresses of which nothing is left. Answers how many were let go. */
  async forgetUnconfirmed(stateId: number, before: Instant, at: Instant): Promise<number> {
    const sql = this.record.current();
    const gone = await sql.rows<{ id: number }>(
      `DELETE FROM subscription WHERE state_id = $1 AND confirmed_at IS NULL AND asked_at < to_timestamp($2::float8 / 1000) RETURNING id`,
      [stateId, before],
    );
    const alone = await sql.rows<{ id: number }>(
      `SELECT s.id FROM subscriber s WHERE s.state_id = $1
         AND NOT EXISTS (SELECT FROM subscription n WHERE n.state_id = s.state_id AND n.subscriber_id = s.id)`,
      [stateId],
    );
    await this.forget(
      stateId,
      alone.map(({ id }) => id),
      at,
    );
    return gone.length;
  }
}
