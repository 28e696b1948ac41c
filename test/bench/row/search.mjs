import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

import { parseSearch } from '#domain';
import { SearchRepository } from '#persistence';

import { fillRecommendations, rareName } from '../recommendations.mjs';

const RECOMMENDATIONS = 50_000;
/** Most of them in one State: its searches are the slowest ones. */
const STATES = { QAA: 0.6, QAB: 0.1, QAC: 0.1, QAD: 0.1, QAE: 0.1 };
const LARGEST = 'QAA';
const PAGE = 20;
/** Each kind of question is asked in this many ways a round. */
const WAYS = 10;
const ROUNDS = 2;
const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const QUESTIONS = {
  'rare word': (way) => ({ q: rareName(300 + 571 * way), lang: 'es' }),
  'frequent word': (way) => ({ q: ['measures', 'niñas', 'data', 'enfants', 'policía'][way % 5] }),
  phrase: (way) => ({ q: ['"sale of children"', '"origen étnico"', '"zones rurales"'][way % 3] }),
  'phrase that nothing holds': (way) => ({ q: ['"children of sale"', '"étnico origen"'][way % 2] }),
  OR: (way) => ({ q: ['judges OR jueces', 'girls O niñas', 'mining OR minería'][way % 3] }),
  not: (way) => ({ q: ['children -tourism', 'datos -sexo', '-tourism'][way % 3] }),
  'accents left out': (way) => ({
    q: ['educacion', 'deteccion temprana', 'readaptation'][way % 3],
    lang: 'es',
  }),
  misspelt: (way) => ({ q: ['childrne', 'educasion', 'prostituton'][way % 3] }),
  'rare and frequent word': (way) => ({ q: `${rareName(900 + 311 * way)} children` }),
  'one kind': (way) => ({ q: 'minería', kind: ['paragraph', 'document'][way % 2], lang: 'es' }),
  'second page': (way) => ({ q: ['measures', 'niñas', rareName(5)][way % 3], second: true }),
};

/** Questions of every kind at 50,000 recommendations, in the database and through the whole API, against one row by its key. */
export async function searchRow({ tracking, record }) {
  const began = performance.now();
  const states = [];
  for (const [iso3, share] of Object.entries(STATES)) {
    const state = await tracking.states.saveState({
      iso3,
      name: { en: iso3, es: iso3 },
      timeZone: 'UTC',
      demonstration: true,
    });
    states.push(state);
    await fillRecommendations(record, state.id, RECOMMENDATIONS * share);
  }
  const filled = performance.now() - began;
  process.stderr.write(`filled ${RECOMMENDATIONS} recommendations in ${(filled / 1000).toFixed(0)} s\n`);
  try {
    return await measureSearch({ tracking, record, stateId: states[0].id });
  } finally {
    for (const { id } of states) await tracking.states.removeDemonstration(id);
  }
}

/** On rows that are there: lines of the table. */
async function measureSearch({ tracking, record, stateId }) {
  const lookUp = await keyLookUp(record, stateId);
  const app = await serve(tracking);
  const get = async (path, asked) => {
    const query = new URLSearchParams({ ...asked, limit: String(PAGE) });
    const answer = await app.inject({ url: `/api/v1/states/${LARGEST}/${path}?${query}` });
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`);
    return answer.json().nextCursor;
  };
  const repository = new SearchRepository(record);
  const ways = {
    'search, database': async ({ q, lang, kind, cursor }) => {
      const filter = { query: parseSearch(q), language: lang ?? 'en', kind, after: cursor, limit: PAGE + 1 };
      const last = (await repository.search(stateId, filter))[PAGE - 1];
      return last ? [last.kindPosition, last.place, last.subjectId] : null;
    },
    'GET search': (asked) => get('search', asked),
    'GET recommendations?q=': ({ kind: _, ...asked }) => get('recommendations', asked),
  };
  try {
    const lines = [];
    for (const [what, ask] of Object.entries(ways)) lines.push(...(await linesOf(what, ask, lookUp)));
    return lines;
  } finally {
    await app.close();
  }
}

/** One row by its primary key, through the same role and the same three statements. */
async function keyLookUp(record, stateId) {
  const keys = await record.runPublic(stateId, (sql) =>
    sql.rows(
      `SELECT subject_id AS id FROM public_search WHERE state_id = $1 AND kind = 'recommendation' ORDER BY subject_id LIMIT 5000`,
      [stateId],
    ),
  );
  let turn = 0;
  return () =>
    record.runPublic(stateId, (sql) =>
      sql.row(
        `SELECT key FROM public_search WHERE state_id = $1 AND kind = 'recommendation' AND subject_id = $2`,
        [stateId, keys[(turn += 97) % keys.length].id],
      ),
    );
}

async function serve(tracking) {
  const { ApiModule } = await import('../../../dist/apps/api/src/api.module.js');
  const settings = { publicUrl: 'http://127.0.0.1', webRoot: '/nowhere', demonstration: false };
  const module = ApiModule.compose({ tracking, settings, mailbox: null });
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: SILENT });
  await app.register(cookie);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** The median and the 95th of a hundred of all questions, and of the slowest kind of them. A look-up before each. */
async function linesOf(what, ask, lookUp) {
  const taken = new Map();
  const floors = [];
  for (const [kind, questionOf] of Object.entries(QUESTIONS)) {
    const times = [];
    for (let way = 0; way < WAYS; way += 1) {
      const asked = await prepared(questionOf(way), ask);
      for (let round = 0; round < ROUNDS; round += 1) {
        floors.push(await timed(lookUp));
        times.push(await timed(() => ask(asked)));
      }
    }
    taken.set(kind, times);
    process.stderr.write(`${what}, ${kind}: ${within(times, 0.5)} / ${within(times, 0.95)} ms\n`);
  }
  const [slowest] = [...taken].sort(
    ([, left], [, right]) => percentile(right, 0.95) - percentile(left, 0.95),
  );
  return [
    [`${what}, all`, [...taken.values()].flat()],
    [`${what}, ${slowest[0]}`, slowest[1]],
  ].map(([name, times]) => ({
    what: `${name}, p50 / p95`,
    figure: `${within(times, 0.5)} / ${within(times, 0.95)} ms`,
    against: 'one row by its primary key, p50 / p95',
    limit: `${within(floors, 0.5)} / ${within(floors, 0.95)} ms`,
    ratio: percentile(times, 0.95) / percentile(floors, 0.95),
  }));
}

/** Asked once before it is measured; the second page by the cursor of the first. */
async function prepared({ second = false, ...asked }, ask) {
  const cursor = await ask(asked);
  return second && cursor !== null ? { ...asked, cursor } : asked;
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function percentile(times, part) {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

const within = (times, part) => percentile(times, part).toFixed(1);
