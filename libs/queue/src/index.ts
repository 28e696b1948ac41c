export * from './job-catalogue.js';
export * from './job-dispatcher.js';
export * from './job-workers.js';
export * from './migrate-queue-schema.js';
export { QUEUE_SCHEMA } from './queue-connection.js';
export type { QueueConnectionOptions } from './queue-connection.js';
