import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { RETENTION_RULES } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DAY_MS = 86_400_000;
const SOMEBODY = 'Somebody@Reader.example';

let ground: TrackingGround;
let peru: WatchedState;
let api: ApiUnderTest;
let network = 0;

const rows = <T = Record<string, unknown>>(text: string, ...parameters: unknown[]): Promise<T[]> =>
  ground.rows<T>(peru.state.id, text, [peru.state.id, ...parameters]);

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T15:00:00Z');
  peru = await WatchedState.create(ground);
  await peru.lead(await peru.addInstitution('MIMP', []));
  await rows(`UPDATE document SET ingested_at = '2016-02-01T12:00:00Z' WHERE state_id = $1 RETURNING id`);
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

beforeEach(async () => {
  ground.clock.set('2026-11-24T15:00:00Z');
  ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
  await rows(
    `UPDATE message SET subscriber_id = NULL, body = '{}', delivery_state = 'superseded' WHERE state_id = $1 RETURNING id`,
  );
  await rows(`DELETE FROM subscriber WHERE state_id = $1 RETURNING id`);
  await ground.record.runShared((sql) => sql.execute(`DELETE FROM sign_in_attempt`));
  ground.mailer.sent.length = 0;
  await publish('2026-01-01');
});

/** A status that holds since a day is what was published then. */
async function publish(since: string): Promise<void> {
  await rows(
    `UPDATE recommendation SET status = 'overdue', status_reason = 'past_due', status_since = $2 WHERE state_id = $1 RETURNING id`,
    since,
  );
}

async function ask(
  topic: { readonly kind: 'theme' | 'institution' | 'recommendation'; readonly key: string },
  { email = SOMEBODY, language = 'en', address = `192.0.2.${(network += 1) % 250}` } = {},
): Promise<void> {
  const { opened } = await ground.tracking.askToFollow.open(peru.state, topic);
  ground.clock.advance(5_000);
  await ground.tracking.askToFollow.ask(
    peru.state,
    { topic, email, language: language as 'en' | 'es', website: '', opened },
    address,
  );
}

async function deliver() {
  const before = ground.mailer.sent.length;
  await ground.tracking.deliverMessages.deliver(peru.state.id);
  return ground.mailer.sent.slice(before);
}

const tokenIn = (text: string | undefined, place: string): string =>
  new RegExp(`/${place}/(\\S+)`).exec(text ?? '')?.[1] ?? '';

/** Asks, takes the mail, and confirms. */
async function follow(
  topic: Parameters<typeof ask>[0],
  asked: Parameters<typeof ask>[1] = {},
): Promise<void> {
  await ask(topic, asked);
  const [mail] = await deliver();
  await ground.tracking.followLinks.confirm(tokenIn(mail?.text, 'follow'));
}

async function tellOn(day: string) {
  ground.clock.set(`${day}T15:00:00Z`);
  const written = await ground.tracking.tellFollowers.tell(peru.state);
  return { written, mails: await deliver() };
}

const addresses = () => rows<{ email: string }>(`SELECT email FROM subscriber WHERE state_id = $1`);
const audited = () =>
  rows<{ action: string; actor: string; entry: string }>(
    `SELECT action, actor, to_jsonb(a)::text AS entry FROM audit_entry a WHERE state_id = $1 AND action LIKE 'subscription.%' ORDER BY position`,
  );

const ON_DATA = { kind: 'theme', key: 'data' } as const;
const ITEM = { kind: 'recommendation', key: 'opsc-1-8' } as const;

