import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PERMISSIONS } from '#identity';

import { createApi } from '../../apps/api/src/create-api.js';
import { EVERYBODY, RULES } from '../support/access-rules.js';
import type { Rule } from '../support/access-rules.js';
import { MatrixGround } from '../support/matrix-ground.js';
import type { Caller } from '../support/matrix-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const AT_ONCE = 4;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** What a token never does, whoever made it. */
const OF_PERSONS_ONLY = /^(?:sign_in|account|api_token|calendar_feed|saved_view|undo|person_factor):/;

/** Everything that nobody has to sign in for. A route that becomes open to all must be let in here as well. */
const OPEN_TO_EVERYBODY = [
  'GET /api/openapi.json',
  'GET /api/v1/answers/{token}',
  'GET /api/v1/assessment-scales',
  'GET /api/v1/classifications',
  'GET /api/v1/figure-links/{token}',
  'GET /api/v1/follow-links/{token}',
  'GET /api/v1/follow-up-rules',
  'GET /api/v1/mail-rhythms/{token}',
  'GET /api/v1/set-password/{token}',
  'GET /api/v1/sign-in',
  'GET /api/v1/sign-in/second-factor',
  'GET /api/v1/sign-in/ways',
  'GET /api/v1/sign-in/{token}',
  'GET /api/v1/states',
  'GET /api/v1/states/{iso3}/actions',
  'GET /api/v1/states/{iso3}/actions/{id}',
  'GET /api/v1/states/{iso3}/assessments',
  'GET /api/v1/states/{iso3}/audit/head',
  'GET /api/v1/states/{iso3}/budget',
  'GET /api/v1/states/{iso3}/budget-months.csv',
  'GET /api/v1/states/{iso3}/budget.csv',
  'GET /api/v1/states/{iso3}/data-gaps',
  'GET /api/v1/states/{iso3}/data-gaps.csv',
  'GET /api/v1/states/{iso3}/data-gaps/series',
  'GET /api/v1/states/{iso3}/data-gaps/series.csv',
  'GET /api/v1/states/{iso3}/deadlines',
  'GET /api/v1/states/{iso3}/documents',
  'GET /api/v1/states/{iso3}/documents/{slug}',
  'GET /api/v1/states/{iso3}/evidence/{id}/file',
  'GET /api/v1/states/{iso3}/follow',
  'GET /api/v1/states/{iso3}/help-lines',
  'GET /api/v1/states/{iso3}/indicators',
  'GET /api/v1/states/{iso3}/indicators/{code}/data',
  'GET /api/v1/states/{iso3}/indicators/{code}/data.csv',
  'GET /api/v1/states/{iso3}/indicators/{code}/data.jsonstat',
  'GET /api/v1/states/{iso3}/indicators/{code}/data.sdmx.csv',
  'GET /api/v1/states/{iso3}/indicators/{code}/metadata',
  'GET /api/v1/states/{iso3}/indicators/{code}/template.csv',
  'GET /api/v1/states/{iso3}/institutions',
  'GET /api/v1/states/{iso3}/institutions/{code}',
  'GET /api/v1/states/{iso3}/institutions/{code}/timeliness',
  'GET /api/v1/states/{iso3}/institutions/{code}/timeliness.csv',
  'GET /api/v1/states/{iso3}/overrides',
  'GET /api/v1/states/{iso3}/overview',
  'GET /api/v1/states/{iso3}/prosecutions',
  'GET /api/v1/states/{iso3}/prosecutions.csv',
  'GET /api/v1/states/{iso3}/recommendation-choices',
  'GET /api/v1/states/{iso3}/recommendations',
  'GET /api/v1/states/{iso3}/recommendations/{id}',
  'GET /api/v1/states/{iso3}/recommendations/{id}/assessments',
  'GET /api/v1/states/{iso3}/recommendations/{id}/contributions',
  'GET /api/v1/states/{iso3}/recommendations/{id}/evidence',
  'GET /api/v1/states/{iso3}/recommendations/{id}/information-requests',
  'GET /api/v1/states/{iso3}/search',
  'GET /api/v1/states/{iso3}/statements',
  'GET /api/v1/states/{iso3}/statements/{id}',
  'GET /api/v1/unfollow-links/{token}',
  'GET /api/v1/viewer',
  'GET /calendar/{iso3}/deadlines.ics',
  'GET /calendar/{secret}.ics',
  'GET /feeds/{iso3}/audit.atom',
  'GET /feeds/{iso3}/changes.atom',
  'GET /feeds/{iso3}/institutions/{code}.atom',
  'GET /feeds/{iso3}/recommendations/{id}.atom',
  'GET /feeds/{iso3}/themes/{code}.atom',
  'GET /health',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /sign-in/oidc/callback',
  'POST /answer/{token}',
  'POST /api/v1/sign-in/passkey-options',
  'POST /api/v1/states/{iso3}/recommendations/{id}/contributions',
  'POST /figure/{token}',
  'POST /follow/{token}',
  'POST /mail-rhythm/{token}',
  'POST /mail/bounces',
  'POST /recover',
  'POST /set-password/{token}',
  'POST /sign-in',
  'POST /sign-in/demonstration',
  'POST /sign-in/oidc',
  'POST /sign-in/passkey',
  'POST /sign-in/second-factor',
  'POST /sign-in/{token}',
  'POST /sign-out',
  'POST /states/{iso3}/follow',
  'POST /states/{iso3}/recommendations/{id}/contributions',
  'POST /unfollow/{token}',
  'POST /{lang}/mail-rhythm/{token}',
  'POST /{lang}/unfollow/{token}',
];

