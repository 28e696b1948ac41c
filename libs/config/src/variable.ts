import { createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';

import { z } from 'zod';

const HIGHEST_PORT = 65_535;
const MOST_CONNECTIONS = 50;

const url = (protocols: readonly string[], expected: string) =>
  z.string().refine((text) => isAddress(text, protocols), `expected ${expected}`);
const flag = z.enum(['0', '1'], 'expected 0 or 1').transform((text) => text === '1');
const secret = z.string().min(32, 'expected at least 32 characters');

/** A scheme alone is no address: `postgres:vigia` parses as a URL and leads nowhere. */
function isAddress(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, searchParams } = new URL(text);
  // PostgreSQL names a Unix socket as a parameter: postgres:///vigia?host=/run/postgresql.
  return protocols.includes(protocol) && (hostname !== '' || searchParams.has('host'));
}

function isPrivateKey(text: string): boolean {
  try {
    createPrivateKey(text);
    return true;
  } catch {
    return false;
  }
}

/** An address, or a network as `10.0.0.0/8`. `/0` would trust everybody, and with that every forged header. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, rest] = text.split('/');
  const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (longest === 0 || rest !== undefined) return false;
  return (
    prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= longest)
  );
}

/** Names with commas between them. */
const list = (text: string): string[] => text.split(',').map((one) => one.trim());

/** Roles that a person is appointed to. Settings import no other room, so they are named here anew. */
const SETTABLE_ROLES: readonly string[] = [
  'contributor',
  'focal_point',
  'monitoring_body',
  'ombudsperson',
  'secretariat',
  'operator',
];

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
    schema: z
      .string()
      .regex(/^\d{1,5}$/, 'expected a port, 0 to 65535')
      .transform(Number)
      .refine((port) => port <= HIGHEST_PORT, 'expected a port, 0 to 65535'),
    byDefault: '3000',
  },
  HOST: {
    meaning: 'Address on which the API and dashboard listen',
    schema: z.string().regex(/^[^\s/]+$/, 'expected an address or a host name, such as 127.0.0.1'),
    byDefault: '127.0.0.1',
  },
  PUBLIC_URL: {
    meaning: 'Address that links in mails and feeds begin with',
    schema: url(['http:', 'https:'], 'https://host'),
    byDefault: 'http://HOST:PORT',
  },
  TRUSTED_PROXIES: {
    meaning:
      'Addresses or networks of the proxies in front, with commas between them: from them alone X-Forwarded-For is believed',
    schema: z
      .string()
      .transform(list)
      .refine(
        (networks) => networks.every(isNetwork),
        'expected addresses or networks such as 127.0.0.1, 10.0.0.0/8 or fd00::/8, with commas between them',
      ),
    byDefault: 'none: who connects is who asks',
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
  SMTP_CONNECTIONS: {
    meaning:
      'Connections to the relay at once. Fewer where the relay allows fewer; a process that dies repeats at most twice as many mails',
    schema: z.coerce
      .number()
      .int()
      .min(1)
      .max(MOST_CONNECTIONS, `expected a whole number from 1 to ${MOST_CONNECTIONS}`),
    byDefault: '10',
  },
  MAIL_FROM: {
    meaning: 'Sender of mails',
    schema: z
      .string()
      .regex(
        /^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
        'expected Name <someone@host> or someone@host',
      ),
    byDefault: 'Vigía <vigia@localhost>',
  },
  DKIM_KEY: {
    meaning: 'Private key in PEM form that outgoing mails are signed with',
    schema: z.string().refine(isPrivateKey, 'expected a private key in PEM form'),
    byDefault: 'none: the relay signs, or nobody does',
    secret: true,
  },
  BOUNCE_TOKEN: {
    meaning: 'Token for POST /mail/bounces',
    schema: z.string().min(16, 'expected at least 16 characters'),
    byDefault: 'none: the route is closed',
    secret: true,
  },
  OPERATOR_EMAIL: {
    meaning:
      'Who is told when a part of the watch stands still and when it moves again, and gets the heads of the audit chains every day',
    schema: z.email('expected a mail address'),
    byDefault: 'none: nobody; the heads are in the public feed',
  },
  SESSION_SECRET: {
    meaning: 'Key of signed links',
    schema: secret,
    byDefault: 'generated and kept in VIGIA_DATA_DIR for the embedded default; required otherwise',
    secret: true,
  },
  SECOND_FACTOR_ROLES: {
    meaning:
      'Roles whose holders set a second factor up before anything else, with commas between them; none for nobody',
    schema: z
      .string()
      .transform((text) => (text === 'none' ? [] : list(text)))
      .refine(
        (roles) => roles.every((role) => SETTABLE_ROLES.includes(role)),
        `expected none, or some of ${SETTABLE_ROLES.join(', ')} with commas between them`,
      ),
    byDefault: 'operator,secretariat; none in the open demonstration',
  },
  BREACHED_PASSWORDS_FILE: {
    meaning:
      'List of leaked passwords as Pwned Passwords gives it (SHA-1:count, ordered by hash); looked at in place, however large',
    schema: z.string().min(1),
    byDefault: 'none: the list of common passwords alone',
  },
  DISCLOSURE_KEY: {
    meaning: 'Key of disclosure control; never in the database or its backups',
    schema: secret,
    byDefault: 'generated and kept in VIGIA_DATA_DIR for the embedded default; required otherwise',
    secret: true,
  },
  OIDC_ISSUER: {
    meaning: "Address of the organisation's own sign-in (OpenID Connect); with it come the two below",
    schema: url(['https:', 'http:'], 'https://host'),
    byDefault: 'none: people sign in here',
  },
  OIDC_CLIENT_ID: {
    meaning: 'Name under which the issuer knows this installation',
    schema: z.string(),
    byDefault: 'none; required with OIDC_ISSUER',
  },
  OIDC_CLIENT_SECRET: {
    meaning: 'Secret shared with the issuer',
    schema: z.string(),
    byDefault: 'none; required with OIDC_ISSUER',
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
  VIGIA_LINK_CHECKS: {
    meaning:
      'Ask the links of evidence once a day whether they still answer; 0: this installation calls no address that people gave',
    schema: flag,
    byDefault: '1',
  },
  VIGIA_OFFLINE_PAGE: {
    meaning:
      'Give whoever fills forms in a page for when the connection breaks; 0: takes it back from every browser that has it',
    schema: flag,
    byDefault: '1',
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
