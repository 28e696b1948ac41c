import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Commenter } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: WatchedState;
let api: ApiUnderTest;
let people = 0;
let item = '';
let alert = '';
const institutions: Record<string, number> = {};

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  peru = await WatchedState.create(ground);
  for (const code of ['MIN', 'JUS']) institutions[code] = await peru.addInstitution(code, []);
  const min = institutions['MIN']!;
  await peru.lead(min);
  await peru.oweFigure(min, '2026-04-30', { code: 'X1' });
  await liveThrough(ground, peru.state, '2026-06-30');
  const [row] = await ground.rows<{ item: string; alert: string }>(
    peru.state.id,
    `SELECT r.public_id AS item, (SELECT min(a.id)::text FROM alert a WHERE a.state_id = $1 AND a.institution_id = $2) AS alert
     FROM recommendation r WHERE r.state_id = $1`,
    [peru.state.id, min],
  );
  ({ item, alert } = row!);
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function commenter(role: Commenter['role'], institution: string | null = null): Promise<Commenter> {
  const personId = await peru.addPerson(
    `c${(people += 1)}@per.example`,
    role,
    institutions[institution ?? ''] ?? null,
  );
  return { personId, role, institution, onlyOf: role === 'focal_point' ? (institution ?? '') : null };
}

const onItem = () => ({ kind: 'recommendation', key: item }) as const;
const wish = (text: string, answers: number | null = null, about: ReturnType<typeof onItem> = onItem()) => ({
  about,
  answers,
  text,
  language: 'en',
});
const read = (
  by: Commenter,
  about: Parameters<typeof ground.tracking.comments.list>[1]['about'] = onItem(),
) => ground.tracking.comments.list(peru.state, { about, limit: 50 }, by);

