import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createApi } from '../../apps/api/src/create-api.js';
import { openApiDocument } from '../../apps/api/src/openapi/openapi-document.js';
import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const FORM = 'application/x-www-form-urlencoded';
/**
 * One in so many pairs of field and value is sent to each form, other ones to the next form: between them the forms see every
 * pair, and each form sees every value. `FULL_TESTS=1` sends all of them to all.
 */
const ONE_IN = process.env['FULL_TESTS'] === '1' ? 1 : 23;
/** What forms of any route read; each is hurt in turn. */
const FIELDS = [
  ...['lang', 'email', 'password', 'current', 'name', 'role', 'institution', 'language', 'reason', 'state'],
  ...['code', 'proof', 'answer', 'days', 'permissions', 'until', 'decision', 'head'],
  // Files of figures.
  ...[
    'kind',
    'seen',
    'indicator',
    'source',
    'sheet',
    'decimalMark',
    'codes',
    'cohortRule',
    'override',
    'column:0',
  ],
  // Actions and evidence.
  ...[
    'title',
    'description',
    'level',
    'criteria',
    'planned_start_on',
    'planned_end_on',
    'done_on',
    'indicators',
  ],
  ...[
    'budget_lines',
    'action',
    'on_action',
    'recommendation',
    'effective_on',
    'expires_on',
    'visibility',
    'url',
  ],
  // Indicators.
  ...['name_en', 'unit_es', 'class', 'track', 'value_type', 'ratio_per', 'figure_kind', 'direction'],
  ...['periodicity', 'baseline_value', 'baseline_on', 'target_on', 'dimensions', 'required_for', 'method_en'],
  // Statements.
  ...['statement_title', 'statement_text', 'other_title', 'other_text', 'dated_on', 'correction'],
  ...['recommendations', 'others', 'corrects', 'writing'],
  // Submissions and contributions.
  ...[
    'obligation',
    'organisation',
    'period_from',
    'period_to',
    'text_en',
    'text_es',
    'text',
    'hand_in',
    'then',
  ],
  ...['step', 'version', 'website', 'opened', 'judgement', 'on', 'kind'],
  // How a State is watched.
  ...[
    'rungs',
    'weekend',
    'value',
    'standing',
    'everyMonths',
    'firstDueOn',
    'periodEndOn',
    'validFrom',
    'title_en',
  ],
  // Assessments, imports from the Universal Human Rights Index, suggestions.
  ...['assessor', 'scale', 'grade', 'assessed_on', 'symbol', 'paragraph', 'source', 'supersedes', 'publish'],
  ...['rhythm', 'weekday', 'quiet', 'state', 'List-Unsubscribe'],
  ...['telephone', 'charge', 'web', 'hours_en', 'spoken_en', 'name_es', 'hours_es', 'spoken_es'],
  ...['kind', 'key', 'email', 'website', 'opened', 'subscription'],
  ...['decision', 'decided_on', 'seen', 'values', 'verdict', 'instead', 'only', 'cursor', 'q'],
];
const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify([value])).toString('base64url');

/** Written as it stands in an address or a form. */
const HOSTILE: Readonly<Record<string, string>> = {
  'U+0000': 'a%00b',
  'overlong text': 'x'.repeat(9_000),
  'a number past int4': '2147483648',
  'a number past int8': '9223372036854775808',
  'a number past doubles': '1e400',
  'a negative number': '-1',
  'a cursor past int4': cursorOf(2_147_483_648),
  'a cursor past int8': cursorOf(1e300),
  'a cursor without a number': cursorOf(null),
  'UTF-8 that is cut off': '%C3',
  'a surrogate in UTF-8': '%ED%A0%80',
  'an overlong slash': '%C0%AF',
  'a percent sign alone': '%',
  __proto__: '__proto__',
  constructor: 'constructor',
  'a quote': "'%3B--%20%22",
  'a bidi override': '%E2%80%AEabc',
};

