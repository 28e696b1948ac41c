import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { HelpLineList, KeptHelpLines } from '#contracts';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const LINES = '/states/PER/help-lines';
const FORM = { charge: 'free', name_es: 'Línea de prueba', hours_es: 'Todos los días, a toda hora' };

let ground: TrackingGround;
let api: ApiUnderTest;
let cookies: Readonly<Record<string, string>>;

const people: Record<string, number> = {};

async function signIn(role: 'secretariat' | 'ombudsperson') {
  const personId = people[role] ?? 0;
  const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
  return { '__Host-vigia_session': token };
}

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-25T03:00:00Z');
  const peru = await WatchedState.create(ground);
  for (const role of ['secretariat', 'ombudsperson'] as const)
    people[role] = await peru.addPerson(`${role}@per.example`, role, null);
  cookies = await signIn('secretariat');
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function send(place: string, form: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, headers } = await api.ask('POST', `${LINES}${place}`, {
    cookies,
    form: { lang: 'en', ...form },
  });
  expect(status).toBe(303);
  return headers.location ?? '';
}

async function shown(lang = 'es'): Promise<HelpLineList['items']> {
  const { status, body } = await api.ask('GET', `/api/v1${LINES}?lang=${lang}`);
  expect(status).toBe(200);
  return (JSON.parse(body) as HelpLineList).items;
}

async function kept(as = cookies): Promise<KeptHelpLines> {
  const { status, body } = await api.ask('GET', `/api/v1${LINES}/kept`, { cookies: as });
  expect(status).toBe(200);
  return JSON.parse(body) as KeptHelpLines;
}

const draft = async () => (await kept()).items.find(({ state }) => state === 'draft')!;
const numbers = async () => (await shown()).map(({ telephone }) => telephone);

