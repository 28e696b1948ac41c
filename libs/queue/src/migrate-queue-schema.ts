import { LATEST_SCHEMA_VERSION, assertSchemaCompatibility, quoteSchemaName, runMigrations } from 'bullmq';
import pg from 'pg';

import { UserError } from '#domain';

import { QUEUE_SCHEMA } from './queue-connection.js';

/** Brings BullMQ's own tables up to this version, as the owner, and lets the application's role work with them. */
export async function migrateQueueSchema(ownerUrl: string, appRole: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const schema = quoteSchemaName(QUEUE_SCHEMA);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(`SET search_path TO ${schema}`);
    await runMigrations(client, QUEUE_SCHEMA);
    const role = pg.escapeIdentifier(appRole);
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
    await client.query(`GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`);
  });
}

/** The client itself does not notice a schema older than it. */
export async function assertQueueSchema(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const version = await assertSchemaCompatibility(client as never, QUEUE_SCHEMA).catch(() => 0);
    if (version < LATEST_SCHEMA_VERSION)
      throw new UserError(
        'conflict',
        'queue.schema_old',
        'The tables of the job queue are older than this version; run "vigia migrate".',
      );
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
