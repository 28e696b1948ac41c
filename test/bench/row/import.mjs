import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

import { startEmbeddedPostgres } from '#embedded';
import { migrateInstallation } from '#installation';

import { median } from '../pairs.mjs';

const ROWS = 50_000;
const LARGE_ROWS = 1_000_000;
const PAIRS = 5;
const LARGE_PAIRS = 2;
/** Of an indicator: 160 months of 150 cells. */
const ROWS_OF_INDICATOR = 24_000;
const MOST_MIB = 256;
/** As an operator of a small machine sets it: without a limit Node collects late, and what it takes says nothing of what it needs. */
const HEAP = '--max-old-space-size=128';
const MOST_BYTES = 70;
const DEPARTMENTS = ['Lima', 'Cusco', 'Puno', 'Loreto', 'Piura', 'Ica', 'Tacna', 'Junín', 'Callao', 'Pasco'];
const AGES = ['0-5', '6-11', '12-14', '15-17', '18+'];
/** The whole among its parts, so that the rule between them has something to compare. */
const SEXES = ['', 'female', 'male'];
const COPIED = `series_id, source_id, period_start_on, period_end_on, intake_id, state_id, revision, status, value`;
const KEYS = `ADD FOREIGN KEY (state_id, series_id) REFERENCES series (state_id, id), ADD FOREIGN KEY (state_id, intake_id) REFERENCES figure_intake (state_id, id)`;

/**
 * A whole import, from a CSV on disk to the indexed record, by a process that does nothing else and against a server of its own;
 * against a bare COPY of the same rows into a table with the same columns and indexes, without and with its foreign keys.
 * `VIGIA_BENCH_IMPORT_ROWS` for another size.
 */
export async function importRow(_installation, { large }) {
  const rows = Number(process.env.VIGIA_BENCH_IMPORT_ROWS ?? (large ? LARGE_ROWS : ROWS));
  const folder = mkdtempSync(join(tmpdir(), 'vigia-bench-import-'));
  const path = join(folder, 'figures.csv');
  const server = await startEmbeddedPostgres({ dataDir: folder });
  let importing = null;
  try {
    await migrateInstallation(server.ownerUrl, server.applicationUrl);
    await pipeline(Readable.from(written(rows)), createWriteStream(path));
    importing = await importingProcess(server.applicationUrl, folder);
    const runs = [];
    for (let pair = 0; pair < (large ? LARGE_PAIRS : PAIRS); pair += 1)
      runs.push(await onePair(server.ownerUrl, importing, { iso3: `XB${'ABCDEFGHIJ'[pair]}`, path, rows }));
    return linesOf(rows, runs);
  } finally {
    importing?.send({});
    if (importing) await once(importing, 'exit');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onePair(ownerUrl, importing, { iso3, path, rows }) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const state = await addState(owner, iso3, rows);
    const first = await take(importing, { iso3, path });
    const { size } = await one(owner, `SELECT pg_relation_size('observation') AS size`);
    const lines = await linesOnRecord(owner, state, rows);
    const bare = await bareCopy(owner, lines, '');
    const keyed = await bareCopy(owner, lines, KEYS);
    const again = await take(importing, { iso3, path });
    if (first.outcome !== 'saved' || again.outcome !== 'unchanged')
      throw new Error(`the import was ${JSON.stringify(first)}, then ${JSON.stringify(again)}`);
    // The next pair finds tables of the same size.
    await owner.query('TRUNCATE observation, series CASCADE');
    return { first, again, bare, keyed, bytes: size / rows };
  } finally {
    await owner.end();
  }
}

function linesOf(rows, runs) {
  const middle = (of) => median(runs.map(of));
  const perSecond = (ms) => `${Math.round((rows / ms) * 1000)} rows/s`;
  const bare = 'bare COPY into the same indexes';
  const line = (what, ms, against, limit) => ({
    ...{ what, figure: perSecond(ms), against, limit: perSecond(limit), ratio: limit / ms },
  });
  const first = middle((run) => run.first.ms);
  const peak = Math.max(...runs.map(({ first: one, again }) => Math.max(one.peakMiB, again.peakMiB)));
  const bytes = runs[0].bytes;
  if (bytes > MOST_BYTES)
    throw new Error(`an observation takes ${bytes} bytes on disk, not ${MOST_BYTES} at most`);
  process.stderr.write(
    `import: CPU of the importing process ${middle((run) => run.first.cpuMs).toFixed(0)} ms for ${rows} rows\n`,
  );
  return [
    line(
      `import of ${rows} observations`,
      first,
      bare,
      middle((run) => run.bare),
    ),
    line(
      'the same',
      first,
      `${bare}, foreign keys too`,
      middle((run) => run.keyed),
    ),
    line(
      'the same file again, 0 rows written',
      middle((run) => run.again.ms),
      bare,
      middle((run) => run.bare),
    ),
    {
      what: 'peak memory of the importing process',
      figure: `${peak.toFixed(0)} MiB`,
      ...{ against: `what it may take (${HEAP})`, limit: `${MOST_MIB} MiB`, ratio: MOST_MIB / peak },
    },
    {
      what: 'an observation of eight digits on disk, indexes apart',
      figure: `${bytes.toFixed(0)} bytes`,
      ...{ against: 'what it may take', limit: `${MOST_BYTES} bytes`, ratio: MOST_BYTES / bytes },
    },
  ];
}

