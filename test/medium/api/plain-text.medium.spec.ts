import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PlainTextList, RecommendationDetail } from '#contracts';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const ITEM = '/states/PER/recommendations/opsc-1-8';

let ground: TrackingGround;
let api: ApiUnderTest;
let cookies: Readonly<Record<string, string>>;

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-25T03:00:00Z');
  const peru = await WatchedState.create(ground);
  const personId = await peru.addPerson('secretariat@per.example', 'secretariat', null);
  const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
  cookies = { '__Host-vigia_session': token };
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function send(place: string, form: Readonly<Record<string, string>>): Promise<string> {
  const { status, headers } = await api.ask('POST', `${ITEM}/plain-texts${place}`, {
    cookies,
    form: { lang: 'en', ...form },
  });
  expect(status).toBe(303);
  return headers.location ?? '';
}

const plainIn = async (lang: string) => {
  const { body } = await api.ask('GET', `/api/v1${ITEM}?lang=${lang}`);
  return (JSON.parse(body) as RecommendationDetail).plain;
};
const kept = async () => {
  const { status, body } = await api.ask('GET', `/api/v1${ITEM}/plain-texts`, { cookies });
  expect(status).toBe(200);
  return (JSON.parse(body) as PlainTextList).items;
};

describe('a recommendation in plain words', () => {
  it('shows nothing until a person confirms what was written, and then only in that language', async () => {
    expect(await plainIn('en')).toBeNull();
    expect(await send('', { language: 'en', text: ' Count every child. ' })).toContain('done=plain_written');
    expect(await plainIn('en')).toBeNull();
    const [draft] = await kept();
    expect(draft).toMatchObject({ state: 'draft', text: 'Count every child.', confirmedBy: null });
    expect(await send('/confirm', { language: 'en', version: String(draft!.version) })).toContain(
      'plain_confirmed',
    );
    expect(await plainIn('en')).toEqual({ text: 'Count every child.', confirmedOn: '2026-11-24' });
    expect(await plainIn('es')).toBeNull();
  });

  it('keeps what is public until the next draft is confirmed, and confirms no draft that was changed', async () => {
    await send('', { language: 'en', text: 'Count each child.' });
    const read = (await kept()).find(({ state }) => state === 'draft')!;
    await send('', { language: 'en', text: 'Count all children.' });
    expect((await plainIn('en'))?.text).toBe('Count every child.');
    const late = await send('/confirm', { language: 'en', version: String(read.version) });
    expect(late).toContain('problem=plain_text.changed');
    expect((await plainIn('en'))?.text).toBe('Count every child.');
    await send('/confirm', { language: 'en', version: String(read.version + 1) });
    expect((await plainIn('en'))?.text).toBe('Count all children.');
    expect(await kept()).toHaveLength(1);
  });

  it('is public no more once it is withdrawn, and stays in the audit', async () => {
    expect(await send('/withdraw', { language: 'en' })).toContain('plain_withdrawn');
    expect(await plainIn('en')).toBeNull();
    expect(await send('/withdraw', { language: 'en' })).toContain('problem=plain_text.none');
  });

  it('is read by nobody else while it is a draft, and holds nothing that points at a person', async () => {
    await send('', { language: 'es', text: 'Contar a cada niña y niño.' });
    expect((await api.ask('GET', `/api/v1${ITEM}/plain-texts`)).status).toBe(403);
    expect(await send('', { language: 'es', text: 'Escriba a ana@per.example' })).toContain(
      'problem=submission.personal_data',
    );
    expect((await kept()).map(({ text }) => text)).toEqual(['Contar a cada niña y niño.']);
  });
});
