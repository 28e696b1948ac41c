import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';

import { deadlineCalendar } from '#reporting';

import { WatchedState } from '../../factories/watched-state.js';
import type { Owed } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { readCalendarStrictly } from '../../support/strict-calendar.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const HOSTILE = '</title><script>alert(1)</script>&amp;\r\nBEGIN:VEVENT';

let ground: TrackingGround;
let peru: WatchedState;
let chile: WatchedState;
let api: ApiUnderTest;
let figures: Owed;
const people: Record<string, number> = {};

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T13:00:00Z');
  peru = await WatchedState.create(ground);
  chile = await WatchedState.create(ground, 'CHL');
  const ministry = await peru.addInstitution('MIMP', []);
  const police = await peru.addInstitution('PNP', []);
  for (const [role, institution] of [
    ['focal_point', ministry],
    ['secretariat', null],
    ['ombudsperson', null],
    ['contributor', null],
  ] as const)
    people[role] = await peru.addPerson(`${role}@per.example`, role, institution);
  await rows(
    `UPDATE person SET language = 'es' WHERE id = $2 AND $1::int > 0 RETURNING id`,
    people['secretariat'],
  );
  figures = await peru.owe(ministry, '2026-12-31', 'Figures of the year');
  await peru.owe(police, '2026-12-15', HOSTILE);
  const estimate = await peru.owe(ministry, '2027-03-01', 'An estimate');
  await rows(
    `UPDATE deadline SET certainty = 'estimated', due_on = NULL, due_year = 2027 WHERE state_id = $1 AND id = $2 RETURNING id`,
    estimate.deadlineId,
  );
  await rows(
    `INSERT INTO deadline (state_id, document_id, purpose, certainty, due_on, time_zone, basis)
     SELECT $1, id, 'next_report', 'confirmed', '2027-01-20', 'America/Lima', '{"en":"letter","es":"carta"}' FROM document WHERE state_id = $1 RETURNING id`,
  );
  await chile.owe(await chile.addInstitution('MIN', []), '2026-12-20', 'Of another State');
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

const rows = <T = Record<string, unknown>>(text: string, ...parameters: unknown[]): Promise<T[]> =>
  ground.rows<T>(peru.state.id, text, [peru.state.id, ...parameters]);

async function addressOf(personId: number, name: string): Promise<{ path: string; id: number }> {
  const visitor = await ground.tracking.visitors.visitor(personId, { kind: 'none' });
  const { secret, feed } = await ground.tracking.calendarFeeds.create(visitor, name);
  return { path: `/calendar/${secret}.ics`, id: feed.id };
}

async function eventsAt(path: string) {
  const { status, body } = await api.ask('GET', path);
  expect(status).toBe(200);
  return readCalendarStrictly(body).events;
}

const figuresIn = async (path: string) =>
  (await eventsAt(path)).find(({ uid }) => uid === `PER.obligation.${figures.obligationId}@vigia`);

