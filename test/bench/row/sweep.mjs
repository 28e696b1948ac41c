import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import Cursor from 'pg-cursor';

import { inPairs, median } from '../pairs.mjs';

const USUAL = 10_000;
/** The size of the targets: four indicators and two deadlines for each recommendation. */
const LARGE = 100_000;
const PAGE = 5_000;
/** Of the recommendations, those on which a day came or something changed. */
const SHARE = 0.01;
/** More than the five after which PostgreSQL keeps a plan: a worker has followed before. */
const ROUNDS = 12;
/** Sweeps of the process whose memory is measured: what it holds does not grow from one to the next. */
const SWEEPS = 3;
const MOST_MIB = 200;
/** As an operator of a small machine sets it: without a limit Node collects late, and what it takes says nothing of what it needs. */
const HEAP = '--max-old-space-size=128';

/** The day's sweep, and following what changed after it, against merely reading the rows that a full sweep looks at. */
export async function sweepRow({ tracking, queue, analyse }, { large }) {
  const size = large ? LARGE : USUAL;
  const state = await tracking.states.saveState({
    iso3: 'XBA',
    name: { en: 'Bench', es: 'Banco' },
    timeZone: 'America/Lima',
    demonstration: true,
  });
  const client = new pg.Client({ connectionString: queue.databaseUrl });
  await client.connect();
  await client.query(`SELECT set_config('vigia.state', $1, false)`, [String(state.id)]);
  await fill(client, state.id, size);
  await analyse();
  await tracking.publishFigures.publish(state.id);
  await analyse();

  const began = performance.now();
  const first = await tracking.runSweep.run(state, { worker: 'bench' });
  const cold = performance.now() - began;
  await analyse();
  const sweepAgain = async () => {
    const outcome = await tracking.runSweep.run(state, { worker: 'bench', again: true });
    const { alertsOpened, alertsChanged, noticesWritten, statusesChanged, missed } = outcome.counts;
    if (alertsOpened + alertsChanged + noticesWritten + statusesChanged + missed > 0)
      throw new Error(`a second run wrote rows: ${JSON.stringify(outcome.counts)}`);
  };
  const readRows = () => readAll(client, state.id);
  const { product, floor } = await inPairs(sweepAgain, readRows);
  const rows = await readAll(client, state.id);
  const peakMiB = await peakOfSweeps(queue.databaseUrl, state.iso3, size);
  const followed = await followShare(tracking, client, state, size);
  await client.end();
  // The large one goes with the installation: a State of that size is never taken out again.
  if (!large) await tracking.states.removeDemonstration(state.id);
  const of = size.toLocaleString('en');
  const against = `stream the same ${rows.toLocaleString('en')} rows`;
  const limit = `${floor.toFixed(0)} ms`;
  return [
    {
      what: `sweep of ${of}, nothing changed, 0 rows written`,
      figure: `${product.toFixed(0)} ms`,
      against,
      limit,
      ratio: floor / product,
    },
    {
      what: `sweep of ${of}, ${first.counts.alertsOpened.toLocaleString('en')} alerts new`,
      figure: `${cold.toFixed(0)} ms`,
      against,
      limit,
      ratio: floor / cold,
    },
    {
      what: `following ${followed.looked.toLocaleString('en')} of ${of}, ${followed.changed.toLocaleString('en')} alerts changed`,
      figure: `${followed.time.toFixed(0)} ms`,
      against: `${against} (target: 0.10 of it at most)`,
      limit,
      ratio: followed.time / floor,
    },
    {
      what: `memory of a process that sweeps ${of}, peak`,
      figure: `${peakMiB.toFixed(0)} MiB`,
      against: `the target (${HEAP})`,
      limit: `${MOST_MIB} MiB`,
      ratio: MOST_MIB / peakMiB,
    },
  ];
}

/** Of half of a hundredth a due day moves, forth and back; the day of the other half has come. Only the following is timed. */
async function followShare(tracking, client, state, size) {
  const times = [];
  let counts = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    await client.query(
      `UPDATE deadline d SET due_on = d.due_on + $2::int FROM obligation o JOIN recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
       WHERE o.state_id = $1 AND d.state_id = o.state_id AND d.id = o.deadline_id AND r.position % $3 = 0 AND r.position % (2 * $3) = 0`,
      [state.id, round % 2 === 0 ? 1 : -1, 1 / SHARE],
    );
    await client.query(
      `UPDATE recommendation SET next_check_on = current_date - 1 WHERE state_id = $1 AND position % $2 = 0 AND position % (2 * $2) <> 0`,
      [state.id, 1 / SHARE],
    );
    const began = performance.now();
    const followed = await tracking.followChanges.follow(state, await sweptDay(client, state));
    times.push(performance.now() - began);
    counts = followed.counts;
    if (counts.recommendations !== size * SHARE) throw new Error(`looked at ${counts.recommendations}`);
  }
  return { time: median(times), looked: counts.recommendations, changed: counts.alertsChanged };
}

async function sweptDay(client, state) {
  const { rows } = await client.query('SELECT max(swept_on)::text AS day FROM sweep WHERE state_id = $1', [
    state.id,
  ]);
  return rows[0].day;
}

