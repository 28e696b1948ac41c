import { z } from 'zod';

const url = (protocols: readonly string[], expected: string) =>
  z.string().refine((text) => hasProtocol(text, protocols), `expected ${expected}`);
const flag = z.enum(['0', '1'], 'expected 0 or 1').transform((text) => text === '1');

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

export interface Variable {
  /** What it means, for `.env.example`. */
  readonly meaning: string;
  readonly schema: z.ZodType;
  readonly byDefault: string;
  /** May also be given as `NAME_FILE`, the path of a file that holds it. */
  readonly secret?: true;
}

const postgresUrl = url(['postgres:', 'postgresql:'], 'postgres://login:password@host:port/database');

/** Every setting there is. The order is that of `.env.example`. */
export const VARIABLES = {
  PORT: {
    meaning: 'Port of the API and dashboard; 0 takes a free one',
    schema: z.coerce
      .number('expected a port, 0 to 65535')
      .int()
      .min(0)
      .max(65_535, 'expected a port, 0 to 65535'),
    byDefault: '3000',
  },
  HOST: {
    meaning: 'Address on which the API and dashboard listen',
    schema: z.string().min(1),
    byDefault: '127.0.0.1',
  },
  PUBLIC_URL: {
    meaning: 'Address that links in mails and feeds begin with',
    schema: url(['http:', 'https:'], 'https://host'),
    byDefault: 'http://HOST:PORT',
  },
  DATABASE_URL: {
    meaning:
      "PostgreSQL 15 or newer, the application's login; it owns nothing and cannot bypass row-level security",
    schema: postgresUrl,
    byDefault: 'embedded, in VIGIA_DATA_DIR',
    secret: true,
  },
  DATABASE_OWNER_URL: {
    meaning: "The owner's login, used by `vigia migrate` alone",
    schema: postgresUrl,
    byDefault: 'embedded: set up by itself',
    secret: true,
  },
  REDIS_URL: {
    meaning: 'Redis 6.2 or newer for the queues',
    schema: url(['redis:', 'rediss:'], 'redis://host:port'),
    byDefault: 'none: the queues live in PostgreSQL',
    secret: true,
  },
  SMTP_URL: {
    meaning: 'Mail relay',
    schema: url(['smtp:', 'smtps:'], 'smtp://host:port'),
    byDefault: 'the built-in mailbox, in demonstration only; required otherwise',
    secret: true,
  },
  MAIL_FROM: { meaning: 'Sender of mails', schema: z.string().min(3), byDefault: 'Vigía <vigia@localhost>' },
  BOUNCE_TOKEN: {
    meaning: 'Token for POST /mail/bounces',
    schema: z.string().min(16, 'expected at least 16 characters'),
    byDefault: 'none: the route is closed',
    secret: true,
  },
  OPERATOR_EMAIL: {
    meaning: 'Who hears when the watch itself fails',
    schema: z.email('expected a mail address'),
    byDefault: 'none: log, health and metric only',
  },
  SESSION_SECRET: {
    meaning: 'Key of signed links',
    schema: z.string().min(32, 'expected at least 32 characters'),
    byDefault: 'generated and kept in VIGIA_DATA_DIR for the embedded default; required otherwise',
    secret: true,
  },
  DISCLOSURE_KEY: {
    meaning: 'Key of disclosure control; never in the database or its backups',
    schema: z.string().min(32, 'expected at least 32 characters'),
    byDefault: 'generated and kept in VIGIA_DATA_DIR for the embedded default; required otherwise',
    secret: true,
  },
  VIGIA_DATA_DIR: {
    meaning: 'Embedded database, mailbox, evidence files',
    schema: z.string().min(1),
    byDefault: './.vigia',
  },
  VIGIA_DEMO: {
    meaning:
      'Demonstration State, one-click sign-in and mailbox; the last two only while HOST is loopback and NODE_ENV is not production',
    schema: flag,
    byDefault: '1 with the embedded database, else 0',
  },
  VIGIA_NOW: {
    meaning: "ISO instant at which the installation's clock starts; refused when NODE_ENV is production",
    schema: z.iso.datetime({ offset: true, error: 'expected an ISO instant such as 2027-03-01T09:00:00Z' }),
    byDefault: "the database server's clock",
  },
  NODE_ENV: {
    meaning: 'production in an installation that people rely on',
    schema: z.string(),
    byDefault: 'development',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
