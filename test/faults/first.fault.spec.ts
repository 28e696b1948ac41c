import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { RecordDatabase } from '#persistence';

import { environment } from '../support/vigia-process.js';
import { startSmtpSink } from '../support/smtp-sink.js';
import type { SmtpSink } from '../support/smtp-sink.js';
import { createTestDatabase } from '../support/template-database.js';
import type { TestDatabase } from '../support/template-database.js';

const MESSAGES = 100;
const CONNECTIONS = 5;
const ANSWER_AFTER_MS = 60;
const WORKER = join(process.cwd(), 'dist', 'apps', 'worker', 'src', 'main.js');
const CLI = join(process.cwd(), 'dist', 'apps', 'cli', 'src', 'main.js');

let database: TestDatabase;
let record: RecordDatabase;
let sink: SmtpSink;
let stateId: number;
const children = new Set<ChildProcess>();

beforeEach(async () => {
  database = await createTestDatabase();
  record = await RecordDatabase.open({ url: database.appUrl });
  sink = await startSmtpSink(ANSWER_AFTER_MS);
  stateId = await writeLedger();
});

afterEach(async () => {
  for (const child of children) await kill(child);
  await sink.stop();
  await record.close();
  await database.drop();
});

/** A State whose ledger holds one waiting mail for each of a hundred people. */
async function writeLedger(): Promise<number> {
  const state = await record.runShared((sql) =>
    sql.row<{ id: number }>(
      `INSERT INTO state (iso3, name, time_zone, demonstration) VALUES ('PER', '{"en": "Peru", "es": "Perú"}', 'America/Lima', false) RETURNING id`,
    ),
  );
  const id = state?.id ?? 0;
  await record.runState(id, (sql) =>
    sql.execute(
      `WITH people AS (
         INSERT INTO person (name, email, language) SELECT 'Person ' || n, 'person.' || n || '@example.org', 'en' FROM generate_series(1, $2) n RETURNING id)
       INSERT INTO message (state_id, person_id, civil_on, message_id_header, subject, body, next_attempt_at, created_at)
       SELECT $1, id, '2026-06-23', '<' || id || '@vigia.example>', 'Due', '{"text": "Due", "html": "<p>Due</p>", "headers": {}, "attachments": []}',
              now() - interval '1 minute', now() FROM people`,
      [id, MESSAGES],
    ),
  );
  return id;
}

function run(file: string, ...parameters: string[]): ChildProcess {
  const child = spawn(process.execPath, [file, ...parameters], {
    env: environment({
      DATABASE_URL: database.appUrl,
      SMTP_URL: sink.url,
      SESSION_SECRET: 'only-for-tests-only-for-tests-only',
      DISCLOSURE_KEY: 'only-for-tests-only-for-tests-only',
      VIGIA_DEMO: '0',
    }),
    stdio: 'ignore',
  });
  children.add(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs: number,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new TypeError(`${what} did not happen within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Lets the leases of the dead run out, as their twelve minutes would. */
function endLeases(): Promise<number> {
  return record.runState(stateId, (sql) =>
    sql.execute(
      `UPDATE message SET next_attempt_at = now() - interval '1 second' WHERE state_id = $1 AND delivery_state = 'pending'`,
      [stateId],
    ),
  );
}

async function pending(): Promise<number> {
  const row = await record.runState(stateId, (sql) =>
    sql.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM message WHERE state_id = $1 AND delivery_state = 'pending'`,
      [stateId],
    ),
  );
  return row?.count ?? 0;
}

/** Process ids that hold mails right now, as their claims name them. */
async function claimants(): Promise<string[]> {
  const rows = await record.runState(stateId, (sql) =>
    sql.rows<{ by: string }>(
      `SELECT DISTINCT claimed_by AS by FROM message WHERE state_id = $1 AND delivery_state = 'pending' AND claimed_by IS NOT NULL`,
      [stateId],
    ),
  );
  return rows.map((row) => row.by);
}

/** The verdict of promise R1, and its figures on one line. */
async function expectNothingLost(name: string, kills: number): Promise<void> {
  const distinct = new Set(sink.accepted).size;
  const repeats = sink.accepted.length - distinct;
  const bound = kills * 2 * CONNECTIONS;
  process.stdout.write(
    `R1 ${name}: ${MESSAGES} mails, ${kills} kills, ${MESSAGES - distinct} lost, ${distinct} Message-IDs, ${repeats} repeats (at most ${bound})\n`,
  );
  const unsettled = await record.runState(stateId, (sql) =>
    sql.rows(`SELECT delivery_state FROM message WHERE state_id = $1 AND delivery_state <> 'accepted'`, [
      stateId,
    ]),
  );
  expect(unsettled).toEqual([]);
  expect(distinct).toBe(MESSAGES);
  expect(repeats).toBeLessThanOrEqual(bound);
  const started = await record.runState(stateId, (sql) =>
    sql.rows<{ header: string; times: number }>(
      `SELECT m.message_id_header AS header, count(*)::int AS times FROM delivery d
       JOIN message m ON m.state_id = d.state_id AND m.id = d.message_id
       WHERE d.state_id = $1 AND d.outcome = 'started' GROUP BY 1`,
      [stateId],
    ),
  );
  const attempts = new Map(started.map((row) => [row.header, row.times]));
  const silent = [...new Set(sink.accepted)].filter(
    (header) => sink.accepted.filter((one) => one === header).length > (attempts.get(header) ?? 0),
  );
  expect(silent).toEqual([]);
}

describe('kill -9 in mid-delivery (promise R1, short form)', () => {
  it('loses nothing when one of two workers dies, and the other finishes', async () => {
    const workers = [run(WORKER), run(WORKER)];
    await until('the first mails', () => sink.accepted.length >= 20, 60_000);
    const [holder] = await claimants();
    const victim = workers.find((worker) => holder?.includes(String(worker.pid))) ?? workers[0]!;
    await kill(victim);
    expect(await pending()).toBeGreaterThan(CONNECTIONS);
    await endLeases();
    const died = performance.now();
    // The queue notices a dead worker when its lock of 60 s has run out; the next tick would not be earlier.
    await until('the rest', async () => (await pending()) === 0, 150_000);
    process.stdout.write(
      `R1: the other worker had finished ${Math.round(performance.now() - died)} ms after the kill\n`,
    );
    await expectNothingLost('two workers', 1);
  }, 240_000);

  it('loses nothing when deliverers that compete for the same ledger are killed one after the other', async () => {
    let kills = 0;
    let deliverers = [run(CLI, 'deliver'), run(CLI, 'deliver')];
    for (const level of [15, 35, 55, 75]) {
      await until(`${level} mails`, () => sink.accepted.length >= level, 60_000);
      const [victim, survivor] = deliverers as [ChildProcess, ChildProcess];
      if (victim.exitCode === null) kills += 1;
      await kill(victim);
      await endLeases();
      deliverers = [survivor, run(CLI, 'deliver')];
    }
    await until(
      'the end of the deliverers',
      () => deliverers.every((deliverer) => deliverer.exitCode !== null),
      60_000,
    );
    await endLeases();
    await once(run(CLI, 'deliver'), 'exit');
    expect(kills).toBeGreaterThanOrEqual(2);
    await expectNothingLost('competing deliverers', kills);
  }, 240_000);
});