describe('a person’s own calendar', () => {
  it('holds what the institution owes, on whole days, and neither what others owe nor an estimate', async () => {
    const { path } = await addressOf(people['focal_point']!, 'phone');
    expect(await eventsAt(path)).toEqual([
      {
        uid: `PER.obligation.${figures.obligationId}@vigia`,
        summary: expect.stringContaining('Figures of the year (MIMP)'),
        start: '2026-12-31',
        end: '2027-01-01',
        status: 'CONFIRMED',
        sequence: 0,
        lastModified: null,
        url: 'https://vigia.example/en/states/PER/recommendations/opsc-1-8',
      },
    ]);
  });

  it('holds all of the State for whoever watches it, with the dates of documents, in the language of the person', async () => {
    const { path } = await addressOf(people['secretariat']!, 'phone');
    const { body } = await api.ask('GET', path);
    const { events, properties } = readCalendarStrictly(body);
    expect(properties['X-WR-CALNAME']).toBe('Vigía: lo que vence para usted');
    expect(events.map(({ start }) => start)).toEqual(['2026-12-15', '2026-12-31', '2027-01-20']);
    expect(events[0]?.summary).toContain('</title><script>alert(1)</script>&amp; BEGIN:VEVENT');
    expect(events[2]?.summary).toContain('Próximo informe');
    const { path: watching } = await addressOf(people['ombudsperson']!, 'phone');
    expect(await eventsAt(watching)).toHaveLength(3);
    expect(body).not.toContain('per.example');
  });

  it('answers that nothing has changed to whoever has it, and tells its owner when it was read last', async () => {
    const { path, id } = await addressOf(people['focal_point']!, 'tablet');
    const listed = async () =>
      (await ground.tracking.calendarFeeds.list(people['focal_point']!)).find((feed) => feed.id === id);
    expect((await listed())?.lastReadAt).toBeNull();
    const { headers } = await api.ask('GET', path);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    const again = await api.ask('GET', path, { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.body]).toEqual([304, '']);
    expect((await listed())?.lastReadAt).toBe(ground.clock.now());
    await peru.move(figures, '2027-01-07');
    const moved = await api.ask('GET', path, { headers: { 'if-none-match': String(headers.etag) } });
    expect(moved.status).toBe(200);
  });

  it('moves a day whose date moves, strikes what was handed in for a while, and brings back what was given back', async () => {
    const { path } = await addressOf(people['focal_point']!, 'laptop');
    const step = async (submission: number, version: number, to: string, at: string) =>
      rows(
        `INSERT INTO submission_history (state_id, submission_id, version, revision, step, from_state, to_state, actor, happened_at)
         VALUES ($1, $2, $3, 1, $4, 'draft', $5, 'focal_point', $6) RETURNING id`,
        submission,
        version,
        to === 'returned' ? 'return' : 'submit',
        to,
        at,
      );
    await peru.move(figures, '2027-01-08');
    const moved = await figuresIn(path);
    expect(moved).toMatchObject({ start: '2027-01-08', status: 'CONFIRMED' });
    expect(moved?.lastModified).not.toBeNull();
    const sent = await peru.submit(figures, '2026-11-24');
    await step(sent, 1, 'submitted', '2026-11-24T13:00:00Z');
    const struck = await figuresIn(path);
    expect(struck).toMatchObject({ status: 'CANCELLED', sequence: moved!.sequence! + 1 });
    await peru.returnSubmission(sent, '2026-11-25');
    await step(sent, 2, 'returned', '2026-11-25T13:00:00Z');
    expect(await figuresIn(path)).toMatchObject({ status: 'CONFIRMED', sequence: moved!.sequence! + 2 });
    await rows(
      `UPDATE submission SET submission_state = 'accepted' WHERE state_id = $1 AND id = $2 RETURNING id`,
      sent,
    );
    expect((await figuresIn(path))?.status).toBe('CANCELLED');
    const now = new Date(ground.clock.now()).toISOString();
    ground.clock.set('2027-03-15T13:00:00Z');
    expect(await figuresIn(path)).toBeUndefined();
    ground.clock.set(now);
  });

  it('strikes a day that is no longer set, which is an estimate from then on and no day', async () => {
    const { path } = await addressOf(people['ombudsperson']!, 'estimates');
    const [date] = await rows<{ id: number }>(
      `SELECT id FROM deadline WHERE state_id = $1 AND purpose = 'next_report'`,
    );
    for (const [version, certainty, dueOn, year] of [
      [1, 'confirmed', '2027-01-20', null],
      [2, 'estimated', null, 2027],
    ] as const)
      await rows(
        `INSERT INTO deadline_history (state_id, deadline_id, version, certainty, due_on, due_year, basis, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, '{}', now()) RETURNING id`,
        ...[date!.id, version, certainty, dueOn, year],
      );
    await rows(
      `UPDATE deadline SET certainty = 'estimated', due_on = NULL, due_year = 2027, version = 2 WHERE state_id = $1 AND id = $2 RETURNING id`,
      date!.id,
    );
    const event = (await eventsAt(path)).find(({ uid }) => uid === `PER.deadline.${date!.id}@vigia`);
    expect(event).toMatchObject({ start: '2027-01-20', status: 'CANCELLED', sequence: 1 });
  });

  it.each([
    ['revoked', async (owner: number, id: number) => ground.tracking.calendarFeeds.revoke(owner, id)],
    [
      'whose owner has left the State',
      (owner: number) =>
        rows(
          `UPDATE membership SET ended_at = now() WHERE state_id = $1 AND person_id = $2 RETURNING id`,
          owner,
        ),
    ],
    [
      'whose owner is there no more',
      (owner: number) =>
        rows(`UPDATE person SET ended_at = now() WHERE id = $2 AND $1::int > 0 RETURNING id`, owner),
    ],
    ['that never was', () => Promise.resolve()],
  ])('%s ends at once and says what to do', async (what, end) => {
    const owner = await peru.addPerson(`${what.replaceAll(' ', '-')}@per.example`, 'ombudsperson', null);
    const { path, id } = await addressOf(owner, 'phone');
    await end(owner, id);
    const { status, body, headers } = await api.ask(
      'GET',
      what === 'that never was' ? `/calendar/${'a'.repeat(43)}.ics` : path,
    );
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      'no-store',
    ]);
    expect(body).toContain('Remove it from your calendar program, and make a new one at your account');
    expect(body).not.toContain('VCALENDAR');
  });

  it('ends with the access of its owner, and does not come back with another role', async () => {
    const owner = await peru.addPerson('comes-back@per.example', 'ombudsperson', null);
    const { path } = await addressOf(owner, 'phone');
    const [membership] = await rows<{ id: number }>(
      `SELECT id FROM membership WHERE state_id = $1 AND person_id = $2`,
      owner,
    );
    await ground.tracking.endMembership.end(peru.state, membership!.id, {
      personId: people['secretariat']!,
      role: 'secretariat',
      reason: 'Has left',
    });
    await rows(
      `INSERT INTO membership (state_id, person_id, role, starts_on) VALUES ($1, $2, 'secretariat', '2020-01-01') RETURNING id`,
      owner,
    );
    expect((await api.ask('GET', path)).status).toBe(404);
  });

  it('of somebody in two States goes on with what is left of them', async () => {
    const both = await peru.addPerson('both@per.example', 'ombudsperson', null);
    await ground.rows(
      chile.state.id,
      `INSERT INTO membership (state_id, person_id, role, starts_on) VALUES ($1, $2, 'ombudsperson', '2020-01-01') RETURNING id`,
      [chile.state.id, both],
    );
    const { path } = await addressOf(both, 'phone');
    const states = async () => new Set((await eventsAt(path)).map(({ uid }) => uid.slice(0, 3)));
    expect(await states()).toEqual(new Set(['CHL', 'PER']));
    await rows(
      `UPDATE membership SET ended_at = now() WHERE state_id = $1 AND person_id = $2 RETURNING id`,
      both,
    );
    expect(await states()).toEqual(new Set(['CHL']));
  });

  it('is kept as a hash, is revoked by its owner alone, and is not for those without dates of their own', async () => {
    const { path, id } = await addressOf(people['ombudsperson']!, 'kept');
    const [, secret = ''] = /\/([\w-]{43})\.ics$/.exec(path) ?? [];
    const [kept] = await rows<{ row: string; hash: string }>(
      `SELECT to_jsonb(f)::text AS row, encode(sha256($3::text::bytea), 'hex') AS hash FROM calendar_feed f WHERE $1::int > 0 AND id = $2`,
      id,
      secret,
    );
    expect(kept?.row).toContain(kept?.hash);
    expect(kept?.row).not.toContain(secret);
    await expect(ground.tracking.calendarFeeds.revoke(people['secretariat']!, id)).rejects.toMatchObject({
      code: 'calendar_feed.unknown',
    });
    await expect(addressOf(people['contributor']!, 'phone')).rejects.toMatchObject({
      code: 'calendar_feed.nothing',
    });
    await expect(addressOf(people['ombudsperson']!, ' kept ')).rejects.toMatchObject({
      code: 'calendar_feed.name_taken',
    });
  });
});