/** Of a process that does nothing else, after several sweeps. */
async function peakOfSweeps(databaseUrl, iso3, size) {
  const folder = mkdtempSync(join(tmpdir(), 'vigia-bench-sweep-'));
  const child = fork('test/bench/sweeping-process.mjs', {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      VIGIA_DATA_DIR: folder,
      VIGIA_DEMO: '0',
      NODE_OPTIONS: HEAP,
      // Never spoken to.
      SMTP_URL: 'smtp://127.0.0.1:9',
      SESSION_SECRET: 'x'.repeat(32),
      DISCLOSURE_KEY: 'y'.repeat(32),
    },
  });
  try {
    await once(child, 'message');
    let peak = 0;
    for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
      child.send({ iso3 });
      const [{ swept, peakMiB }] = await once(child, 'message');
      if (swept !== size) throw new Error(`swept ${swept} of ${size}`);
      peak = peakMiB;
    }
    return peak;
  } finally {
    child.send({});
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Four indicators, two obligations and one lead per recommendation; a third of the obligations overdue, a quarter of the figures stale. */
async function fill(client, state, size) {
  const statements = [
    `INSERT INTO institution (state_id, code, name) SELECT ${state}, 'I' || i, '{"en":"I","es":"I"}' FROM generate_series(1, 20) i`,
    `INSERT INTO document (state_id, key, slug, title, mechanism_code, instrument_code, language, text_sha256, ingested_at)
     VALUES (${state}, 'bench', 'bench', 'Bench', 'CRC', 'CRC', 'en', 'x', now())`,
    `INSERT INTO paragraph (state_id, document_id, number, kind) SELECT ${state}, d.id, i, 'recommendation' FROM document d, generate_series(1, ${size}) i WHERE d.state_id = ${state}`,
    `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb)
     SELECT ${state}, 'bench.' || number, document_id, id, number, number::text, 'paragraph', 'recommends' FROM paragraph WHERE state_id = ${state}`,
    `INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role)
     SELECT ${state}, r.id, (SELECT min(id) FROM institution WHERE state_id = ${state}) + r.id % 20, 'now_responsible', 'lead' FROM recommendation r WHERE r.state_id = ${state}`,
    `INSERT INTO deadline (state_id, purpose, certainty, due_on, time_zone, basis)
     SELECT ${state}, 'bench', 'confirmed', current_date - 400 + (i * 7919) % 1200, 'America/Lima', '{"en":"","es":""}' FROM generate_series(1, ${2 * size}) i`,
    `INSERT INTO obligation (state_id, recommendation_id, institution_id, deadline_id, kind, title, required)
     SELECT ${state}, r.id, (SELECT min(id) FROM institution WHERE state_id = ${state}) + r.id % 20, d.id, 'data_submission', '{"en":"","es":""}', true
     FROM (SELECT id, row_number() OVER (ORDER BY id) n FROM deadline WHERE state_id = ${state}) d
     JOIN (SELECT id, row_number() OVER (ORDER BY id) n FROM recommendation WHERE state_id = ${state}) r ON r.n = (d.n + 1) / 2`,
    `INSERT INTO source (state_id, code, name) VALUES (${state}, 'bench', '{"en":"","es":""}')`,
    `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, periodicity_months, institution_id)
     SELECT ${state}, 'B' || i, 'data', 'process', '{"en":"","es":""}', '{"en":"","es":""}', 'count', 'plain', 12, (SELECT min(id) FROM institution WHERE state_id = ${state}) + i % 20
     FROM generate_series(1, ${4 * size}) i`,
    `INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home)
     SELECT ${state}, r.id, i.id, true, true FROM (SELECT id, row_number() OVER (ORDER BY id) n FROM indicator WHERE state_id = ${state}) i
     JOIN (SELECT id, row_number() OVER (ORDER BY id) n FROM recommendation WHERE state_id = ${state}) r ON r.n = (i.n + 3) / 4`,
    `INSERT INTO series (state_id, indicator_id, key, categories) SELECT ${state}, id, '', '{}' FROM indicator WHERE state_id = ${state}`,
    `INSERT INTO figure_intake (state_id, accepted_on, recorded_at) VALUES (${state}, current_date, now())`,
    `INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, intake_id, status, value)
     SELECT ${state}, s.id, c.id, make_date(y, 1, 1), make_date(y, 12, 31), (SELECT max(id) FROM figure_intake WHERE state_id = ${state}), 'A', s.id % 500
     FROM series s CROSS JOIN LATERAL (SELECT 2021 + CASE WHEN s.id % 4 = 0 THEN 0 ELSE 4 END AS y) v JOIN source c ON c.state_id = s.state_id WHERE s.state_id = ${state}`,
  ];
  for (const statement of statements) await client.query(statement);
}

const READ = [
  'SELECT * FROM recommendation WHERE state_id = $1 ORDER BY id',
  'SELECT * FROM obligation WHERE state_id = $1 ORDER BY recommendation_id',
  'SELECT * FROM deadline WHERE state_id = $1 ORDER BY id',
  'SELECT * FROM recommendation_indicator WHERE state_id = $1 ORDER BY recommendation_id',
  'SELECT * FROM indicator WHERE state_id = $1 ORDER BY id',
  'SELECT * FROM observation WHERE state_id = $1 ORDER BY series_id',
  'SELECT * FROM published_figure WHERE state_id = $1 ORDER BY indicator_code',
  'SELECT * FROM alert WHERE state_id = $1 ORDER BY recommendation_id',
  'SELECT * FROM responsibility WHERE state_id = $1 ORDER BY recommendation_id',
];

async function readAll(client, state) {
  let count = 0;
  for (const text of READ) {
    const cursor = client.query(new Cursor(text, [state]));
    for (;;) {
      const rows = await cursor.read(PAGE);
      if (rows.length === 0) break;
      count += rows.length;
    }
    await cursor.close();
  }
  return count;
}