describe('a comment', () => {
  it('is read by those who work on the thing, and by the institution that answers for it alone', async () => {
    const { comments } = ground.tracking;
    const body = await commenter('monitoring_body');
    const id = await comments.write(peru.state, wish('What of 2025?'), body);
    for (const reader of [
      body,
      await commenter('ombudsperson'),
      await commenter('secretariat'),
      await commenter('focal_point', 'MIN'),
    ])
      expect((await read(reader)).threads.map((thread) => thread.id)).toContain(id);
    const other = await commenter('focal_point', 'JUS');
    expect(await read(other)).toMatchObject({ about: null, threads: [] });
    expect((await read(other, null)).threads).toEqual([]);
    await expect(comments.write(peru.state, wish('Ours?'), other)).rejects.toMatchObject({
      code: 'comment.unknown_subject',
    });
    await expect(comments.edit(peru.state, id, 'Ours', other)).rejects.toMatchObject({
      code: 'comment.unknown',
    });
  });

  it.each(['recommendation', 'indicator', 'alert'] as const)(
    'is written on a thing of the kind %s, and found in the list of all',
    async (kind) => {
      const { comments } = ground.tracking;
      const own = await commenter('focal_point', 'MIN');
      const about = { kind, key: { recommendation: item, indicator: 'X1', alert }[kind] };
      const id = await comments.write(peru.state, { ...wish(`On ${kind}`), about }, own);
      expect((await read(own, about)).threads.map((thread) => thread.id)).toEqual(
        expect.arrayContaining([id]),
      );
      const all = await read(own, null);
      expect(all.threads.find((thread) => thread.id === id)?.about).toMatchObject({ kind, key: about.key });
    },
  );

  it('is answered on one level only, under the thing that it is about', async () => {
    const { comments } = ground.tracking;
    const body = await commenter('monitoring_body');
    const own = await commenter('focal_point', 'MIN');
    const id = await comments.write(peru.state, wish('When will it come?'), body);
    const answer = await comments.write(peru.state, wish('In August.', id), own);
    const thread = (await read(body)).threads.find((one) => one.id === id);
    expect(thread?.answers).toEqual([
      expect.objectContaining({ id: answer, text: 'In August.', own: false, mayEdit: false }),
    ]);
    await expect(comments.write(peru.state, wish('And then?', answer), body)).rejects.toMatchObject({
      code: 'comment.unknown',
    });
    const elsewhere = { ...wish('Here?', id), about: { kind: 'indicator', key: 'X1' } as const };
    await expect(comments.write(peru.state, elsewhere, body)).rejects.toMatchObject({
      code: 'comment.unknown',
    });
  });

  it('is changed by its author within half an hour, and shows what it said before', async () => {
    const { comments } = ground.tracking;
    const body = await commenter('monitoring_body');
    const id = await comments.write(peru.state, wish('First words'), body);
    ground.clock.set('2026-06-30T15:30:00Z');
    await comments.edit(peru.state, id, 'Second words', body);
    const [thread] = (await read(body)).threads.filter((one) => one.id === id);
    expect(thread).toMatchObject({ text: 'Second words', former: [{ text: 'First words' }] });
    await expect(comments.edit(peru.state, id, 'Mine', await commenter('secretariat'))).rejects.toMatchObject(
      { code: 'comment.not_editable' },
    );
    ground.clock.set('2026-06-30T15:30:01Z');
    await expect(comments.edit(peru.state, id, 'Third words', body)).rejects.toMatchObject({
      code: 'comment.not_editable',
    });
  });

  it('is withdrawn with a reason: its words are nowhere any more, and the fact stays', async () => {
    const { comments } = ground.tracking;
    const body = await commenter('monitoring_body');
    const id = await comments.write(peru.state, wish('Xylophone one'), body);
    await comments.edit(peru.state, id, 'Xylophone two', body);
    await expect(comments.withdraw(peru.state, id, ' ', body)).rejects.toMatchObject({
      code: 'comment.reason',
    });
    await expect(
      comments.withdraw(peru.state, id, 'Not mine', await commenter('ombudsperson')),
    ).rejects.toMatchObject({ code: 'comment.not_yours' });
    await comments.withdraw(peru.state, id, 'It was answered', await commenter('secretariat'));
    const [thread] = (await read(body)).threads.filter((one) => one.id === id);
    expect(thread).toMatchObject({
      text: null,
      former: [],
      withdrawnReason: 'It was answered',
      mayEdit: false,
    });
    const left = await ground.rows<{ found: number }>(
      peru.state.id,
      `SELECT (SELECT count(*) FROM item_comment c WHERE c.state_id = $1 AND c::text LIKE '%Xylophone%')
         + (SELECT count(*) FROM item_comment_former f WHERE f.state_id = $1 AND f::text LIKE '%Xylophone%')
         + (SELECT count(*) FROM audit_entry e WHERE e.state_id = $1 AND e::text LIKE '%Xylophone%') AS found`,
      [peru.state.id],
    );
    expect(Number(left[0]?.found)).toBe(0);
    await expect(comments.withdraw(peru.state, id, 'Again', body)).rejects.toMatchObject({
      code: 'comment.not_yours',
    });
  });

  it('has 1 to 4,000 letters, points at no person, and comes twenty times an hour at most', async () => {
    const { comments } = ground.tracking;
    const body = await commenter('monitoring_body');
    for (const text of ['', '  \n ', 'x'.repeat(4_001)])
      await expect(comments.write(peru.state, wish(text), body)).rejects.toMatchObject({
        code: 'comment.text',
      });
    await expect(
      comments.write(peru.state, wish('Ask somebody@example.org about it'), body),
    ).rejects.toMatchObject({ code: 'comment.personal_data' });
    const all = await Promise.allSettled(
      Array.from({ length: 22 }, (_, place) => comments.write(peru.state, wish(`No. ${place}`), body)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    ground.clock.set('2026-06-30T16:31:00Z');
    await comments.write(peru.state, wish('An hour later'), body);
  });

  it('is no part of anything public', async () => {
    const { comments } = ground.tracking;
    await comments.write(peru.state, wish('Zarzuela'), await commenter('monitoring_body'));
    for (const path of [
      `recommendations/${item}`,
      'recommendations?q=zarzuela',
      'search?q=zarzuela',
      'indicators/X1/data',
      'overview',
    ]) {
      const { body } = await api.ask('GET', `/api/v1/states/PER/${path}`, { cookies: {} });
      expect([path, /zarzuela/i.test(body.replace(/"sought".*/, ''))]).toEqual([path, false]);
    }
    expect((await api.ask('GET', '/api/v1/states/PER/comments', { cookies: {} })).status).toBe(403);
  });
});