describe('the bytes of a calendar (RFC 5545)', () => {
  it.each([
    'ñ'.repeat(200),
    '👩‍👩‍👧'.repeat(40),
    'a, b; c\\d: "e"'.repeat(20),
    'x'.repeat(66),
    '\r\nBEGIN:VALARM\u0000\u2028',
  ])('are read back as they were meant, line by line: %j', (summary) => {
    const text = deadlineCalendar({
      name: summary,
      language: 'es',
      madeOn: '2026-11-27',
      days: [
        {
          uid: 'PER.obligation.1@vigia',
          on: '2026-12-31',
          summary,
          url: `https://vigia.example/es/states/PER/recommendations/${'a'.repeat(80)}`,
          revision: { sequence: 3, changedAt: Date.parse('2026-11-24T13:00:00Z'), cancelled: true },
        },
      ],
    });
    const [event] = readCalendarStrictly(text).events;
    // Line breaks and controls are no part of a title.
    expect(event?.summary).toBe(summary === '\r\nBEGIN:VALARM\u0000\u2028' ? 'BEGIN:VALARM' : summary);
    expect(event).toMatchObject({
      end: '2027-01-01',
      sequence: 3,
      status: 'CANCELLED',
      lastModified: '20261124T130000Z',
    });
  });
});

