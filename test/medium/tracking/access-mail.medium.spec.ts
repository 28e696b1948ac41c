import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { OutgoingMail } from '#mail';
import type { AccessMailWish } from '#queue';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const HOUR_MS = 3_600_000;
const FIRST = { attempt: 1, of: 9 };

describe('a mail about the way into an account', () => {
  let ground: TrackingGround;
  let peru: WatchedState;
  let personId: number;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    personId = await peru.addPerson('ana@per.example', 'ombudsperson', null);
  });

  beforeEach(() => {
    ground.dispatcher.takeAccessMails();
    ground.mailer.sent.length = 0;
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    ground.clock.advance(24 * HOUR_MS);
  });

  afterAll(() => ground.close());

  const tokenIn = (mail: OutgoingMail | undefined): string =>
    /\/set-password\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
  const links = async (): Promise<number> => {
    const [row] = await ground.record.runShared((sql) =>
      sql.rows<{ count: number }>('SELECT count(*)::int AS count FROM sign_in_link WHERE person_id = $1', [
        personId,
      ]),
    );
    return row?.count ?? -1;
  };
  async function asked(email: string): Promise<AccessMailWish> {
    await ground.tracking.recoverAccess.request(email, '127.0.0.1');
    const [wish, ...more] = ground.dispatcher.takeAccessMails();
    expect(more).toEqual([]);
    return wish!;
  }
  const send = (wish: AccessMailWish, attempt = FIRST): Promise<unknown> =>
    ground.tracking.sendAccessMail.send(wish, attempt).then(
      () => 'done',
      (error: unknown) => error,
    );

  it('is asked for alike for a known and an unknown address, by a job that holds numbers alone and no link yet', async () => {
    const before = await links();
    const known = await asked(' ANA@per.example');
    const unknown = await asked('nobody@per.example');
    expect(known).toEqual({ kind: 'recovery', personId, mail: expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(unknown).toEqual({ ...known, personId: null, mail: unknown.mail });
    expect(await links()).toBe(before);
    expect([await send(unknown), await send(known)]).toEqual(['done', 'done']);
    expect(ground.mailer.sent.map(({ to }) => to.address)).toEqual(['ana@per.example']);
  });

  it('has a link whose hour begins when the mail leaves, however long the relay was down', async () => {
    const wish = await asked('ana@per.example');
    ground.mailer.answer = () => ({ kind: 'temporary', code: 421, response: '421 <ana@per.example> later' });
    expect(await send(wish)).toMatchObject({ code: 'access_mail.temporary', retryable: true });
    ground.clock.advance(3 * HOUR_MS);
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    expect(await send(wish, { attempt: 2, of: 9 })).toBe('done');
    const token = tokenIn(ground.mailer.sent[0]);
    ground.clock.advance(0.99 * HOUR_MS);
    expect((await ground.tracking.passwordLinks.describe(token)).visitor.personId).toBe(personId);
    ground.clock.advance(0.01 * HOUR_MS);
    await expect(ground.tracking.passwordLinks.describe(token)).rejects.toMatchObject({
      code: 'sign_in.link_used',
    });
  });

  it('is given up after the last attempt, at a refusal for good, and after one repeat that nobody answered', async () => {
    const wish = await asked('ana@per.example');
    const outcome = async (kind: 'temporary' | 'permanent' | 'in_doubt', attempt: number) => {
      ground.mailer.answer = () => ({ kind, code: 450, response: '450 <ana@per.example> no' });
      return send(wish, { attempt, of: 9 });
    };
    expect(await outcome('temporary', 8)).toMatchObject({ retryable: true });
    expect(await outcome('temporary', 9)).toMatchObject({ retryable: false });
    expect(await outcome('in_doubt', 1)).toMatchObject({ code: 'access_mail.in_doubt', retryable: true });
    expect(await outcome('in_doubt', 2)).toMatchObject({ code: 'access_mail.in_doubt', retryable: false });
    const refused = await outcome('permanent', 1);
    expect(refused).toMatchObject({ code: 'access_mail.permanent', retryable: false });
    expect(String(refused)).not.toContain('@');
    const [person] = await ground.record.runShared((sql) =>
      sql.rows<{ gone: boolean }>('SELECT unreachable_since IS NOT NULL AS gone FROM person WHERE id = $1', [
        personId,
      ]),
    );
    expect(person?.gone).toBe(true);
    const failed = await ground.record.runShared((sql) =>
      sql.rows<{ reason: string }>(
        `SELECT reason FROM security_event WHERE event = 'access_mail.failed' AND person_id = $1 ORDER BY id`,
        [personId],
      ),
    );
    expect(failed.map(({ reason }) => reason)).toEqual([
      'access_mail.temporary',
      'access_mail.in_doubt',
      'access_mail.permanent',
    ]);
  });

  it('shows once in a mailbox that got it twice: each attempt has the same Message-ID', async () => {
    const wish = await asked('ana@per.example');
    await send(wish);
    await send(wish, { attempt: 2, of: 9 });
    const [first, second] = ground.mailer.sent;
    expect(second?.messageId).toBe(first?.messageId);
    expect(tokenIn(second)).not.toBe(tokenIn(first));
  });

  it('of an invitation names who invited and becomes a plain notice once a password is set', async () => {
    const inviter = { personId, name: 'ana@per.example', role: 'secretariat' as const };
    const invitation = { name: 'Luz', email: 'luz@per.example', language: 'en' as const, institution: null };
    await ground.tracking.invitePerson.invite(peru.state, { ...invitation, role: 'ombudsperson' }, inviter);
    const [wish] = ground.dispatcher.takeAccessMails();
    expect(JSON.stringify(wish)).not.toMatch(/@|Luz/);
    await send(wish!);
    expect(ground.mailer.sent[0]?.text).toContain('ana@per.example has entered you as ombudsperson');
    expect(tokenIn(ground.mailer.sent[0])).not.toBe('');
    await ground.record.runShared((sql) =>
      sql.execute(`UPDATE person SET password_hash = 'x' WHERE email = 'luz@per.example'`),
    );
    await send(wish!, { attempt: 2, of: 9 });
    expect(tokenIn(ground.mailer.sent[1])).toBe('');
    expect(ground.mailer.sent[1]?.text).toContain('/en/sign-in');
  });

  it('is not sent to whoever has left or lost every role while it waited', async () => {
    const wish = await asked('ana@per.example');
    await ground.rows(
      peru.state.id,
      `UPDATE membership SET ended_at = now() WHERE person_id = $1 RETURNING 1`,
      [personId],
    );
    expect(await send(wish)).toBe('done');
    expect(ground.mailer.sent).toEqual([]);
  });
});