describe('a help line on the page for children', () => {
  it('is there for nobody until a person says to have called its number', async () => {
    expect(await shown()).toEqual([]);
    expect(
      await send('', { ...FORM, telephone: ' 0-800 123 ', web: 'https://linea.example/chat' }),
    ).toContain('done=help_line_written');
    expect(await shown()).toEqual([]);
    const { id, version, checkedOn } = await draft();
    expect(checkedOn).toBeNull();
    expect(await send(`/${id}/check`, { version: String(version) })).toContain('done=help_line_checked');
    expect(await shown()).toEqual([
      {
        telephone: '0-800 123',
        dialled: '0800123',
        freeOfCharge: true,
        webAddress: 'https://linea.example/chat',
        wording: {
          language: 'es',
          name: 'Línea de prueba',
          hours: 'Todos los días, a toda hora',
          spoken: '',
        },
        checkedOn: '2026-11-24',
        checkDue: false,
      },
    ]);
  });

  it('is told in the language there is, and in the one asked for once it is written', async () => {
    const [line] = (await kept()).items;
    expect((await shown('en'))[0]?.wording.language).toBe('es');
    const both = {
      ...FORM,
      telephone: '0-800 123',
      name_en: 'Test line',
      hours_en: 'Always',
      spoken_en: 'Quechua',
    };
    await send(`/${line!.id}`, both);
    const { id, version, replaces } = await draft();
    expect(replaces).toBe(line!.id);
    await send(`/${id}/check`, { version: String(version) });
    expect((await shown('en'))[0]?.wording).toEqual({
      language: 'en',
      name: 'Test line',
      hours: 'Always',
      spoken: 'Quechua',
    });
    expect(await shown()).toHaveLength(1);
  });

  it('stands as it was until its change was called too, and confirms nothing that was changed meanwhile', async () => {
    const [line] = (await kept()).items;
    await send(`/${line!.id}`, { ...FORM, telephone: '111' });
    const read = await draft();
    await send(`/${line!.id}`, { ...FORM, telephone: '112' });
    expect(await numbers()).toEqual(['0-800 123']);
    expect((await kept()).items).toHaveLength(2);
    expect(await send(`/${read.id}/check`, { version: String(read.version) })).toContain(
      'problem=help_line.changed',
    );
    expect(await numbers()).toEqual(['0-800 123']);
    await send(`/${read.id}/check`, { version: String(read.version + 1) });
    expect(await numbers()).toEqual(['112']);
    expect(await send(`/${line!.id}/check`, { version: '1' })).toContain('problem=help_line.gone');
  });

  it('may be one of several, in the order that the secretariat gives them', async () => {
    await send('', { ...FORM, telephone: '113' });
    const { id, version } = await draft();
    await send(`/${id}/check`, { version: String(version) });
    expect(await numbers()).toEqual(['112', '113']);
    expect(await send(`/${id}/up`)).toContain('done=help_line_moved');
    expect(await numbers()).toEqual(['113', '112']);
    await send(`/${id}/up`);
    expect(await numbers()).toEqual(['113', '112']);
  });

  it('asks to be called again after a year, and says so to children', async () => {
    ground.clock.advance(370 * 86_400_000);
    expect((await shown()).map(({ checkDue }) => checkDue)).toEqual([true, true]);
    cookies = await signIn('secretariat');
    const { items, today } = await kept();
    expect(items.map(({ checkDue }) => checkDue)).toEqual([true, true]);
    await send(`/${items[0]!.id}/check`, { version: String(items[0]!.version) });
    expect((await shown()).map(({ checkDue, checkedOn }) => [checkDue, checkedOn === today])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('is gone with its change once it is withdrawn', async () => {
    const [first] = (await kept()).items;
    await send(`/${first!.id}`, { ...FORM, telephone: '114' });
    expect(await send(`/${first!.id}/withdraw`)).toContain('done=help_line_withdrawn');
    expect(await numbers()).toEqual(['112']);
    expect((await kept()).items).toHaveLength(1);
    expect(await send(`/${first!.id}/withdraw`)).toContain('problem=help_line.gone');
  });

  it.each<[wrong: string, form: Readonly<Record<string, string>>, problem: string]>([
    ['a number that no telephone dials', { telephone: 'call me' }, 'form.telephone'],
    ['an address without protection', { telephone: '115', web: 'http://linea.example' }, 'form.web'],
    ['an address that is a script', { telephone: '115', web: 'javascript:alert(1)' }, 'form.web'],
    ['no name', { telephone: '115', name_es: '', hours_es: '' }, 'form.name_es'],
    ['a name without hours', { telephone: '115', hours_es: '' }, 'form.hours_es'],
    ['hours without a name', { telephone: '115', hours_en: 'Always' }, 'form.name_en'],
    ['a person in the name', { telephone: '115', name_es: 'ana@per.example' }, 'submission.personal_data'],
  ])('is refused with %s, and the form holds what was typed', async (_, form, problem) => {
    expect(await send('', { ...FORM, ...form })).toContain(`problem=${problem}`);
    expect(await numbers()).toEqual(['112']);
    expect((await kept()).items).toHaveLength(1);
  });

  it('is one of twelve at most', async () => {
    for (let nth = 0; nth < 11; nth += 1) await send('', { ...FORM, telephone: `12${nth}` });
    expect(await send('', { ...FORM, telephone: '199' })).toContain('problem=help_line.too_many');
  });

  it('is kept by the secretariat; the ombudsperson reads it, and nobody else its drafts', async () => {
    const ombudsperson = await signIn('ombudsperson');
    expect((await kept()).mayChange).toBe(true);
    expect((await kept(ombudsperson)).mayChange).toBe(false);
    expect((await api.ask('GET', `/api/v1${LINES}/kept`)).status).toBe(403);
    const { status } = await api.ask('POST', LINES, {
      cookies: ombudsperson,
      form: { lang: 'en', ...FORM, telephone: '116' },
    });
    expect(status).not.toBe(303);
  });
});