describe('following by mail', () => {
  it('sends nothing but the mail that asks to confirm, until it is confirmed', async () => {
    await ask(ON_DATA);
    const [mail, ...others] = await deliver();
    expect(others).toEqual([]);
    expect(mail?.to.address).toBe('somebody@reader.example');
    expect(mail?.headers).not.toHaveProperty('List-Unsubscribe');
    await publish('2026-11-24');
    expect(await tellOn('2026-11-25')).toEqual({ written: 0, mails: [] });
    expect(await ground.tracking.followLinks.readConfirmation(tokenIn(mail?.text, 'follow'))).toMatchObject({
      confirmed: false,
    });
  });

  it('tells the day after what was published on the whole day, once, in the language that was chosen', async () => {
    await follow(ON_DATA, { language: 'es' });
    await publish('2026-11-24');
    const { mails } = await tellOn('2026-11-25');
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.subject).toBe('Perú: 1 cambio publicado');
    expect(mail?.text).toContain('Vencida: 1 recomendación');
    expect(mail?.headers['List-Unsubscribe']).toMatch(/^<https:\/\/vigia\.example\/es\/unfollow\/\S+>$/);
    expect(await tellOn('2026-11-25')).toEqual({ written: 0, mails: [] });
    expect(await tellOn('2026-11-26')).toEqual({ written: 0, mails: [] });
  });

  it('tells nothing of before, and after days without a mail everything once', async () => {
    await publish('2026-11-23');
    await follow(ON_DATA);
    expect((await tellOn('2026-11-25')).written).toBe(0);
    await publish('2026-11-26');
    expect((await tellOn('2026-11-29')).mails.map(({ subject }) => subject)).toEqual([
      'Peru: 1 change published',
    ]);
    expect((await tellOn('2026-11-30')).written).toBe(0);
  });

  it('puts everything that an address follows into one mail a day', async () => {
    await follow(ON_DATA);
    await follow(ITEM);
    await follow({ kind: 'institution', key: 'MIMP' });
    await publish('2026-11-24');
    const { mails } = await tellOn('2026-11-25');
    expect(mails).toHaveLength(1);
    for (const topic of ['8: Data', 'MIMP']) expect(mails[0]?.text).toContain(topic);
    expect(await addresses()).toHaveLength(1);
  });

  it('ends by one click of a mail program, and no trace of the address is left', async () => {
    await follow(ON_DATA);
    await follow(ITEM);
    await publish('2026-11-24');
    const { mails } = await tellOn('2026-11-25');
    const token = tokenIn(mails[0]?.text, 'unfollow');
    const shown = await api.ask('GET', `/api/v1/unfollow-links/${token}`);
    expect([shown.status, JSON.parse(shown.body).followed.length]).toEqual([200, 2]);
    expect(shown.body).not.toMatch(/reader\.example/i);
    expect(await addresses()).toHaveLength(1);
    const click = (form: Record<string, string>) =>
      api.ask('POST', `/en/unfollow/${token}`, {
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await click({ other: 'x' })).status).toBe(422);
    expect(await addresses()).toHaveLength(1);
    expect((await click({ 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await addresses()).toEqual([]);
    expect((await click({ 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(
      await rows(`SELECT 1 FROM message WHERE state_id = $1 AND (subscriber_id IS NOT NULL OR body <> '{}')`),
    ).toEqual([]);
    await publish('2026-11-25');
    expect((await tellOn('2026-11-26')).mails).toEqual([]);
  });

  it('goes on with the rest where one thing is ended', async () => {
    await follow(ON_DATA);
    await follow(ITEM);
    await publish('2026-11-24');
    const { mails } = await tellOn('2026-11-25');
    const token = tokenIn(mails[0]?.text, 'unfollow');
    const { followed } = await ground.tracking.followLinks.readEnd(token);
    await ground.tracking.followLinks.end(token, followed[0]!.id);
    await ground.tracking.followLinks.end(token, followed[0]!.id);
    expect((await ground.tracking.followLinks.readEnd(token)).followed).toEqual([followed[1]]);
    await ground.tracking.followLinks.end(token, followed[1]!.id);
    expect(await addresses()).toEqual([]);
  });

  it('is over for an address that no mail can reach', async () => {
    await follow(ON_DATA);
    await publish('2026-11-24');
    ground.mailer.answer = () => ({ kind: 'permanent', code: 550, response: '5.1.1 No such mailbox' });
    expect((await tellOn('2026-11-25')).mails).toEqual([]);
    expect(await addresses()).toEqual([]);
    expect((await audited()).at(-1)).toMatchObject({ action: 'subscription.ended', actor: 'mail_relay' });
  });

  it('forgets an address that nobody confirmed in time, and never one that was confirmed', async () => {
    await ask(ON_DATA);
    await deliver();
    await follow(ITEM, { email: 'reader@other.example' });
    ground.clock.advance(RETENTION_RULES.subscription.days * DAY_MS - 60_000);
    expect((await ground.tracking.applyRetention.apply()).subscription).toBe(0);
    ground.clock.advance(DAY_MS);
    expect((await ground.tracking.applyRetention.apply()).subscription).toBe(1);
    expect(await addresses()).toEqual([{ email: 'reader@other.example' }]);
    const [, unconfirmed] = await rows<{ body: unknown }>(
      `SELECT body FROM message WHERE state_id = $1 AND subscriber_id IS NULL AND subject LIKE 'Confirm%' ORDER BY id DESC LIMIT 2`,
    );
    expect(unconfirmed?.body).toEqual({});
  });

  it('answers the same to whoever asks for an address that is known, and fills nobody’s mailbox', async () => {
    const post = async (email: string) => {
      const form = await api.ask('GET', '/api/v1/states/PER/follow?kind=theme&key=data');
      const { opened } = JSON.parse(form.body) as { opened: string };
      ground.clock.advance(5_000);
      const { status, headers } = await api.ask('POST', '/states/PER/follow', {
        body: new URLSearchParams({
          lang: 'en',
          kind: 'theme',
          key: 'data',
          email,
          language: 'en',
          opened,
        }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      return [status, headers.location];
    };
    await follow(ON_DATA);
    const known = await post(SOMEBODY);
    expect(known).toEqual([303, '/en/states/PER/follow?kind=theme&key=data&done=asked']);
    expect(await post('new@reader.example')).toEqual(known);
    for (let times = 0; times < 6; times += 1) await ask(ON_DATA, { email: 'full@reader.example' });
    const mails = await deliver();
    expect(mails.filter(({ to }) => to.address === 'full@reader.example')).toHaveLength(5);
  });

  it('is refused to a network that asked for much, to programs, and for what is not there', async () => {
    const code = (promise: Promise<void>) =>
      promise.then(
        () => null,
        (error: { code: string }) => error.code,
      );
    for (let times = 0; times < 10; times += 1)
      await ask(ON_DATA, { email: `reader${times}@reader.example`, address: '198.51.100.7' });
    expect(await code(ask(ON_DATA, { address: '198.51.100.7' }))).toBe('subscription.too_many');
    const wish = { topic: ON_DATA, email: SOMEBODY, language: 'en', website: '', opened: '' } as const;
    const { askToFollow } = ground.tracking;
    expect(await code(askToFollow.ask(peru.state, { ...wish, website: 'x' }, '192.0.2.9'))).toBe(
      'contribution.robot',
    );
    expect(await code(askToFollow.ask(peru.state, wish, '192.0.2.9'))).toBe('contribution.form_expired');
    expect(await code(ask({ kind: 'theme', key: 'nothing' }))).toBe('subscription.topic_unknown');
  });

  it('takes no link for another purpose, nor one that was altered', async () => {
    await ask(ON_DATA);
    const token = tokenIn((await deliver())[0]?.text, 'follow');
    await expect(ground.tracking.followLinks.readEnd(token)).rejects.toMatchObject({ code: 'link.invalid' });
    await expect(ground.tracking.followLinks.confirm(`${token}x`)).rejects.toMatchObject({
      code: 'link.invalid',
    });
    ground.clock.advance(8 * DAY_MS);
    await expect(ground.tracking.followLinks.confirm(token)).rejects.toMatchObject({ code: 'link.expired' });
  });

  it('is audited without the address', async () => {
    const before = (await audited()).length;
    await follow(ON_DATA);
    const entries = (await audited()).slice(before);
    expect(entries.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'subscription.asked public',
      'subscription.confirmed mail_link',
    ]);
    for (const { entry } of await audited()) expect(entry).not.toMatch(/reader\.example/i);
  });

  it('is asked for by the tick once the day is swept and somebody has not heard of yesterday', async () => {
    await follow(ON_DATA);
    const due = async (on: string) =>
      ground.record.runState(peru.state.id, () => ground.tracking.tellFollowers.isDue(peru.state, on));
    expect(await due('2026-11-24')).toBe(false);
    expect(await due('2026-11-25')).toBe(true);
    await tellOn('2026-11-25');
    expect(await due('2026-11-25')).toBe(false);
  });
});
