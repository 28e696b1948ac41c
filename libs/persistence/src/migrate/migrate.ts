import type { DataSource } from 'typeorm';

import { migrations } from '../migration/migrations.js';
import { seedReferenceData } from '../reference/seed-reference-data.js';
import { databaseFailure } from '../transaction/database-failure.js';
import { type Sql, TransactionSql } from '../transaction/sql.js';
import { ensureApplicationLogin } from './application-login.js';
import { ownerDataSource } from './owner-data-source.js';

/** What is being done, for a person who waits. */
export type MigrationStep = 'waiting' | 'migrating' | 'seeding' | 'granting';

export interface MigrateOptions {
  readonly ownerUrl: string;
  /** The application's login; created when absent. */
  readonly appUrl?: string;
  readonly onProgress?: (step: MigrationStep) => void;
}

/** Any number that no other user of the server's advisory locks takes; the letters VIGIA on a telephone. */
const LOCK = 84_442;

/**
 * Brings the database to this version. Processes that migrate at once wait for one another; each step is a transaction of its
 * own, so that a migration that was killed is finished by the next. Answers the names of the steps that it applied.
 */
export async function migrate({
  ownerUrl,
  appUrl,
  onProgress = () => undefined,
}: MigrateOptions): Promise<readonly string[]> {
  const source = ownerDataSource(ownerUrl);
  try {
    await source.initialize();
    onProgress('waiting');
    return await underLock(source, async () => {
      onProgress('migrating');
      const applied = await source.runMigrations({ transaction: 'each' });
      onProgress('seeding');
      await inTransaction(source, seedReferenceData);
      onProgress('granting');
      if (appUrl !== undefined) await inTransaction(source, (sql) => ensureApplicationLogin(sql, appUrl));
      return applied.map((migration) => migration.name);
    });
  } catch (error) {
    throw databaseFailure(error);
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

/** Takes down every step, newest first, with all data. For development and the tests of the migrations. */
export async function revertMigrations(ownerUrl: string): Promise<void> {
  const source = ownerDataSource(ownerUrl);
  try {
    await source.initialize();
    await underLock(source, async () => {
      for (let step = 0; step < migrations.length; step += 1)
        await source.undoLastMigration({ transaction: 'each' });
    });
  } catch (error) {
    throw databaseFailure(error);
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

/** The lock belongs to the connection, so a process that dies gives it back. */
async function underLock<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  const holder = source.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const result = await work();
    await holder.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    return result;
  } finally {
    await holder.release();
  }
}

async function inTransaction(source: DataSource, work: (sql: Sql) => Promise<void>): Promise<void> {
  const runner = source.createQueryRunner();
  const sql = new TransactionSql(runner);
  try {
    await sql.execute('BEGIN');
    await work(sql);
    await sql.commit();
  } catch (error) {
    await sql.rollback();
    throw error;
  } finally {
    await runner.release();
  }
}
