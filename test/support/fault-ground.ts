import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { CivilDate } from '#domain';
import { RecordDatabase } from '#persistence';

import { startSmtpSink } from './smtp-sink.js';
import type { SmtpSink } from './smtp-sink.js';
import { createTestDatabase } from './template-database.js';
import { environment } from './vigia-process.js';

/** Built programs that a fault meets. */
const PROGRAMS = {
  api: join(process.cwd(), 'dist', 'apps', 'api', 'src', 'main.js'),
  worker: join(process.cwd(), 'dist', 'apps', 'worker', 'src', 'main.js'),
  cli: join(process.cwd(), 'dist', 'apps', 'cli', 'src', 'main.js'),
};

/** Short forms run in the gate; `FULL_TESTS=1` before the command takes the figures of the promise. */
export const FULL = process.env['FULL_TESTS'] === '1';

/** Where the rows are: a database of the tests' server, or one that the test can stop. */
export interface FaultDatabase {
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** Built processes on a database and a relay of their own, to be killed. */
export class FaultGround {
  private readonly children = new Set<ChildProcess>();
  stateId = 0;

  private constructor(
    readonly database: FaultDatabase,
    readonly record: RecordDatabase,
    readonly sink: SmtpSink,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** A State without anything in it. */
  static async open(
    answerAfterMs: number,
    options: {
      readonly database?: FaultDatabase;
      readonly settings?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<FaultGround> {
    const database = options.database ?? (await createTestDatabase());
    const record = await RecordDatabase.open({ url: database.appUrl });
    const ground = new FaultGround(
      database,
      record,
      await startSmtpSink(answerAfterMs),
      options.settings ?? {},
    );
    const state = await record.runShared((sql) =>
      sql.row<{ id: number }>(
        `INSERT INTO state (iso3, name, time_zone, demonstration) VALUES ('PER', '{"en": "Peru", "es": "Perú"}', 'America/Lima', false) RETURNING id`,
      ),
    );
    ground.stateId = state?.id ?? 0;
    return ground;
  }

  async close(): Promise<void> {
    for (const child of this.children) await this.end(child, 'SIGKILL');
    await this.sink.stop();
    await this.record.close();
    await this.database.drop();
  }

  /** One waiting mail for each of so many people. */
  async writeMails(count: number): Promise<void> {
    await this.execute(
      `WITH people AS (
         INSERT INTO person (name, email, language) SELECT 'Reader ' || n, 'reader.' || n || '@example.org', 'en' FROM generate_series(1, $2) n RETURNING id)
       INSERT INTO message (state_id, person_id, civil_on, message_id_header, subject, body, next_attempt_at, created_at)
       SELECT $1, id, '2026-06-23', '<' || id || '@vigia.example>', 'Due', '{"text": "Due", "html": "<p>Due</p>", "headers": {}, "attachments": []}',
              now() - interval '1 minute', now() FROM people`,
      [count],
    );
  }

  /**
   * Obligations that are due one after the other from a first day on, and for each of so many institutions one person who is written to.
   * @param everyDays days between one due day and the next
   * @param dueDays how many due days there are; 1: all are due on the first
   */
  async owe(
    people: number,
    obligations: number,
    from: CivilDate,
    everyDays: number,
    dueDays = 1,
  ): Promise<void> {
    const statements = [
      `INSERT INTO institution (state_id, code, name) SELECT $1, 'I' || n, '{"en":"I","es":"I"}' FROM generate_series(1, ${people}) n`,
      `INSERT INTO person (name, email, language) SELECT 'Person ' || n, 'person.' || n || '@example.org', 'en' FROM generate_series(1, ${people}) n WHERE $1::int > 0`,
      `INSERT INTO membership (state_id, person_id, role, institution_id, starts_on)
       SELECT $1, p.id, 'focal_point', i.id, '2020-01-01' FROM institution i JOIN person p ON p.name = 'Person ' || substr(i.code, 2) WHERE i.state_id = $1`,
      `INSERT INTO focal_point (state_id, institution_id, membership_id, kind, starts_on)
       SELECT $1, institution_id, id, 'institutional', '2020-01-01' FROM membership WHERE state_id = $1`,
      `INSERT INTO document (state_id, key, slug, title, mechanism_code, instrument_code, language, text_sha256, ingested_at)
       VALUES ($1, 'k', 'opsc-1', 'Concluding observations', 'CRC', 'CRC-OP-SC', 'en', 'x', now())`,
      `INSERT INTO paragraph (state_id, document_id, number, kind) SELECT $1, id, 8, 'recommendation' FROM document WHERE state_id = $1`,
      `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb)
       SELECT $1, 'opsc-1-8', document_id, id, 1, '8', 'paragraph', 'recommends' FROM paragraph WHERE state_id = $1`,
      `INSERT INTO recommendation_text (state_id, recommendation_id, language, official_text, title)
       SELECT $1, id, 'en', 'Collect data.', 'Data' FROM recommendation WHERE state_id = $1`,
      `INSERT INTO deadline (state_id, purpose, certainty, due_on, time_zone, basis)
       SELECT $1, 'data_submission', 'confirmed', date '${from}' + (n % ${dueDays}) * ${everyDays}, 'America/Lima', '{"en": "plan", "es": "plan"}' FROM generate_series(1, ${obligations}) n`,
      `INSERT INTO obligation (state_id, recommendation_id, institution_id, deadline_id, kind, title, required)
       SELECT $1, r.id, i.id, d.id, 'data_submission', '{"en":"Figures","es":"Cifras"}', true
       FROM deadline d CROSS JOIN recommendation r
       JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM institution WHERE state_id = $1) i ON i.place = d.id % ${people}
       WHERE d.state_id = $1 AND r.state_id = $1`,
    ];
    for (const statement of statements) await this.execute(statement);
  }

  run(
    program: keyof typeof PROGRAMS,
    parameters: readonly string[] = [],
    settings: Readonly<Record<string, string>> = {},
  ): ChildProcess {
    const child = spawn(process.execPath, [PROGRAMS[program], ...parameters], {
      env: environment({
        DATABASE_URL: this.database.appUrl,
        SMTP_URL: this.sink.url,
        SESSION_SECRET: 'only-for-tests-only-for-tests-only',
        DISCLOSURE_KEY: 'only-for-tests-only-for-tests-only',
        VIGIA_DEMO: '0',
        ...this.settings,
        ...settings,
      }),
      stdio: 'ignore',
    });
    this.children.add(child);
    return child;
  }

  /** Sends the signal and answers after how many milliseconds the process was gone. */
  async end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    this.children.delete(child);
    const began = performance.now();
    if (isGone(child)) return 0;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    return performance.now() - began;
  }

  execute(text: string, parameters: readonly unknown[] = []): Promise<number> {
    return this.record.runState(this.stateId, (sql) => sql.execute(text, [this.stateId, ...parameters]));
  }

  rows<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.record.runState(this.stateId, (sql) => sql.rows<T>(text, [this.stateId, ...parameters]));
  }

  async count(text: string, parameters: readonly unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ count: number }>(`SELECT count(*)::int AS count ${text}`, parameters);
    return row?.count ?? 0;
  }

