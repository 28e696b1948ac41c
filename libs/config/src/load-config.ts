import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Config } from './config.js';
import { ConfigError } from './config-error.js';
import { VARIABLES } from './variable.js';
import type { Variable, VariableName } from './variable.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the settings are for: a process that serves, or `vigia migrate`, which needs the owner's login and no more. */
export type ConfigPurpose = 'serve' | 'migrate';

/** Who manages people and who runs the machine: taking over one of these takes over everybody. */
const SECOND_FACTOR_ROLES = ['operator', 'secretariat'];
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Settings as given: one that is there but wrong counts as given, so that it is complained about once. */
interface Given {
  get<T>(name: VariableName): T | null;
  has(name: VariableName): boolean;
}

/**
 * Reads and checks all settings at once.
 * @throws ConfigError one error that names every problem and what is expected, and prints no value
 */
export function loadConfig(environment: Environment, purpose: ConfigPurpose = 'serve'): Config {
  const problems: string[] = [];
  const given = readVariables(environment, problems);
  const config = assemble(given);
  problems.push(...contradictions(config, given, purpose));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** The only place that reads the process's environment. */
export function readEnvironment(): Environment {
  return process.env;
}

function readVariables(environment: Environment, problems: string[]): Given {
  const values = new Map<VariableName, unknown>();
  for (const name of Object.keys(VARIABLES) as VariableName[]) {
    const variable: Variable = VARIABLES[name];
    const file = variable.secret ? environment[`${name}_FILE`] : undefined;
    if (!environment[name] && !file) continue;
    values.set(name, null);
    const text = textOf(name, environment[name], file, problems);
    if (text === null) continue;
    const result = variable.schema.safeParse(text);
    if (result.success) values.set(name, result.data);
    else problems.push(`${name}: ${result.error.issues[0]?.message ?? 'not valid'}`);
  }
  return {
    get: <T>(name: VariableName) => (values.get(name) as T | null | undefined) ?? null,
    has: (name) => values.has(name),
  };
}

/** Null when it cannot be told, with the problem noted. */
function textOf(
  name: VariableName,
  direct: string | undefined,
  file: string | undefined,
  problems: string[],
): string | null {
  if (direct && file) {
    problems.push(`${name}: given twice, as ${name} and as ${name}_FILE; keep one`);
    return null;
  }
  if (!file) return direct ?? null;
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text !== '') return text;
    problems.push(`${name}_FILE: the file is empty`);
  } catch {
    problems.push(`${name}_FILE: the file cannot be read`);
  }
  return null;
}

function assemble(given: Given): Config {
  const host = given.get<string>('HOST') ?? '127.0.0.1';
  const port = given.get<number>('PORT') ?? 3000;
  const production = given.get<string>('NODE_ENV') === 'production';
  const demonstration = given.get<boolean>('VIGIA_DEMO') ?? !given.has('DATABASE_URL');
  const listening = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const openDemonstration = demonstration && LOOPBACK.has(host) && !production;
  return Object.freeze({
    http: Object.freeze({
      host,
      port,
      trustedProxies: Object.freeze(given.get<string[]>('TRUSTED_PROXIES') ?? []),
      publicUrl: (given.get<string>('PUBLIC_URL') ?? listening).replace(/\/$/, ''),
    }),
    database: Object.freeze({
      url: given.get<string>('DATABASE_URL'),
      ownerUrl: given.get<string>('DATABASE_OWNER_URL'),
    }),
    redisUrl: given.get<string>('REDIS_URL'),
    mail: Object.freeze({
      smtpUrl: given.get<string>('SMTP_URL'),
      connections: given.get<number>('SMTP_CONNECTIONS'),
      from: given.get<string>('MAIL_FROM') ?? 'Vigía <vigia@localhost>',
      dkimKey: given.get<string>('DKIM_KEY'),
      bounceToken: given.get<string>('BOUNCE_TOKEN'),
      operatorEmail: given.get<string>('OPERATOR_EMAIL'),
    }),
    secrets: Object.freeze({
      session: given.get<string>('SESSION_SECRET'),
      disclosure: given.get<string>('DISCLOSURE_KEY'),
    }),
    secondFactorRoles: Object.freeze(
      given.get<string[]>('SECOND_FACTOR_ROLES') ?? (openDemonstration ? [] : SECOND_FACTOR_ROLES),
    ),
    breachedPasswordsFile: given.get<string>('BREACHED_PASSWORDS_FILE'),
    oidc: given.has('OIDC_ISSUER')
      ? Object.freeze({
          issuer: given.get<string>('OIDC_ISSUER') ?? '',
          clientId: given.get<string>('OIDC_CLIENT_ID') ?? '',
          clientSecret: given.get<string>('OIDC_CLIENT_SECRET') ?? '',
        })
      : null,
    dataDir: resolve(given.get<string>('VIGIA_DATA_DIR') ?? './.vigia'),
    demonstration,
    openDemonstration,
    linkChecks: given.get<boolean>('VIGIA_LINK_CHECKS') ?? true,
    offlinePage: given.get<boolean>('VIGIA_OFFLINE_PAGE') ?? true,
    startsAt: given.get<string>('VIGIA_NOW'),
    production,
  });
}

/** What each setting alone cannot tell. */
function contradictions(config: Config, given: Given, purpose: ConfigPurpose): string[] {
  const problems: string[] = [];
  const want = (name: VariableName, wanted: boolean, why: string): void => {
    if (wanted && !given.has(name)) problems.push(`${name}: ${why}`);
  };
  if (config.startsAt !== null && config.production)
    problems.push('VIGIA_NOW: a clock of its own is refused when NODE_ENV is production');

  const ownDatabase = given.has('DATABASE_URL');
  if (purpose === 'migrate') {
    want(
      'DATABASE_OWNER_URL',
      ownDatabase,
      "required to migrate the database in DATABASE_URL, the owner's login",
    );
    return problems;
  }
  want(
    'SMTP_URL',
    !config.openDemonstration,
    'required unless this is a demonstration (VIGIA_DEMO) on a loopback HOST and NODE_ENV is not production, smtp://host:port',
  );
  want('SESSION_SECRET', ownDatabase, 'required with DATABASE_URL, at least 32 characters');
  want('DISCLOSURE_KEY', ownDatabase, 'required with DATABASE_URL, at least 32 characters');
  want('OIDC_CLIENT_ID', given.has('OIDC_ISSUER'), 'required with OIDC_ISSUER');
  want('OIDC_CLIENT_SECRET', given.has('OIDC_ISSUER'), 'required with OIDC_ISSUER');
  return problems;
}
