import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Config } from './config.js';
import { ConfigError } from './config-error.js';
import { VARIABLES } from './variable.js';
import type { Variable, VariableName } from './variable.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Reads and checks all settings at once.
 * @throws ConfigError one error that names every problem and what is expected, and prints no value
 */
export function loadConfig(environment: Environment): Config {
  const problems: string[] = [];
  const values = new Map<VariableName, unknown>();
  for (const name of Object.keys(VARIABLES) as VariableName[]) {
    const variable: Variable = VARIABLES[name];
    const text = textOf(name, variable, environment, problems);
    if (text === undefined) continue;
    const result = variable.schema.safeParse(text);
    if (result.success) values.set(name, result.data);
    else problems.push(`${name}: ${result.error.issues[0]?.message ?? 'not valid'}`);
  }
  const get = <T>(name: VariableName): T | null => (values.get(name) as T | undefined) ?? null;
  const config = assemble(get);
  problems.push(...contradictions(config));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** The only place that reads the process's environment. */
export function readEnvironment(): Environment {
  return process.env;
}

function textOf(
  name: string,
  variable: Variable,
  environment: Environment,
  problems: string[],
): string | undefined {
  const direct = environment[name];
  const file = variable.secret ? environment[`${name}_FILE`] : undefined;
  if (direct !== undefined && direct !== '' && file !== undefined && file !== '') {
    problems.push(`${name}: given twice, as ${name} and as ${name}_FILE; keep one`);
    return undefined;
  }
  if (file === undefined || file === '') return direct === '' ? undefined : direct;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE: the file cannot be read`);
    return undefined;
  }
}

function assemble(get: <T>(name: VariableName) => T | null): Config {
  const host = get<string>('HOST') ?? '127.0.0.1';
  const port = get<number>('PORT') ?? 3000;
  const url = get<string>('DATABASE_URL');
  const production = get<string>('NODE_ENV') === 'production';
  const demonstration = get<boolean>('VIGIA_DEMO') ?? url === null;
  return Object.freeze({
    http: Object.freeze({
      host,
      port,
      publicUrl: (
        get<string>('PUBLIC_URL') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
      ).replace(/\/$/, ''),
    }),
    database: Object.freeze({ url, ownerUrl: get<string>('DATABASE_OWNER_URL') }),
    redisUrl: get<string>('REDIS_URL'),
    mail: Object.freeze({
      smtpUrl: get<string>('SMTP_URL'),
      from: get<string>('MAIL_FROM') ?? 'Vigía <vigia@localhost>',
      bounceToken: get<string>('BOUNCE_TOKEN'),
      operatorEmail: get<string>('OPERATOR_EMAIL'),
    }),
    secrets: Object.freeze({
      session: get<string>('SESSION_SECRET'),
      disclosure: get<string>('DISCLOSURE_KEY'),
    }),
    dataDir: resolve(get<string>('VIGIA_DATA_DIR') ?? './.vigia'),
    demonstration,
    openDemonstration: demonstration && LOOPBACK.has(host) && !production,
    startsAt: get<string>('VIGIA_NOW'),
    production,
  });
}

/** What each setting alone cannot tell. */
function contradictions(config: Config): string[] {
  const problems: string[] = [];
  if (config.startsAt !== null && config.production)
    problems.push('VIGIA_NOW: a clock of its own is refused when NODE_ENV is production');
  if (config.mail.smtpUrl === null && !config.openDemonstration)
    problems.push(
      'SMTP_URL: required unless this is a demonstration (VIGIA_DEMO) on a loopback HOST and NODE_ENV is not production, smtp://host:port',
    );
  if (config.database.url === null) return problems;
  if (config.secrets.session === null)
    problems.push('SESSION_SECRET: required with DATABASE_URL, at least 32 characters');
  if (config.secrets.disclosure === null)
    problems.push('DISCLOSURE_KEY: required with DATABASE_URL, at least 32 characters');
  return problems;
}
