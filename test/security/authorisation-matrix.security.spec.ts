import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PERMISSIONS } from '#identity';

import { createApi } from '../../apps/api/src/create-api.js';
import { MatrixGround } from '../support/matrix-ground.js';
import type { Caller } from '../support/matrix-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const EVERYBODY = 'everybody';

const OWN = {
  contributor: 'anywhere',
  focal_point: 'anywhere',
  monitoring_body: 'anywhere',
  ombudsperson: 'anywhere',
  secretariat: 'anywhere',
  operator: 'anywhere',
} as const;
const MANAGES_PEOPLE = { secretariat: 'in own State', operator: 'in own State' } as const;

type Rule = typeof EVERYBODY | Readonly<Record<string, 'anywhere' | 'in own State'>>;

/**
 * Who may do what, said a second time and by hand: a change of the table of permissions that is not repeated here is a
 * change that nobody meant.
 */
const RULES: Readonly<Record<string, Rule>> = {
  'public_record:read': EVERYBODY,
  'installation:read': EVERYBODY,
  'mailbox:read': EVERYBODY,
  'mail_link:read': EVERYBODY,
  'mail_link:update': EVERYBODY,
  'sign_in:read': EVERYBODY,
  'sign_in:create': EVERYBODY,
  'sign_in:delete': EVERYBODY,
  'account:read': OWN,
  'account:create': OWN,
  'account:update': OWN,
  'account:delete': OWN,
  'api_token:read': OWN,
  'api_token:create': OWN,
  'api_token:delete': OWN,
  'docket:read': { ombudsperson: 'in own State', secretariat: 'in own State', focal_point: 'in own State' },
  'person:read': MANAGES_PEOPLE,
  'person:create': MANAGES_PEOPLE,
  'person:update': MANAGES_PEOPLE,
  'audit:read': { ombudsperson: 'in own State', secretariat: 'in own State' },
  'watch:read': { operator: 'anywhere' },
};

/** What a token never does, whoever made it. */
const OF_PERSONS_ONLY = /^(?:sign_in|account|api_token):/;

/** Everything that nobody has to sign in for. A route that becomes open to all must be let in here as well. */
const OPEN_TO_EVERYBODY = [
  'GET /api/openapi.json',
  'GET /api/v1/answers/{token}',
  'GET /api/v1/sign-in/{token}',
  'GET /api/v1/states',
  'GET /api/v1/states/{iso3}/budget',
  'GET /api/v1/states/{iso3}/budget.csv',
  'GET /api/v1/states/{iso3}/indicators',
  'GET /api/v1/states/{iso3}/indicators/{code}/data',
  'GET /api/v1/states/{iso3}/indicators/{code}/data.csv',
  'GET /api/v1/states/{iso3}/overview',
  'GET /api/v1/states/{iso3}/prosecutions',
  'GET /api/v1/states/{iso3}/prosecutions.csv',
  'GET /api/v1/states/{iso3}/recommendations',
  'GET /api/v1/states/{iso3}/recommendations/{id}',
  'GET /api/v1/viewer',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'POST /answer/{token}',
  'POST /sign-in/{token}',
  'POST /sign-out',
];

interface Cell {
  readonly method: (typeof METHODS)[number];
  /** As OpenAPI writes it. */
  readonly path: string;
  /** Null where the path has no such method. */
  readonly access: string | null;
  readonly state: 'PER' | 'CHL' | null;
}

/** `granted`: neither 401 nor 403. `absent`: there is no such method, for anybody. */
type Expected = 'granted' | 'refused' | 'not recognised' | 'absent';

let ground: MatrixGround;
let api: NestFastifyApplication;
let address: string;
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
  address = await api.getUrl();
  const served = await fetch(`${address}/api/openapi.json`);
  const { paths } = (await served.json()) as {
    paths: Record<string, Record<string, { 'x-vigia-access': string }>>;
  };
  cells = Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method): Cell[] => {
      const operation = operations[method === 'HEAD' ? 'get' : method.toLowerCase()];
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
  await api?.close();
  await ground?.close();
});

describe('S2: every caller at every route with every method', () => {
  it('gets what the rules say, and nothing else', async () => {
    const wrong: string[] = [];
    let asked = 0;
    let unexpected = 0;
    const answers = { granted: 0, refused: 0, 'not recognised': 0, absent: 0 };
    for (const caller of ground.callers) {
      await inTurns(cellsOf(caller), async (cell) => {
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
        `${answers.refused} refused, ${answers['not recognised']} not recognised, ${answers.absent} without such a method)\n`,
    );
    expect(wrong).toEqual([]);
    expect(Math.min(...Object.values(answers))).toBeGreaterThan(100);
  }, 900_000);

  it('leaves every granted write without a trace on the callers: they all still are who they were', async () => {
    for (const caller of ground.callers.filter(({ stillWho }) => stillWho !== null)) {
      const answer = await fetch(`${address}/api/v1/viewer`, { headers: await caller.headers() });
      const { role } = (await answer.json()) as { role: string };
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

/** Before a method that a path does not have there is no guard, whose answer could depend on more than the person. */
function cellsOf({ permissions, recognised, name }: Caller): Cell[] {
  const everyMethod = (permissions === null && recognised === 'yes') || name === 'public';
  return everyMethod ? cells : cells.filter(({ access }) => access !== null);
}

function expectedFor(caller: Caller, { access, state }: Cell): Expected {
  if (access === null) return 'absent';
  if (caller.recognised === 'never') return 'not recognised';
  const rule = RULES[access];
  const token = caller.permissions !== null;
  if (rule === undefined || (token && OF_PERSONS_ONLY.test(access))) return 'refused';
  if (rule === EVERYBODY) return 'granted';
  if (caller.recognised === 'not yet') return 'refused';
  if (token && !caller.permissions?.includes(access)) return 'refused';
  const reach = caller.role === null ? undefined : rule[caller.role];
  return reach === 'anywhere' || (reach === 'in own State' && state === caller.state) ? 'granted' : 'refused';
}

function fits(expected: Expected, status: number, code: string, method: string): boolean {
  switch (expected) {
    case 'granted':
      return status < 500 && status !== 401 && status !== 403;
    case 'refused':
      return status === 403 && (method === 'HEAD' || code.startsWith('permission.'));
    case 'not recognised':
      return status === 401 && (method === 'HEAD' || code === 'api_token.invalid');
    case 'absent':
      return status === 404 || status === 405;
  }
}

async function ask(caller: Caller, cell: Cell): Promise<{ status: number; code: string }> {
  const { url, body } = await ground.inputFor(cell);
  const ends = cell.access === 'sign_in:delete';
  // Signing out is granted: it ends a session made for it, not the caller's.
  const who = ends ? await caller.spare() : await caller.headers();
  const answer = await fetch(`${address}${url}`, {
    method: cell.method,
    redirect: 'manual',
    headers: body === null ? who : { ...who, 'content-type': 'application/json' },
    body: body === null ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  const problem = answer.headers.get('content-type')?.includes('problem+json') ?? false;
  const code = problem && text !== '' ? (JSON.parse(text) as { code: string }).code : '';
  return { status: answer.status, code };
}

/** A few at once: the matrix is wide, and each cell stands for itself. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}
