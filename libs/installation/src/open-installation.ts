import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { secretsOf } from '#config';
import type { Config } from '#config';
import { UnexpectedError, isKnownZone } from '#domain';
import { startEmbeddedPostgres } from '#embedded';
import { SmtpMailer, startMailbox } from '#mail';
import type { Mailbox } from '#mail';
import { InstallationClock, RecordDatabase, migrate } from '#persistence';
import { BullJobDispatcher, assertQueueSchema, migrateQueueSchema } from '#queue';
import type { QueueConnectionOptions } from '#queue';
import { composeTracking } from '#tracking';
import type { Tracking } from '#tracking';

/** Group role of the application; the queue's tables are granted to it. */
const APPLICATION_ROLE = 'vigia_app';

export type OpeningStep = 'creating' | 'starting' | 'adopting' | 'migrating' | 'opening';

export interface OpeningHooks {
  onProgress?(step: OpeningStep): void;
  /** Trouble in the background, such as a line that the mailbox lost. */
  onTrouble?(error: unknown): void;
}

/** What a process of this installation stands on. */
export interface Installation {
  readonly config: Config;
  /** Name of this process in claims and leases. */
  readonly worker: string;
  readonly tracking: Tracking;
  readonly record: RecordDatabase;
  readonly clock: InstallationClock;
  readonly queue: QueueConnectionOptions;
  /** The built-in mailbox, in the open demonstration without a relay. */
  readonly mailbox: Mailbox | null;
  /** Whether the mail relay answers now. */
  relayAnswers(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens database, clock, queue and relay, in this order, and gives back what it opened when a later one fails. */
export async function openInstallation(config: Config, hooks: OpeningHooks = {}): Promise<Installation> {
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const release of opened.splice(0).reverse()) await release();
  };
  try {
    const databaseUrl = await openDatabase(config, hooks, opened);
    hooks.onProgress?.('opening');
    const record = await RecordDatabase.open({ url: databaseUrl });
    opened.push(() => record.close());
    await record.assertSafe();
    await assertQueueSchemaUnlessRedis(config, databaseUrl);
    const clock = await InstallationClock.open(
      record,
      config.startsAt === null ? null : Date.parse(config.startsAt),
    );

    const queue = { redisUrl: config.redisUrl, databaseUrl };
    const dispatcher = new BullJobDispatcher(queue);
    opened.push(() => dispatcher.close());
    const mailbox = await openMailbox(config, hooks, opened);
    const mailer = new SmtpMailer({
      url: config.mail.smtpUrl ?? mailbox?.smtpUrl ?? '',
      dkimKey: config.mail.dkimKey,
      connections: config.mail.connections ?? undefined,
    });
    opened.push(() => mailer.close());

    // Containers share process numbers, and restarts repeat them: a claim must name one life of one process.
    const worker = `${hostname()}.${process.pid}.${randomUUID()}`;
    const secrets = secretsOf(config);
    const tracking = composeTracking({
      record,
      clock,
      dispatcher,
      mailer,
      settings: {
        publicUrl: config.http.publicUrl,
        mailFrom: config.mail.from,
        mailConnections: config.mail.connections ?? undefined,
        operatorEmail: config.mail.operatorEmail,
        sessionSecret: secrets.session,
        takesReturnedMail: config.mail.bounceToken !== null,
        disclosureKey: secrets.disclosure,
        oidc: config.oidc,
        breachedPasswordsFile: config.breachedPasswordsFile,
        linkChecks: config.linkChecks,
        worker,
        closeAtOnce: config.openDemonstration,
      },
    });
    await assertKnownZones(tracking);
    return {
      config,
      worker,
      tracking,
      record,
      clock,
      queue,
      mailbox,
      relayAnswers: () => mailer.verify(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The application's login. The embedded database is started, and migrated by its own owner. */
async function openDatabase(
  config: Config,
  hooks: OpeningHooks,
  opened: (() => Promise<void>)[],
): Promise<string> {
  if (config.database.url !== null) return config.database.url;
  const server = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    onProgress: (step) => hooks.onProgress?.(step),
  });
  opened.push(() => server.stop());
  hooks.onProgress?.('migrating');
  await migrateInstallation(server.ownerUrl, server.applicationUrl);
  return server.applicationUrl;
}

/** Brings the record and the queue's own tables to this version, as the owner. */
export async function migrateInstallation(ownerUrl: string, applicationUrl: string | null): Promise<void> {
  await migrate({ ownerUrl, ...(applicationUrl === null ? {} : { appUrl: applicationUrl }) });
  await migrateQueueSchema(ownerUrl, APPLICATION_ROLE);
}

/** A State without a civil day would be swept on no day, and nobody would notice. */
async function assertKnownZones(tracking: Tracking): Promise<void> {
  const lost = (await tracking.states.listStates()).filter((state) => !isKnownZone(state.timeZone));
  if (lost.length === 0) return;
  throw new UnexpectedError(
    'state.unknown_zone',
    lost
      .map(
        ({ iso3, timeZone }) =>
          `The time zone "${timeZone}" of ${iso3} is not known to this Node: correct it, or install a Node with full time-zone data.`,
      )
      .join('\n'),
  );
}

async function assertQueueSchemaUnlessRedis(config: Config, databaseUrl: string): Promise<void> {
  if (config.redisUrl === null) await assertQueueSchema(databaseUrl);
}

async function openMailbox(
  config: Config,
  hooks: OpeningHooks,
  opened: (() => Promise<void>)[],
): Promise<Mailbox | null> {
  if (config.mail.smtpUrl !== null) return null;
  const mailbox = await startMailbox({
    host: '127.0.0.1',
    port: 0,
    folder: join(config.dataDir, 'mailbox'),
    onError: (error: unknown) => hooks.onTrouble?.(error),
  });
  opened.push(() => mailbox.stop());
  return mailbox;
}