/** JSON as it is written. */
const HOSTILE_JSON: Readonly<Record<string, string>> = {
  'U+0000': '"a\\u0000b"',
  'a lone surrogate': '"a\\ud800b"',
  'a lone low surrogate': '"\\udc00"',
  'a huge number': '1e400',
  'a number past int8': '9223372036854775808',
  'an array': '["en", "es"]',
  'an object': '{"a": 1}',
  'a deep array': `${'['.repeat(500)}${']'.repeat(500)}`,
  null: 'null',
};

interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query: readonly string[];
  /** Fields of the JSON that the description names; empty for forms, which it does not describe. */
  readonly fields: readonly string[];
}

interface Attack {
  readonly what: string;
  readonly url: string;
  readonly type?: string;
  readonly body?: string;
}

interface DescribedMethod {
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema: { readonly properties?: object } }>;
  };
}

const OPERATIONS: readonly Operation[] = Object.entries(
  (
    openApiDocument() as {
      paths: Record<string, Record<string, DescribedMethod>>;
    }
  ).paths,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters, requestBody }]) => ({
    method: method.toUpperCase() as Operation['method'],
    path,
    query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    fields: Object.keys(requestBody?.content['application/json']?.schema.properties ?? {}),
  })),
);

const RIGHT: Readonly<Record<string, string>> = { iso3: 'PER', id: '1', membership: '2147483000' };
const addressOf = (path: string, wrong: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => wrong[name] ?? RIGHT[name] ?? 'none');

/** One thing wrong at a time, in each place where the route reads something. */
function attacksOn(operation: Operation): Attack[] {
  const { method, path, query, fields } = operation;
  const turn = OPERATIONS.indexOf(operation);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const url = addressOf(path);
  const hurt = (place: string, make: (value: string) => Omit<Attack, 'what'>): Attack[] =>
    Object.entries(HOSTILE).map(([name, value]) => ({ what: `${name} as ${place}`, ...make(value) }));
  const read = [
    ...inPath.flatMap((name) => hurt(name, (value) => ({ url: addressOf(path, { [name]: value }) }))),
    ...query.flatMap((name) => [
      ...hurt(name, (value) => ({ url: `${url}?${name}=${value}` })),
      { what: `two of ${name}`, url: `${url}?${name}=1&${name}=2` },
      { what: `${name} as an object`, url: `${url}?${name}[a]=1&${name}[__proto__]=2` },
    ]),
    { what: 'a name with U+0000', url: `${url}?a%00b=1` },
    { what: '__proto__ as a name', url: `${url}?__proto__=1&constructor[prototype]=1` },
  ];
  if (method === 'GET') return read;
  const json = 'application/json';
  return [
    ...read,
    ...fields.flatMap((name) => hurtInJson(url, name)),
    ...(fields.length > 0 ? [] : FIELDS.flatMap((name) => hurtInForm(url, name))).filter(
      (_, index) => (index + turn) % ONE_IN === 0,
    ),
    { what: '__proto__ in JSON', url, type: json, body: '{"__proto__": {"a": 1}}' },
    { what: 'a name with U+0000', url, type: json, body: '{"a\\u0000": 1}' },
    { what: 'a name with U+0000 in a form', url, type: FORM, body: 'a%00b=1' },
    { what: 'null', url, type: json, body: 'null' },
    { what: 'an array', url, type: json, body: '[1]' },
    { what: 'a text', url, type: json, body: '"x"' },
    { what: 'no JSON', url, type: json, body: '{' },
  ];
}

function hurtInForm(url: string, name: string): Attack[] {
  return [
    ...Object.entries(HOSTILE).map(([what, value]) => ({
      what: `${what} as ${name}`,
      url,
      type: FORM,
      body: `${name}=${value}`,
    })),
    { what: `two of ${name}`, url, type: FORM, body: `${name}=1&${name}=2` },
    ...hurtInJson(url, name),
  ];
}