/** What ends the session that asks, or others of the same person: granted, and done with a session made for it. */
const ENDS_SESSIONS = /^(?:sign_in:(?:create|delete) .*|account:delete \/account\/sessions\/end-others)$/;

/** Whom the methods are tried with that a path does not have. */
const ONE_OF_EACH_KIND = ['public', 'secretariat PER', 'token of secretariat PER', 'made-up token'];

/** Open to everybody, and yet of use only to a sign-in that stands half-way: the handler refuses all others itself. */
const OF_HALF_OPEN_SESSIONS: ReadonlySet<string> = new Set(['/api/v1/sign-in/second-factor']);

interface Cell {
  readonly method: (typeof METHODS)[number];
  /** As OpenAPI writes it. */
  readonly path: string;
  /** Null where the path has no such method. */
  readonly access: string | null;
  readonly state: 'PER' | 'CHL' | null;
}

/**
 * `granted`: neither 401 nor 403. `not due`: let in, and no sign-in waits for its second factor. `absent`: there is no such
 * method, for anybody. `no link`: likewise, but the route for the token of a link takes the address for one.
 */
type Expected = 'granted' | 'not due' | 'refused' | 'not recognised' | 'absent' | 'no link';

/**
 * Methods that a path does not have are the same for whoever asks: one caller in so many tries them all. `FULL_TESTS=1` lets
 * every caller.
 */
const ABSENT_BY_ONE_IN = 6;
const EVERY_METHOD = process.env['FULL_TESTS'] === '1';

let ground: MatrixGround;
let api: NestFastifyApplication;
let port: string;
let cells: Cell[];
let accesses: Map<string, string>;

