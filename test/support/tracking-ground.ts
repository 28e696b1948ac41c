import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { CivilDate, Clock, Instant } from '#domain';
import type { Mailer, OutgoingMail, SendOutcome } from '#mail';
import { RecordDatabase } from '#persistence';
import { OperationalError } from '#domain';
import type { AccessMailWish, FailedJob, JobAttempt, JobDispatcher, JobName, JobPayload } from '#queue';
import { composeTracking, readDemonstration } from '#tracking';
import type { Ground, State, Tracking } from '#tracking';

import { createTestDatabase } from './template-database.js';
import type { TestDatabase } from './template-database.js';

export const SAMPLE = 'CRC_C_OPSC_PER_CO_1.en.txt';
const SAMPLES = join(process.cwd(), 'samples');

/** Stands still until it is told another time. */
export class SettableClock implements Clock {
  private instant: Instant;

  constructor(iso: string) {
    this.instant = Date.parse(iso);
  }

  now(): Instant {
    return this.instant;
  }

  set(iso: string): void {
    this.instant = Date.parse(iso);
  }

  advance(ms: number): void {
    this.instant += ms;
  }
}

/** Keeps what it is given to send, and answers as the test says. */
export class RecordingMailer implements Mailer {
  readonly sent: OutgoingMail[] = [];
  answer: (mail: OutgoingMail) => SendOutcome = () => ({ kind: 'accepted', response: '250 kept' });

  /** Mails whose sending the relay has confirmed. */
  send(mail: OutgoingMail): Promise<SendOutcome> {
    const outcome = this.answer(mail);
    if (outcome.kind === 'accepted') this.sent.push(mail);
    return Promise.resolve(outcome);
  }

  verify(): Promise<boolean> {
    return Promise.resolve(true);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export class RecordingDispatcher implements JobDispatcher {
  readonly dispatched: { readonly name: JobName; readonly payload: unknown }[] = [];
  /** As the queue does where it cannot be reached. */
  unreachable = false;

  dispatch<N extends JobName>(name: N, payload: JobPayload<N>): Promise<void> {
    if (this.unreachable) return Promise.reject(new OperationalError('queue.unreachable', 'Nobody answers.'));
    this.dispatched.push({ name, payload });
    return Promise.resolve();
  }

  /** The jobs of mails about accounts that were asked for since the last call. */
  takeAccessMails(): AccessMailWish[] {
    const asked = this.dispatched.filter(({ name }) => name === 'access.mail');
    for (const job of asked) this.dispatched.splice(this.dispatched.indexOf(job), 1);
    return asked.map(({ payload }) => payload as AccessMailWish);
  }

  counts(): Promise<Record<string, Record<string, number>>> {
    return Promise.resolve({});
  }

  failed(): Promise<FailedJob[]> {
    return Promise.resolve([]);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The use cases on a database of their own, with a clock, a relay and a queue that the test holds in its hands. */
export interface TrackingGround {
  readonly database: TestDatabase;
  readonly record: RecordDatabase;
  readonly clock: SettableClock;
  readonly mailer: RecordingMailer;
  readonly dispatcher: RecordingDispatcher;
  readonly tracking: Tracking;
  rows<T>(stateId: number, text: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Composes the use cases a second time, as another process would. */
  asWorker(worker: string): Tracking;
  /** Sends the mails about accounts that were asked for, one attempt each. Answers the code of each failure. */
  sendAccessMails(attempt?: JobAttempt): Promise<string[]>;
  close(): Promise<void>;
}

const FIRST_OF_MANY: JobAttempt = { attempt: 1, of: 9 };

export async function openTrackingGround(
  now: string,
  settings: Partial<Ground['settings']> = {},
  /** A relay that is really spoken to, instead of the one that only keeps what it is given. */
  relay: Mailer | null = null,
): Promise<TrackingGround> {
  const database = await createTestDatabase();
  const record = await RecordDatabase.open({ url: database.appUrl });
  const clock = new SettableClock(now);
  const mailer = new RecordingMailer();
  const dispatcher = new RecordingDispatcher();
  const asWorker = (worker: string): Tracking =>
    composeTracking({
      record,
      clock,
      dispatcher,
      mailer: relay ?? mailer,
      settings: {
        publicUrl: 'https://vigia.example',
        mailFrom: 'Vigía <vigia@vigia.example>',
        sessionSecret: 'only-for-tests-only-for-tests-only',
        disclosureKey: 'only-for-tests-too-only-for-tests-too',
        worker,
        closeAtOnce: false,
        ...settings,
      },
    });
  const tracking = asWorker('test');
  return {
    database,
    record,
    clock,
    mailer,
    dispatcher,
    tracking,
    asWorker,
    sendAccessMails: async (attempt = FIRST_OF_MANY) => {
      const failures: string[] = [];
      for (const wish of dispatcher.takeAccessMails())
        await tracking.sendAccessMail.send(wish, attempt).catch((error: unknown) => {
          failures.push((error as { code: string }).code);
        });
      return failures;
    },
    rows: <T>(stateId: number, text: string, parameters: readonly unknown[] = []) =>
      record.runState(stateId, (sql) => sql.rows<T>(text, parameters)),
    close: async () => {
      await record.close();
      await database.drop();
    },
  };
}

/** The demonstration State with its figures published, as a first start leaves it before the sweep. */
export async function loadPeru({ tracking }: TrackingGround): Promise<State> {
  const file = await readDemonstration(join(SAMPLES, 'demonstration', 'peru'));
  const { state } = await tracking.loadDemonstration.load(file, {
    name: SAMPLE,
    bytes: await readSample(),
  });
  await tracking.recordCompleteness.run(state.id);
  await tracking.publishFigures.publish(state.id);
  await tracking.loadDemonstration.judge(state, file);
  return state;
}

export function readSample(): Promise<Uint8Array> {
  return readFile(join(SAMPLES, SAMPLE));
}

/** What one civil day does to a State: sweep, mail day, delivery. Each at ten in the morning in Lima. */
export async function liveThrough(ground: TrackingGround, state: State, day: CivilDate): Promise<void> {
  ground.clock.set(`${day}T15:00:00Z`);
  await ground.tracking.runSweep.run(state, { worker: 'test', again: true });
  await ground.tracking.closeDigest.close(state);
  await ground.tracking.deliverMessages.deliver(state.id);
}

/** Every row of every table that the State owns, with the transaction that wrote it: equal prints mean that nothing was written. */
export async function fingerprint(
  ground: TrackingGround,
  state: State,
  except: readonly string[] = [],
): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of await stateTables(ground, state)) {
    if (except.includes(table)) continue;
    const [row] = await ground.rows<{ print: string }>(
      state.id,
      `SELECT count(*) || ':' || coalesce(md5(string_agg(md5(t::text || t.xmin::text), '' ORDER BY md5(t::text))), '') AS print FROM ${table} t`,
    );
    prints[table] = row?.print ?? '';
  }
  return prints;
}

/** Tables with a State's rows that the application may read; what is derived from them is the owner's alone. */
export async function stateTables(ground: TrackingGround, state: State): Promise<string[]> {
  const tables = await ground.rows<{ name: string }>(
    state.id,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'state_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`,
  );
  return tables.map((table) => table.name);
}

export async function rowCounts(ground: TrackingGround, state: State): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await stateTables(ground, state)) {
    const [row] = await ground.rows<{ count: number }>(
      state.id,
      `SELECT count(*)::int AS count FROM ${table} WHERE state_id = $1`,
      [state.id],
    );
    counts[table] = row?.count ?? 0;
  }
  return counts;
}
