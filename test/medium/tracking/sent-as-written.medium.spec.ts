import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const MINUTE = 60_000;
const AT_MOST = 2;

let ground: TrackingGround;
let watched: WatchedState;
let numbered = 0;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  watched = await WatchedState.create(ground);
});
afterAll(() => ground?.close());

/** Of somebody who has a mail to come, after the sweep of the day. */
async function owing(count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    numbered += 1;
    const institution = await watched.addInstitution(`W${numbered}`, []);
    await watched.addPerson(`w${numbered}@institution.example`, 'focal_point', institution);
    await watched.owe(institution, '2026-06-30');
  }
  await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
}

/** Of the newest mails, each attempt with its outcome. */
const attempts = (count: number) =>
  ground.rows<{ id: number; attempt: number; outcomes: string[] }>(
    watched.state.id,
    `SELECT message_id AS id, attempt, array_agg(outcome ORDER BY id) AS outcomes FROM delivery
     WHERE state_id = $1 AND message_id IN (SELECT id FROM message WHERE state_id = $1 ORDER BY id DESC LIMIT $2)
     GROUP BY message_id, attempt ORDER BY message_id, attempt`,
    [watched.state.id, count],
  );

/** What the next look of the watch is asked to look at. */
async function marks(): Promise<number> {
  const [row] = await ground.rows<{ count: number }>(
    watched.state.id,
    'SELECT count(*)::int AS count FROM sweep_mark WHERE state_id = $1',
    [watched.state.id],
  );
  return row!.count;
}

const close = () =>
  ground.tracking.closeDigest.close(watched.state, {
    by: 'writer',
    leaseUntil: ground.clock.now() + MINUTE,
    atMost: AT_MOST,
  });
const deliver = () => ground.tracking.deliverMessages.deliver(watched.state.id);

describe('a mail that its writer sends', () => {
  it('leaves without being asked of the ledger, which has its attempt from the beginning to the end', async () => {
    await owing(1);
    await ground.tracking.passOnMail.closeDay(watched.state);
    await ground.tracking.passOnMail.stop();
    expect(ground.mailer.sent.map(({ to }) => to.address)).toEqual([`w${numbered}@institution.example`]);
    expect((await attempts(1)).map(({ attempt, outcomes }) => [attempt, outcomes])).toEqual([
      [1, ['started', 'accepted']],
    ]);
    expect(await deliver()).toMatchObject({ accepted: 0 });
  });

  it('is claimed as the ledger would have claimed it', async () => {
    await owing(1);
    const { claimed } = await close();
    const [kept] = await ground.rows(
      watched.state.id,
      `SELECT m.id, m.person_id AS "personId", p.email AS "to", p.name AS "toName", m.message_id_header AS "messageId", m.subject, m.body,
              m.attempts AS attempt FROM message m JOIN person p ON p.id = m.person_id WHERE m.state_id = $1 ORDER BY m.id DESC LIMIT 1`,
      [watched.state.id],
    );
    expect(claimed).toEqual([{ ...(kept as object), subscriberId: null, unanswered: 0 }]);
  });

  it('is taken up by another once the lease of a writer that died has ended, and known as one that may have left', async () => {
    await owing(1);
    const { claimed } = await close();
    expect(claimed).toHaveLength(1);
    expect(await deliver()).toMatchObject({ accepted: 0 });
    ground.clock.set(new Date(ground.clock.now() + 2 * MINUTE).toISOString());
    await deliver();
    expect(ground.mailer.sent.filter(({ messageId }) => messageId === claimed[0]!.messageId)).toHaveLength(1);
    expect((await attempts(1)).map(({ attempt, outcomes }) => [attempt, outcomes])).toEqual([
      [1, ['started']],
      [2, ['started', 'accepted']],
    ]);
  });

  it('makes nobody look again at what it tells of; a notice that is taken back does', async () => {
    await owing(1);
    const before = await marks();
    await close();
    expect(await marks()).toBe(before);
    await ground.rows(
      watched.state.id,
      `UPDATE notice SET outcome = 'skip', reason = 'acknowledged' WHERE state_id = $1 AND id = (SELECT max(id) FROM notice WHERE state_id = $1) RETURNING id`,
      [watched.state.id],
    );
    expect(await marks()).toBe(before + 1);
  });

  it('is left to the ledger where more were written than were offered to be sent', async () => {
    await owing(AT_MOST + 1);
    const { messages, claimed } = await close();
    expect([messages, claimed]).toEqual([AT_MOST + 1, []]);
    expect(await deliver()).toMatchObject({ accepted: AT_MOST + 1 });
  });
});
