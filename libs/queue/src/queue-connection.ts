import {
  type BackendClasses,
  type IQueueBackend,
  createPostgresBackend,
  createRedisBackend,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';

/** Where the queues live: on Redis when an address is given, else in PostgreSQL beside the record. */
export interface QueueConnectionOptions {
  readonly redisUrl: string | null;
  readonly databaseUrl: string;
}

/** Schema of BullMQ's own tables; migrated by the owner only. */
export const QUEUE_SCHEMA = 'queue';

/** BullMQ's classes bound to one backend, with the connection each of them gets. */
export interface QueueBackend {
  readonly classes: BackendClasses<IQueueBackend, unknown>;
  /** A new connection for one queue or worker. */
  connect(): unknown;
  close(): Promise<void>;
}

export function openQueueBackend(options: QueueConnectionOptions): QueueBackend {
  return options.redisUrl === null ? postgresBackend(options.databaseUrl) : redisBackend(options.redisUrl);
}

function postgresBackend(connectionString: string): QueueBackend {
  return {
    classes: withBackend(createPostgresBackend) as unknown as BackendClasses<IQueueBackend, unknown>,
    // Below 2 a worker that holds one connection to listen has none left to work with, and waits for ever.
    connect: () => ({ connectionString, schema: QUEUE_SCHEMA, max: 2 }),
    close: () => Promise.resolve(),
  };
}

function redisBackend(url: string): QueueBackend {
  const clients: Redis[] = [];
  return {
    classes: withBackend(createRedisBackend) as unknown as BackendClasses<IQueueBackend, unknown>,
    connect: () => {
      // BullMQ waits for Redis itself; ioredis must not give up before it.
      const client = new Redis(url, { maxRetriesPerRequest: null });
      client.on('error', () => undefined);
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) client.disconnect();
      await Promise.resolve();
    },
  };
}
