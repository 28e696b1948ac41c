import { fork } from 'node:child_process';
import { once } from 'node:events';

import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';

import { composeTracking } from '#tracking';
import { SmtpMailer } from '#mail';
import { BullJobDispatcher, JobWorkers, QUEUE_SCHEMA } from '#queue';

import { jobHandlers } from '../../../dist/apps/worker/src/job-handlers.js';

const ALERTS = 520;
/** Connections, plans and compiled code of the first ones are left out, of both sides. */
const WARM_UP = 20;
const FAR_AHEAD_DAYS = 1_000;

/**
 * From an alert that stands in the record to its mail at the relay, through the queue, against one bare job of the same queue's
 * backend, taken in turns. The mail of the day is open, as it is after its closing hour for whoever has none yet.
 */
export async function latencyRow({ record, clock, queue, analyse }) {
  const taken = new Map();
  const sink = fork('test/bench/sink-process.mjs', ['tell']);
  const [{ port }] = await once(sink, 'message');
  sink.on('message', ({ to, at }) => taken.get(to)?.(at - performance.timeOrigin));
  const mailer = new SmtpMailer({ url: `smtp://127.0.0.1:${port}` });
  const dispatcher = new BullJobDispatcher(queue);
  const tracking = composeTracking({
    record,
    clock,
    mailer,
    dispatcher,
    settings: {
      publicUrl: 'http://127.0.0.1',
      mailFrom: 'vigia@bench.example',
      sessionSecret: 'x'.repeat(32),
      disclosureKey: 'y'.repeat(32),
      worker: 'bench',
      closeAtOnce: true,
    },
  });
  const state = await tracking.states.saveState({
    iso3: 'XBL',
    name: { en: 'Latency', es: 'Latencia' },
    timeZone: 'America/Lima',
    demonstration: true,
  });
  const client = new pg.Client({ connectionString: queue.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`SELECT set_config('vigia.state', $1, false)`, [String(state.id)]);
  for (const statement of fill(state.id)) await client.query(statement);
  await analyse();
  await tracking.runSweep.run(state, { worker: 'bench' });
  const on = await sweptDay(client, state);

  let storedAt = 0;
  const workers = await JobWorkers.start(
    queue,
    jobHandlers(
      {
        ...tracking,
        followChanges: {
          follow: async (...wanted) => {
            const outcome = await tracking.followChanges.follow(...wanted);
            if (outcome.counts.alertsOpened > 0) storedAt = performance.now();
            return outcome;
          },
        },
      },
      'bench',
      new AbortController().signal,
    ),
    { onFailure: (job, error) => process.stderr.write(`${job}: ${String(error)}\n`) },
  );
  const raw = await openRawQueue(queue.databaseUrl);
  const mails = [];
  const jobs = [];
  for (let at = 1; at <= ALERTS; at += 1) {
    jobs.push(await raw.carry(at));
    const arrived = new Promise((resolve) => taken.set(`l${at}@bench.example`, resolve));
    await client.query(
      `UPDATE deadline d SET due_on = current_date - 1 FROM obligation o JOIN recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
       WHERE o.state_id = $1 AND d.state_id = $1 AND d.id = o.deadline_id AND r.position = $2`,
      [state.id, at],
    );
    await dispatcher.dispatch('sweep.run', { state: state.iso3, on });
    mails.push((await arrived) - storedAt);
  }
  await raw.close();
  await workers.close();
  await tracking.passOnMail.stop();
  await dispatcher.close();
  await mailer.close();
  sink.disconnect();
  await client.end();
  await tracking.states.removeDemonstration(state.id);
  await record.runShared((sql) => sql.execute(`DELETE FROM person WHERE email LIKE '%@bench.example'`));
  const [mailed, carried] = [mails.slice(WARM_UP), jobs.slice(WARM_UP)];
  const shown = (times) => `${at(times, 0.5).toFixed(1)} / ${at(times, 0.99).toFixed(1)} ms`;
  return [
    {
      what: `alert to mail, ${mailed.length} times, median / p99`,
      figure: shown(mailed),
      against: 'one bare job (target: 2 times its p99 at most)',
      limit: shown(carried),
      ratio: at(mailed, 0.99) / at(carried, 0.99),
    },
  ];
}

/** A queue of BullMQ's own beside ours, with the same number of connections. */
async function openRawQueue(connectionString) {
  const { Queue: BareQueue, Worker: BareWorker } = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: QUEUE_SCHEMA, max: 2 };
  const waiting = new Map();
  const bare = new BareQueue('bench', { connection });
  const worker = new BareWorker(
    'bench',
    (job) => {
      waiting.get(job.data.at)(performance.now());
      return Promise.resolve();
    },
    { connection, concurrency: 2 },
  );
  await worker.waitUntilReady();
  return {
    carry: async (at) => {
      const done = new Promise((resolve) => waiting.set(at, resolve));
      const began = performance.now();
      await bare.add('bench', { at }, { jobId: `bench.${at}`, removeOnComplete: true });
      return (await done) - began;
    },
    close: async () => {
      await worker.close();
      await bare.close();
    },
  };
}

