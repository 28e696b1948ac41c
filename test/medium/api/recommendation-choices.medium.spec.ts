import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RecommendationChoicesSchema, RecommendationListSchema } from '#contracts';
import type { RecommendationChoices, RecommendationList } from '#contracts';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

/** More than the API gives in one page, so that nothing can be told from what one page holds. */
const MANY = 230;

let ground: TrackingGround;
let api: ApiUnderTest;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  const peru = await WatchedState.create(ground);
  await WatchedState.create(ground, 'CHL');
  await ground.record.runState(peru.state.id, async (sql) => {
    const stateId = peru.state.id;
    await sql.execute(
      `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb, theme_code, status)
       SELECT state_id, 'opsc-1-' || n, document_id, paragraph_id, n, n::text, 'paragraph', 'urges',
              CASE WHEN n > 220 THEN 'prevention' WHEN n % 7 = 0 THEN NULL ELSE 'data' END,
              CASE WHEN n > 225 THEN 'overdue' ELSE 'no_data' END
       FROM recommendation, generate_series(100, 99 + $2::int) n WHERE state_id = $1 AND public_id = 'opsc-1-8'`,
      [stateId, MANY],
    );
    await sql.execute(
      `WITH other AS (
         INSERT INTO document (state_id, key, slug, title, short_title, mechanism_code, instrument_code, language, adopted_on, text_sha256, ingested_at)
         VALUES ($1, 'l', 'opsc-2', 'Later observations', '{"en": "Later", "es": "Posteriores"}', 'CRC', 'CRC-OP-SC', 'en', '2024-01-29', 'y', now()) RETURNING id),
       paragraph AS (INSERT INTO paragraph (state_id, document_id, number, kind, verb) SELECT $1, id, 8, 'recommendation', 'recommends' FROM other RETURNING id, document_id)
       INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb, theme_code)
       SELECT $1, 'opsc-2-8', document_id, id, 1, '8', 'paragraph', 'recommends', 'data' FROM paragraph`,
      [stateId],
    );
    await sql.execute(
      `INSERT INTO institution (state_id, code, name) VALUES
         ($1, 'LAST', '{"en": "Zoning office", "es": "Archivo"}'), ($1, 'FIRST', '{"en": "Archive", "es": "Zona"}'), ($1, 'PAST', '{"en": "Past", "es": "Antes"}')`,
      [stateId],
    );
    // Two roles of one institution in one recommendation are one recommendation.
    await sql.execute(
      `INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role, ends_on)
       SELECT $1, r.id, n.id, 'now_responsible', roles.role, CASE WHEN n.code = 'PAST' THEN date '2026-06-29' END
       FROM recommendation r, institution n, (VALUES ('lead'), ('support')) roles (role)
       WHERE r.state_id = $1 AND n.state_id = $1 AND r.position > 320 AND (n.code <> 'LAST' OR roles.role = 'support')`,
      [stateId],
    );
  });
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function choices(language = 'en'): Promise<RecommendationChoices> {
  const { body } = await api.ask('GET', `/api/v1/states/PER/recommendation-choices?lang=${language}`);
  return RecommendationChoicesSchema.parse(JSON.parse(body));
}

async function countOf(query: string): Promise<number> {
  let counted = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const url = `/api/v1/states/PER/recommendations?limit=200&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page: RecommendationList = RecommendationListSchema.parse(
      JSON.parse((await api.ask('GET', url)).body),
    );
    counted += page.items.length;
    cursor = page.nextCursor;
  }
  return counted;
}

describe('what the list of recommendations can be narrowed to', () => {
  it('are all values that any recommendation has, each with as many as the list then shows', async () => {
    const { total, statuses, themes, institutions, documents } = await choices();
    expect(total).toBe(MANY + 2);
    expect(await countOf('')).toBe(total);
    const offered = [
      ...statuses.map(({ code, count }) => [`status=${code}`, count] as const),
      ...themes.map(({ code, count }) => [`theme=${code}`, count] as const),
      ...institutions.map(({ code, count }) => [`institution=${code}`, count] as const),
      ...documents.map(({ code, count }) => [`document=${code}`, count] as const),
    ];
    const listed = await Promise.all(offered.map(async ([query]) => [query, await countOf(query)] as const));
    expect(listed).toEqual(offered);
    expect(themes.map(({ code }) => code).sort()).toEqual(['data', 'prevention']);
    expect(statuses.find(({ code }) => code === 'overdue')?.count).toBe(104);
  });

  it('stand in the order of the reader: institutions that answer today by name, the newest document first', async () => {
    const [en, es] = [await choices('en'), await choices('es')];
    expect(en.institutions.map(({ name }) => name)).toEqual(['Archive', 'Zoning office']);
    expect(es.institutions.map(({ name }) => name)).toEqual(['Archivo', 'Zona']);
    expect(en.documents).toEqual([
      { code: 'opsc-2', name: 'Later', count: 1 },
      { code: 'opsc-1', name: 'Concluding observations', count: MANY + 1 },
    ]);
  });

  it('are of one State, and a document that nobody knows leaves nothing', async () => {
    const { body } = await api.ask('GET', '/api/v1/states/CHL/recommendation-choices');
    expect(RecommendationChoicesSchema.parse(JSON.parse(body)).total).toBe(1);
    expect(await countOf('document=unknown')).toBe(0);
    expect((await api.ask('GET', '/api/v1/states/XXX/recommendation-choices')).status).toBe(404);
  });
});