beforeAll(async () => {
  ground = await MatrixGround.open();
  api = await createApi(
    {
      tracking: ground.tracking,
      mailbox: null,
      settings: { publicUrl: 'http://vigia.example', webRoot: '/nowhere', demonstration: false },
    },
    SILENT,
  );
  await api.listen(0, '127.0.0.1');
  port = new URL(await api.getUrl()).port;
  const { paths } = JSON.parse((await send('GET', '/api/openapi.json', {})).body) as {
    paths: Record<string, Record<string, { 'x-vigia-access': string }>>;
  };
  cells = Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method): Cell[] => {
      const operation = operations[method === 'HEAD' ? 'get' : method.toLowerCase()];
      if (operation === undefined && isPage(method, path)) return [];
      const states = path.includes('{iso3}') ? (['PER', 'CHL'] as const) : [null];
      return states.map((state) => ({ method, path, access: operation?.['x-vigia-access'] ?? null, state }));
    }),
  );
  accesses = new Map(
    cells.flatMap(({ method, path, access }): [string, string][] =>
      access === null || method === 'HEAD' ? [] : [[`${method} ${path}`, access]],
    ),
  );
});

afterAll(async () => {
  agent.destroy();
  await api?.close();
  await ground?.close();
});

describe('S2: every caller at every route with every method', () => {
  it('gets what the rules say, and nothing else', async () => {
    const wrong: string[] = [];
    let asked = 0;
    let unexpected = 0;
    const answers = { granted: 0, 'not due': 0, refused: 0, 'not recognised': 0, absent: 0, 'no link': 0 };
    for (const [index, caller] of ground.callers.entries()) {
      const asksAbsent = EVERY_METHOD || index % ABSENT_BY_ONE_IN === 0;
      const own = cellsOf(caller).filter(({ access }) => access !== null || asksAbsent);
      await inTurns(own, async (cell) => {
        const expected = expectedFor(caller, cell);
        const { status, code } = await ask(caller, cell);
        asked += 1;
        answers[expected] += 1;
        if (fits(expected, status, code, cell.method)) return;
        if (expected !== 'granted' && status < 400) unexpected += 1;
        const what = `${cell.method} ${cell.path} ${cell.state ?? ''}`;
        wrong.push(`${caller.name}: ${what} expected ${expected}, got ${status} ${code}`);
      });
    }
    process.stdout.write(
      `S2: ${asked} cells, ${unexpected} unexpected 2xx (${ground.callers.length} callers; ${answers.granted} granted, ` +
        `${answers['not due']} not due, ${answers.refused} refused, ${answers['not recognised']} not recognised, ` +
        `${answers.absent + answers['no link']} without such a method)\n`,
    );
    expect(wrong).toEqual([]);
    const { granted, refused, 'not recognised': unknown, absent } = answers;
    expect(Math.min(granted, refused, unknown, absent)).toBeGreaterThan(100);
    expect(Math.min(answers['not due'], answers['no link'])).toBeGreaterThan(0);
  }, 900_000);

  it('leaves every granted write without a trace on the callers: they all still are who they were', async () => {
    for (const caller of ground.callers.filter(({ stillWho }) => stillWho !== null)) {
      const due = await send('GET', '/api/v1/sign-in/second-factor', await caller.headers());
      expect([caller.name, due.status]).toEqual([caller.name, caller.secondFactorDue ? 200 : 403]);
      const { body } = await send('GET', '/api/v1/viewer', await caller.headers());
      const { role } = JSON.parse(body) as { role: string };
      expect([caller.name, role]).toEqual([caller.name, caller.stillWho]);
    }
  });
});

describe('the rules of the matrix', () => {
  it('know every permission that a route asks for', () => {
    expect([...new Set(accesses.values())].filter((access) => !(access in RULES))).toEqual([]);
  });

  it('are those of the table of permissions, also where no route asks yet', () => {
    const table = Object.entries(PERMISSIONS).flatMap(([resource, actions]) =>
      Object.entries(actions).map(([action, rights]): [string, Rule] => [
        `${resource}:${action}`,
        'public' in rights
          ? EVERYBODY
          : Object.fromEntries(
              Object.entries(rights).map(([role, scope]) => [
                role,
                scope === 'own' || scope === 'all' ? 'anywhere' : 'in own State',
              ]),
            ),
      ]),
    );
    expect(Object.fromEntries(table)).toEqual(RULES);
  });

  it('let in everybody at these routes only', () => {
    const open = [...accesses].filter(([, access]) => RULES[access] === EVERYBODY).map(([route]) => route);
    expect(open.sort()).toEqual(OPEN_TO_EVERYBODY);
  });
});