  pending(): Promise<number> {
    return this.count(`FROM message WHERE state_id = $1 AND delivery_state = 'pending'`);
  }

  /** Lets the leases of the dead run out, as their twelve minutes would. */
  endLeases(): Promise<number> {
    return this.execute(
      `UPDATE message SET next_attempt_at = now() - interval '1 second' WHERE state_id = $1 AND delivery_state = 'pending'`,
    );
  }

  /** Process ids that hold mails right now, as their claims name them. */
  async claimants(): Promise<string[]> {
    const rows = await this.rows<{ by: string }>(
      `SELECT DISTINCT claimed_by AS by FROM message WHERE state_id = $1 AND delivery_state = 'pending' AND claimed_by IS NOT NULL`,
    );
    return rows.map((row) => row.by);
  }

  /** Mails that the relay took more often than the ledger says they were tried: repeats that nobody could see. */
  async unseenRepeats(): Promise<string[]> {
    const started = await this.rows<{ header: string; times: number }>(
      `SELECT m.message_id_header AS header, count(*)::int AS times FROM delivery d
       JOIN message m ON m.state_id = d.state_id AND m.id = d.message_id
       WHERE d.state_id = $1 AND d.outcome = 'started' GROUP BY 1`,
    );
    const attempts = new Map(started.map((row) => [row.header, row.times]));
    return [...new Set(this.sink.accepted)].filter(
      (header) => this.sink.accepted.filter((one) => one === header).length > (attempts.get(header) ?? 0),
    );
  }
}

export function isGone(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

export async function until(
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
