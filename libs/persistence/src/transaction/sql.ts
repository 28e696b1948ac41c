import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { QueryResult, QueryRunner } from 'typeorm';

import { UnexpectedError } from '#domain';

import { databaseFailure } from './database-failure.js';

/** Parametrised SQL inside the running transaction. */
export interface Sql {
  /** Every row. Name columns with `AS "camelCase"` where the reader wants them so. */
  rows<T>(text: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** First row, or null. */
  row<T>(text: string, parameters?: readonly unknown[]): Promise<T | null>;
  /** Number of rows touched. */
  execute(text: string, parameters?: readonly unknown[]): Promise<number>;
  /** Every row of a statement that runs again and again: each connection plans it once, under a name no other statement has. */
  planned<T>(name: string, text: string, parameters: readonly unknown[]): Promise<T[]>;
  /** Lines of COPY's text format, as fast as the server takes them. A failure of the source is thrown as it is. */
  copyIn(statement: string, lines: AsyncIterable<string>): Promise<void>;
}

/** SQL on one connection for the length of one transaction; afterwards it refuses, instead of running outside of it. */
export class TransactionSql implements Sql {
  private ended = false;
  private failed = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly runner: QueryRunner) {}

  async rows<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return (await this.query(text, parameters)).records as T[];
  }

  async row<T>(text: string, parameters: readonly unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(text, parameters))[0] ?? null;
  }

  async execute(text: string, parameters: readonly unknown[] = []): Promise<number> {
    return (await this.query(text, parameters)).affected ?? 0;
  }

  planned<T>(name: string, text: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.inTurn(async () => {
      this.refuseWhenOver();
      try {
        const connection = (await this.runner.connect()) as ClientBase;
        const { rows } = await connection.query({ name, text, values: [...parameters] });
        return rows as T[];
      } catch (error) {
        this.failed = true;
        throw databaseFailure(error);
      }
    });
  }

  copyIn(statement: string, lines: AsyncIterable<string>): Promise<void> {
    return this.inTurn(() => this.copy(statement, lines));
  }

  /** PostgreSQL answers COMMIT of a broken transaction with a silent rollback; a swallowed failure must not look like success. */
  async commit(): Promise<void> {
    if (this.failed) {
      throw new UnexpectedError(
        'database.transaction_broken',
        'A statement of this transaction failed and its failure was swallowed; nothing was kept.',
      );
    }
    await this.query('COMMIT', []);
    this.ended = true;
  }

  async rollback(): Promise<void> {
    this.ended = true;
    await this.last;
    // A connection that cannot roll back is a lost one: the server has rolled back already.
    await this.runner.query('ROLLBACK').catch(() => undefined);
  }

  private query(text: string, parameters: readonly unknown[]): Promise<QueryResult> {
    return this.inTurn(() => this.run(text, parameters));
  }

  /** A connection runs one statement at a time; callers may ask for several at once, they queue here. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const answer = this.last.then(work);
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async copy(statement: string, lines: AsyncIterable<string>): Promise<void> {
    this.refuseWhenOver();
    let failure: unknown = null;
    const source = async function* (): AsyncGenerator<string, void, undefined> {
      try {
        yield* lines;
      } catch (error) {
        failure = error;
        throw error;
      }
    };
    try {
      const connection = (await this.runner.connect()) as ClientBase;
      await pipeline(Readable.from(source(), { objectMode: false }), connection.query(copyFrom(statement)));
    } catch (error) {
      this.failed = true;
      if (failure !== null) throw failure as Error;
      throw databaseFailure(error);
    }
  }

  private refuseWhenOver(): void {
    if (!this.ended) return;
    throw new UnexpectedError(
      'database.transaction_over',
      'SQL was asked of a transaction that is over; await all work inside of it.',
    );
  }

  private async run(text: string, parameters: readonly unknown[]): Promise<QueryResult> {
    this.refuseWhenOver();
    try {
      return await this.runner.query(text, [...parameters], true);
    } catch (error) {
      this.failed = true;
      throw databaseFailure(error);
    }
  }
}