async function importingProcess(databaseUrl, folder) {
  const child = fork('test/bench/importing-process.mjs', {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      VIGIA_DATA_DIR: join(folder, 'importing'),
      VIGIA_DEMO: '0',
      NODE_OPTIONS: HEAP,
      // Never spoken to.
      SMTP_URL: 'smtp://127.0.0.1:9',
      SESSION_SECRET: 'x'.repeat(32),
      DISCLOSURE_KEY: 'y'.repeat(32),
    },
  });
  await once(child, 'message');
  return child;
}

async function take(importing, asked) {
  importing.send(asked);
  const [taken] = await once(importing, 'message');
  return taken;
}

/** As the owner, who is bound to the State as well. Answers its id. */
async function addState(owner, iso3, rows) {
  const { id } = await one(
    owner,
    `INSERT INTO state (iso3, name, time_zone, demonstration) VALUES ($1, '{"en":"Import","es":"Importar"}', 'America/Lima', true) RETURNING id`,
    [iso3],
  );
  await owner.query(`SELECT set_config('vigia.state', $1, false)`, [String(id)]);
  await owner.query(
    `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind)
     SELECT $1, 'B' || i, 'data', 'outcome', jsonb_build_object('en', 'Bench ' || i, 'es', 'Banco ' || i), '{"en":"children","es":"niños"}', 'count', 'plain'
     FROM generate_series(0, $2::int) i`,
    [id, Math.ceil(rows / ROWS_OF_INDICATOR)],
  );
  await owner.query(
    `INSERT INTO source (state_id, code, name) VALUES ($1, 'REG', '{"en":"Register","es":"Registro"}')`,
    [id],
  );
  return id;
}

/** The rows that the import wrote, as COPY takes them. */
async function linesOnRecord(owner, state, rows) {
  const { known } = await one(owner, 'SELECT count(*)::int AS known FROM observation WHERE state_id = $1', [
    state,
  ]);
  if (known !== rows) throw new Error(`${known} observations are on record, not ${rows}`);
  const lines = [];
  const query = `COPY (SELECT ${COPIED} FROM observation WHERE state_id = ${state} ORDER BY ctid) TO STDOUT`;
  for await (const piece of owner.query(copyTo(query))) lines.push(piece);
  return lines;
}

/** Into a table that is logged and kept as the real one is. */
async function bareCopy(owner, lines, keys) {
  await owner.query('CREATE TABLE bench_copy (LIKE observation INCLUDING ALL)');
  if (keys !== '') await owner.query(`ALTER TABLE bench_copy ${keys}`);
  const began = performance.now();
  await pipeline(Readable.from(lines), owner.query(copyFrom(`COPY bench_copy (${COPIED}) FROM STDIN`)));
  const ms = performance.now() - began;
  await owner.query('DROP TABLE bench_copy');
  return ms;
}

async function one(client, sql, parameters = []) {
  return (await client.query(sql, parameters)).rows[0];
}

function* written(rows) {
  let text = 'indicator,source,period,sex,age,department,value,provisional,reason\n';
  for (let row = 0; row < rows; row += 1) {
    const cell = row % ROWS_OF_INDICATOR;
    const [sex, age, department] = [
      SEXES[cell % 3],
      AGES[Math.floor(cell / 3) % 5],
      DEPARTMENTS[Math.floor(cell / 15) % 10],
    ];
    const month = Math.floor(cell / 150);
    const period = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    // Eight digits: what an observation may take on disk is asked of long numbers too.
    const value = sex === '' ? 20_000_000 : 10_000_000 + ((row * 7919) % 1000);
    text += `B${Math.floor(row / ROWS_OF_INDICATOR)},REG,${period},${sex},${age},${department},${value},no,\n`;
    if (text.length < 200_000) continue;
    yield text;
    text = '';
  }
  yield text;
}