function hurtInJson(url: string, name: string): Attack[] {
  return Object.entries(HOSTILE_JSON).map(([what, value]) => ({
    what: `${what} as ${name}`,
    url,
    type: 'application/json',
    body: `{${JSON.stringify(name)}: ${value}}`,
  }));
}

/** A connection for each request: a server that hangs up on one must not be met again by the next. */
const agent = new Agent({ keepAlive: false, maxSockets: 4 });

describe('hostile input', () => {
  let ground: TrackingGround;
  let api: NestFastifyApplication;
  let port: string;
  let personId: number;
  let asked = 0;
  let inside = 0;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    const peru = await WatchedState.create(ground, 'PER');
    personId = await peru.addPerson('secretariat@per.example', 'secretariat', null);
    for (const role of ['ombudsperson', 'operator'])
      await ground.rows(
        peru.state.id,
        `INSERT INTO membership (state_id, person_id, role, starts_on) VALUES ($1, $2, $3, '2020-01-01')`,
        [peru.state.id, personId, role],
      );
    api = await createApi(
      {
        tracking: ground.tracking,
        mailbox: null,
        settings: { publicUrl: 'http://vigia.example', webRoot: '/nowhere', demonstration: true },
      },
      SILENT,
    );
    await api.listen(0, '127.0.0.1');
    port = new URL(await api.getUrl()).port;
  });

  afterAll(async () => {
    agent.destroy();
    await api?.close();
    await ground?.close();
  });

  async function ask(method: string, { url, type, body }: Attack, cookie: string) {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { cookie, ...(type === undefined ? {} : { 'content-type': type }) };
      const sent = request({ method, path: url, host: '127.0.0.1', port, agent, headers }, resolve);
      sent.once('error', reject);
      sent.end(body);
    });
    return { status: answer.statusCode ?? 0, body: await text(answer) };
  }

  /** Somebody with every right that one can hold, so that what is asked reaches further than the guard. */
  async function session(): Promise<string> {
    const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    return `vigia_session=${token}`;
  }

  async function failuresOf(operation: Operation): Promise<string[]> {
    const failed: string[] = [];
    const cookie = await session();
    for (const attack of attacksOn(operation)) {
      const { status, body } = await ask(operation.method, attack, cookie);
      asked += 1;
      // What was done is shown on a page, and here no pages are built.
      if (status >= 500 && !body.includes('"page.not_built"'))
        failed.push(`${attack.what}: ${status} ${body}`);
    }
    inside += failed.length;
    return failed;
  }

  it.each(OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    'never makes %s fail inside',
    async (_name, operation) => {
      expect(await failuresOf(operation)).toEqual([]);
    },
    300_000,
  );

  it('names the place of a character that no text can hold', async () => {
    const cookie = await session();
    const state = '/api/v1/states/PER';
    for (const [method, attack, field] of [
      ['GET', { url: `${state}/recommendations?theme=a%00b` }, 'theme'],
      ['GET', { url: `${state}/recommendations/a%00b` }, 'id'],
      ['GET', { url: `${state}/overview?a%00=1` }, 'a name'],
      ['POST', { url: '/sign-in', type: FORM, body: 'email=a%00b&password=x' }, 'email'],
      [
        'POST',
        { url: '/api/v1/account/tokens', type: 'application/json', body: '{"permissions":["\\ud800"]}' },
        'permissions.0',
      ],
    ] as const) {
      const { status, body } = await ask(method, { what: field, ...attack }, cookie);
      expect([status, JSON.parse(body)]).toEqual([
        422,
        expect.objectContaining({
          code: 'input.characters',
          detail: expect.stringMatching(`^${field}: `) as unknown,
        }),
      ]);
    }
  });

  it('was tried over every route that is described', () => {
    process.stdout.write(
      `hostile input: ${asked} requests to ${OPERATIONS.length} routes, ${inside} answered 5xx\n`,
    );
    expect([asked > 5_000, inside]).toEqual([true, 0]);
  });
});