function at(times, share) {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

async function sweptDay(client, state) {
  const { rows } = await client.query('SELECT max(swept_on)::text AS day FROM sweep WHERE state_id = $1', [
    state.id,
  ]);
  return rows[0].day;
}

/** A recommendation, an institution, a person who answers for it and a due date far ahead, for each alert. */
function fill(state) {
  return [
    `INSERT INTO institution (state_id, code, name) SELECT ${state}, 'L' || i, '{"en":"I","es":"I"}' FROM generate_series(1, ${ALERTS}) i`,
    `INSERT INTO person (name, email, language, demonstration) SELECT 'P', 'l' || i || '@bench.example', 'en', true FROM generate_series(1, ${ALERTS}) i`,
    `INSERT INTO membership (state_id, person_id, institution_id, role, starts_on)
     SELECT ${state}, p.id, i.id, 'focal_point', current_date - 10 FROM institution i JOIN person p ON p.email = lower(i.code) || '@bench.example' WHERE i.state_id = ${state}`,
    `INSERT INTO focal_point (state_id, membership_id, institution_id, kind, starts_on) SELECT ${state}, id, institution_id, 'institutional', starts_on FROM membership WHERE state_id = ${state}`,
    `INSERT INTO document (state_id, key, slug, title, mechanism_code, instrument_code, language, text_sha256, ingested_at)
     VALUES (${state}, 'bench', 'bench', 'Bench', 'CRC', 'CRC', 'en', 'x', now())`,
    `INSERT INTO paragraph (state_id, document_id, number, kind) SELECT ${state}, d.id, i, 'recommendation' FROM document d, generate_series(1, ${ALERTS}) i WHERE d.state_id = ${state}`,
    `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb)
     SELECT ${state}, 'bench.' || number, document_id, id, number, number::text, 'paragraph', 'recommends' FROM paragraph WHERE state_id = ${state}`,
    `INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role)
     SELECT ${state}, r.id, i.id, 'now_responsible', 'lead' FROM recommendation r JOIN institution i ON i.state_id = r.state_id AND i.code = 'L' || r.position WHERE r.state_id = ${state}`,
    `INSERT INTO deadline (state_id, purpose, certainty, due_on, time_zone, basis)
     SELECT ${state}, 'bench', 'confirmed', current_date + ${FAR_AHEAD_DAYS}, 'America/Lima', '{"en":"","es":""}' FROM generate_series(1, ${ALERTS}) i`,
    `INSERT INTO obligation (state_id, recommendation_id, institution_id, deadline_id, kind, title, required)
     SELECT ${state}, r.id, i.id, d.id, 'report', '{"en":"","es":""}', true
     FROM (SELECT id, row_number() OVER (ORDER BY id) n FROM deadline WHERE state_id = ${state}) d
     JOIN recommendation r ON r.state_id = ${state} AND r.position = d.n JOIN institution i ON i.state_id = ${state} AND i.code = 'L' || r.position`,
  ];
}