describe('the feed of what changed about a State', () => {
  const FEED = '/feeds/PER/changes.atom';

  function read(body: string) {
    const problems: string[] = [];
    const feed = new DOMParser({
      onError: (level, message) => void problems.push(`${level}: ${message}`),
    }).parseFromString(body, 'application/xml');
    expect(problems).toEqual([]);
    return (name: string) => [...feed.getElementsByTagName(name)].map((node) => node.textContent);
  }

  beforeAll(async () => {
    await rows(
      `UPDATE recommendation SET status = 'overdue', status_reason = 'past_due', status_since = '2026-11-23' WHERE state_id = $1 RETURNING id`,
    );
    await rows(
      `INSERT INTO source (state_id, code, name) VALUES ($1, 'PNP', '{"en":"Police","es":"Policía"}') RETURNING id`,
    );
    await rows(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, required_dimensions)
       VALUES ($1, '8-X', 'data', 'outcome', $2, '{"en":"x","es":"x"}', 'count', 'plain', '{}') RETURNING id`,
      JSON.stringify({ en: HOSTILE, es: 'Víctimas' }),
    );
    await rows(
      `INSERT INTO published_figure (state_id, indicator_code, series_key, source_code, period_start_on, period_end_on, categories, value, cube_version, published_at)
       SELECT $1, '8-X', k, 'PNP', '2025-01-01', '2025-12-31', '{}', 12, 1, '2026-11-24T02:00:00Z' FROM unnest('{a,b}'::text[]) k RETURNING state_id`,
    );
  });

  it('tells documents, statuses, figures and dates that moved, each with the day of the State, and names nobody', async () => {
    const { status, body, headers } = await api.ask('GET', `${FEED}?lang=en`);
    expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const texts = read(body);
    const keys = texts('id').map((id) => id?.split('#')[1]?.replace(/\d+-2$/, 'N-2'));
    expect([...keys].sort()).toEqual(
      [
        'deadline-N-2',
        `document-${await slug()}`,
        'figures-PNP-2026-11-23',
        `status-${await slug()}-2026-11-23-overdue`,
        undefined,
      ].sort(),
    );
    expect(body).not.toContain('<script');
    expect(body).not.toContain('per.example');
    expect(texts('updated')).toContain('2026-11-23T05:00:00.000Z');
    expect(texts('content')).toContain('Now: about 2027. Before: 20 January 2027.');
    const days = texts('updated').slice(1);
    expect([...days].sort().reverse()).toEqual(days);
  });

  it('speaks the language that is asked for, by the address before the browser', async () => {
    const titleOf = async (path: string, language: string) => {
      const { body, headers } = await api.ask('GET', path, { headers: { 'accept-language': language } });
      return [read(body)('title')[0], headers.vary?.includes('accept-language')];
    };
    expect(await titleOf(FEED, 'es-PE')).toEqual(['Vigía: qué cambió sobre Perú', true]);
    expect(await titleOf(`${FEED}?lang=en`, 'es-PE')).toEqual(['Vigía: what changed about Peru', false]);
  });

  it('answers that nothing has changed by its entity tag, and says when something did', async () => {
    const { headers } = await api.ask('GET', `${FEED}?lang=en`);
    expect(Date.parse(String(headers['last-modified']))).toBeGreaterThan(0);
    const again = await api.ask('GET', `${FEED}?lang=en`, {
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect([again.status, again.body]).toEqual([304, '']);
    expect((await api.ask('GET', '/feeds/XYZ/changes.atom')).status).toBe(404);
  });

  const slug = async () =>
    (await rows<{ slug: string }>(`SELECT slug FROM document WHERE state_id = $1`))[0]?.slug;
});
