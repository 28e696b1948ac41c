import { AsyncLocalStorage } from 'node:async_hooks';

import { DataSource } from 'typeorm';

import { UnexpectedError } from '#domain';

import { assertSafeServer } from './assert-safe-server.js';
import { databaseFailure } from './database-failure.js';
import { type Sql, TransactionSql } from './sql.js';
import { typeParsers } from './type-parsers.js';

export type { Sql } from './sql.js';

export interface RecordDatabaseOptions {
  /** The application's login; it owns nothing and cannot bypass row-level security. */
  readonly url: string;
  /** Connections for the work of people and sweeps. */
  readonly poolSize?: number;
  /** Connections for public pages, which never borrow the others. */
  readonly publicPoolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
}

type Scope =
  | { readonly kind: 'state'; readonly stateId: number }
  | { readonly kind: 'shared' }
  | { readonly kind: 'public'; readonly stateId: number };

type Running = Scope & { readonly sql: Sql };

/** Taken inside each transaction: options of the connection would be lost to those of the URL, or to a pooler. */
const PUBLIC_ROLE = 'vigia_public';
/** A worker asks every minute: its connections stay, and with them the statements they have planned. */
const IDLE_FOR_MS = 300_000;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The database of the record. Every statement runs inside a transaction that has named its State (or none), because
 * row-level security answers a statement without one with silence instead of an error.
 */
export class RecordDatabase {
  private readonly running = new AsyncLocalStorage<Running>();

  private constructor(
    private readonly record: DataSource,
    private readonly published: DataSource,
  ) {}

  /** Connects both pools; an `OperationalError` when the server cannot be reached. */
  static async open(options: RecordDatabaseOptions): Promise<RecordDatabase> {
    const record = pool(options);
    const published = pool({ ...options, poolSize: options.publicPoolSize });
    try {
      await record.initialize();
      await published.initialize();
    } catch (error) {
      await Promise.all(
        [record, published].filter((source) => source.isInitialized).map((source) => source.destroy()),
      );
      throw databaseFailure(error);
    }
    return new RecordDatabase(record, published);
  }

  /**
   * Runs `work` in a transaction that sees the rows of one State and the shared tables. Inside a running transaction of the
   * same State it joins it.
   */
  async runState<T>(stateId: number, work: (sql: Sql) => Promise<T>): Promise<T> {
    const outer = this.running.getStore();
    if (outer?.kind === 'state' && outer.stateId === stateId) return work(outer.sql);
    if (outer) throw nested(`State ${stateId}`, outer);
    return this.transact(this.record, { kind: 'state', stateId }, `BEGIN; ${setState(stateId)}`, work);
  }

  /** Runs `work` as `runState` does and takes back all that it wrote, with the locks on it: what it would do is known, and nothing is done. */
  rehearse<T>(stateId: number, work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.runState(stateId, async (sql) => {
      await sql.execute('SAVEPOINT rehearsal');
      const answer = await work(sql);
      await sql.execute('ROLLBACK TO SAVEPOINT rehearsal');
      return answer;
    });
  }

  /** Runs `work` in a transaction without a State: it sees the shared tables only. Inside a State's transaction it joins it. */
  async runShared<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const outer = this.running.getStore();
    if (outer?.kind === 'state' || outer?.kind === 'shared') return work(outer.sql);
    if (outer) throw nested('the shared tables', outer);
    return this.transact(this.record, { kind: 'shared' }, 'BEGIN', work);
  }

  /**
   * One statement on the shared tables that is a transaction by itself: one round trip instead of three, for what every
   * request asks. Inside a running transaction it joins it.
   */
  async runOnce<T>(text: string, parameters: readonly unknown[]): Promise<T[]> {
    if (this.running.getStore()) return this.runShared((sql) => sql.rows<T>(text, parameters));
    try {
      return await this.record.query<T[]>(text, [...parameters]);
    } catch (error) {
      throw databaseFailure(error);
    }
  }

  /** Runs `work` as the public role, read only: it sees the public views and the published figures of one State. */
  async runPublic<T>(stateId: number, work: (sql: Sql) => Promise<T>): Promise<T> {
    const outer = this.running.getStore();
    if (outer?.kind === 'public' && outer.stateId === stateId) return work(outer.sql);
    if (outer?.kind === 'public') throw nested(`the public side of State ${stateId}`, outer);
    return this.transact(
      this.published,
      { kind: 'public', stateId },
      `BEGIN READ ONLY; SET LOCAL ROLE ${PUBLIC_ROLE}; ${setState(stateId)}`,
      work,
    );
  }

  /** SQL of the transaction that is running. */
  current(): Sql {
    const running = this.running.getStore();
    if (running) return running.sql;
    throw new UnexpectedError(
      'database.no_transaction',
      'The record was asked for outside a transaction; use runState, runShared or runPublic.',
    );
  }

  /** Refuses a server, a login or a schema on which a warning could be lost or a State read another's rows. */
  assertSafe(): Promise<void> {
    return this.runShared(assertSafeServer);
  }

  /** One round trip to each pool; an `OperationalError` when the server does not answer. */
  async ping(): Promise<void> {
    try {
      await this.record.query('SELECT 1');
      await this.published.query('SELECT 1');
    } catch (error) {
      throw databaseFailure(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.record.destroy(), this.published.destroy()]);
  }

  private async transact<T>(
    source: DataSource,
    scope: Scope,
    begin: string,
    work: (sql: Sql) => Promise<T>,
  ): Promise<T> {
    const runner = source.createQueryRunner();
    const sql = new TransactionSql(runner);
    try {
      await sql.execute(begin);
      const result = await this.running.run({ ...scope, sql }, () => work(sql));
      await sql.commit();
      return result;
    } catch (error) {
      await sql.rollback();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function pool(options: RecordDatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'vigia',
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    installExtensions: false,
    logging: false,
    // A connection lost while idle is replaced at its next use, which reports the failure if there is one.
    poolErrorHandler: () => undefined,
    extra: { types: typeParsers, idleTimeoutMillis: IDLE_FOR_MS },
  });
}

/** State ids are smallint; they are written into the statement so that BEGIN and SET take one round trip. */
function setState(stateId: number): string {
  if (Number.isInteger(stateId) && stateId > 0 && stateId <= 32_767)
    return `SET LOCAL vigia.state = '${stateId}'`;
  throw new UnexpectedError(
    'database.state_id_invalid',
    `A State's id is a whole number from 1 to 32767, not ${String(stateId)}.`,
  );
}

function nested(asked: string, outer: Scope): UnexpectedError {
  const around =
    outer.kind === 'shared'
      ? 'the shared tables'
      : `${outer.kind === 'public' ? 'the public side of ' : ''}State ${outer.stateId}`;
  return new UnexpectedError(
    'database.nested_transaction',
    `A transaction for ${asked} was begun inside one for ${around}; finish that one first.`,
  );
}