/** Before a method that a path does not have there is no guard, so that one caller of each kind is enough for it. */
function cellsOf(caller: Caller): Cell[] {
  return ONE_OF_EACH_KIND.includes(caller.name) ? cells : cells.filter(({ access }) => access !== null);
}

function expectedFor(caller: Caller, { method, path, access, state }: Cell): Expected {
  if (access === null) return isTakenForLink(method, path) ? expectedOfNoLink(caller) : 'absent';
  if (caller.recognised === 'never') return 'not recognised';
  const rule = RULES[access];
  const token = caller.permissions !== null;
  if (rule === undefined || (token && OF_PERSONS_ONLY.test(access))) return 'refused';
  if (rule === EVERYBODY)
    return OF_HALF_OPEN_SESSIONS.has(path) && !caller.secondFactorDue ? 'not due' : 'granted';
  if (caller.recognised === 'not yet') return 'refused';
  if (token && !caller.permissions?.includes(access)) return 'refused';
  const reach = caller.role === null ? undefined : rule[caller.role];
  return reach === 'anywhere' || (reach === 'in own State' && state === caller.state) ? 'granted' : 'refused';
}

/** Pages are no routes of the table: at the address of one a mail program may post, and people look. */
function isPage(method: string, path: string): boolean {
  return path.startsWith('/{lang}/') && (method === 'GET' || method === 'HEAD');
}

/** Whether the method is that of a sibling whose last part is the token of a link, so that this address looks like one. */
function isTakenForLink(method: string, path: string): boolean {
  const sibling = path.replace(/[^/]+$/, '{token}');
  return sibling !== path && accesses.has(`${method === 'HEAD' ? 'GET' : method} ${sibling}`);
}

/** That route is for persons only as well. */
function expectedOfNoLink({ recognised, permissions }: Caller): Expected {
  if (recognised === 'never') return 'not recognised';
  return permissions === null ? 'no link' : 'refused';
}

function fits(expected: Expected, status: number, code: string, method: string): boolean {
  const says = (start: string): boolean => method === 'HEAD' || code.startsWith(start);
  switch (expected) {
    case 'granted':
      return status < 500 && status !== 401 && status !== 403;
    case 'not due':
      return status === 403 && says('second_factor.not_due');
    case 'refused':
      return status === 403 && says('permission.');
    case 'not recognised':
      return status === 401 && says('api_token.invalid');
    case 'no link':
      return status === 403 && says('sign_in.link_used');
    case 'absent':
      return status === 404 || status === 405;
  }
}

async function ask(caller: Caller, cell: Cell): Promise<{ status: number; code: string }> {
  const { url, body } = await ground.inputFor(cell);
  const who = ENDS_SESSIONS.test(`${cell.access} ${cell.path}`)
    ? await caller.spare()
    : await caller.headers();
  const answer = await send(cell.method, url, who, body);
  const problem = answer.type.includes('problem+json') && answer.body !== '';
  return { status: answer.status, code: problem ? (JSON.parse(answer.body) as { code: string }).code : '' };
}

/** Over connections that stay open: the matrix is wide. */
async function send(
  method: string,
  path: string,
  who: Readonly<Record<string, string>>,
  form: Record<string, unknown> | null = null,
): Promise<{ readonly status: number; readonly type: string; readonly body: string }> {
  const body = form === null ? '' : JSON.stringify(form);
  const kind = { 'content-type': 'application/json', 'content-length': String(body.length) };
  const headers = form === null ? who : { ...who, ...kind };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, resolve);
    sent.once('error', reject);
    sent.end(body);
  });
  const type = answer.headers['content-type'] ?? '';
  return { status: answer.statusCode ?? 0, type, body: await text(answer) };
}

/** A few at once: the matrix is wide, and each cell stands for itself. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
