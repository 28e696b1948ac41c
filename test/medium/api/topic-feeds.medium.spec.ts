import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: WatchedState;
let api: ApiUnderTest;

const rows = <T = Record<string, unknown>>(text: string, ...parameters: unknown[]): Promise<T[]> =>
  ground.rows<T>(peru.state.id, text, [peru.state.id, ...parameters]);

/** Two items of one document: 8 on data, led by a ministry of today, and 20(d) on prevention, led by the police until last year. */
beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T13:00:00Z');
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIMP', []);
  const police = await peru.addInstitution('PNP', []);
  await peru.lead(ministry);
  const [other] = await rows<{ id: number }>(
    `WITH p AS (INSERT INTO paragraph (state_id, document_id, number, kind, verb)
       SELECT $1, id, 20, 'recommendation', 'urges' FROM document WHERE state_id = $1 RETURNING id, document_id)
     INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, item_label, role, verb, theme_code)
     SELECT $1, 'opsc-1-20-d', p.document_id, p.id, 2, '20(d)', 'd', 'item', 'urges', 'prevention' FROM p RETURNING id`,
  );
  await rows(
    `INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role, ends_on)
     VALUES ($1, $2, $3, 'now_responsible', 'lead', '2025-12-31') RETURNING id`,
    other!.id,
    police,
  );
  await rows(
    `UPDATE recommendation SET status = 'overdue', status_reason = 'past_due', status_since = '2026-11-23' WHERE state_id = $1 RETURNING id`,
  );
  await rows(
    `INSERT INTO source (state_id, code, name) VALUES ($1, 'PNP', '{"en":"Police","es":"Policía"}') RETURNING id`,
  );
  for (const [code, item] of [
    ['8-X', 'opsc-1-8'],
    ['20-X', 'opsc-1-20-d'],
  ] as const) {
    await rows(
      `WITH i AS (INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, required_dimensions)
         VALUES ($1, $2, 'data', 'outcome', jsonb_build_object('en', 'Figure ' || $2, 'es', 'Cifra ' || $2), '{}', 'count', 'plain', '{}') RETURNING id)
       INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home)
       SELECT $1, r.id, i.id, true, true FROM i JOIN recommendation r ON r.state_id = $1 AND r.public_id = $3 RETURNING indicator_id`,
      code,
      item,
    );
    await rows(
      `INSERT INTO published_figure (state_id, indicator_code, series_key, source_code, period_start_on, period_end_on, categories, value, cube_version, published_at)
       VALUES ($1, $2, '', 'PNP', '2025-01-01', '2025-12-31', '{}', 12, 1, '2026-11-24T02:00:00Z') RETURNING state_id`,
      code,
    );
  }
  for (const [version, year] of [
    [1, 2027],
    [2, 2028],
  ] as const)
    await rows(
      `WITH d AS (INSERT INTO deadline (state_id, id, document_id, purpose, certainty, due_year, time_zone, basis, paragraphs)
         SELECT $1, 900, id, 'follow_up', 'estimated', $3, 'America/Lima', '{}', '{20(d)}' FROM document WHERE state_id = $1
         ON CONFLICT ON CONSTRAINT pk_deadline DO UPDATE SET due_year = excluded.due_year RETURNING id)
       INSERT INTO deadline_history (state_id, deadline_id, version, certainty, due_year, basis, changed_at)
       SELECT $1, 900, $2, 'estimated', $3, '{}', '2026-11-20T10:00:00Z' FROM d RETURNING id`,
      version,
      year,
    );
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function read(place: string, language = 'en') {
  const { status, body, headers } = await api.ask('GET', `/feeds/PER/${place}.atom?lang=${language}`);
  expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const feed = new DOMParser().parseFromString(body, 'application/xml');
  const texts = (name: string) => [...feed.getElementsByTagName(name)].map((node) => node.textContent);
  const alternate = [...feed.getElementsByTagName('link')].find(
    (link) => link.getAttribute('rel') === 'alternate' && link.getAttribute('type') === 'text/html',
  );
  return {
    title: texts('title')[0],
    titles: texts('title').slice(1),
    ids: texts('id'),
    html: alternate?.getAttribute('href'),
  };
}

const ON_DATA = [
  'Figures published: Figure 8-X (Police)',
  'Overdue: 1 recommendation, Concluding observations',
  'Document: Concluding observations',
];
const ON_PREVENTION = [
  'Figures published: Figure 20-X (Police)',
  'Overdue: 1 recommendation, Concluding observations',
  'Date changed: Follow-up, Concluding observations',
  'Document: Concluding observations',
];

describe('a feed of a part of a State', () => {
  it('on a theme tells what changed about its recommendations, and nothing of others', async () => {
    const feed = await read('themes/data');
    expect([...feed.titles].sort()).toEqual([...ON_DATA].sort());
    expect(feed.title).toMatch(/^Vigía: what changed about Peru, /);
    expect(feed.html).toBe('https://vigia.example/en/states/PER/recommendations?theme=data');
  });

  it('of an institution follows what it answers for today', async () => {
    const ministry = await read('institutions/MIMP', 'es');
    expect(ministry.titles).toHaveLength(ON_DATA.length);
    expect(ministry.title).toBe('Vigía: qué cambió sobre Perú, MIMP');
    expect(ministry.html).toBe('https://vigia.example/es/states/PER/institutions/MIMP');
    expect((await read('institutions/PNP')).titles).toEqual([]);
  });

  it('of one recommendation has the dates that its document asks of it', async () => {
    const feed = await read('recommendations/opsc-1-20-d');
    expect([...feed.titles].sort()).toEqual([...ON_PREVENTION].sort());
    expect(feed.title).toBe('Vigía: what changed about Peru, 20(d)');
    expect((await read('recommendations/opsc-1-8')).titles).not.toContain(ON_PREVENTION[2]);
  });

  it('has ids of its own, by which no reader takes it for that of the State', async () => {
    const [whole, part] = [await read('changes'), await read('themes/data')];
    expect(part.ids.filter((id) => whole.ids.includes(id))).toEqual([]);
  });

  it.each(['themes/nothing', 'institutions/NOBODY', 'recommendations/opsc-9', 'themes/child_victims'])(
    'that there is nothing to follow for answers so: %s',
    async (place) => {
      const { status, body } = await api.ask('GET', `/feeds/PER/${place}.atom`);
      expect([status, JSON.parse(body)]).toEqual([404, expect.objectContaining({ code: 'feed.unknown' })]);
    },
  );
});
