import { DOMParser } from '@xmldom/xmldom';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import type { State } from '#tracking';

import { createApi } from '../../apps/api/src/create-api.js';
import { openApiDocument } from '../../apps/api/src/openapi/openapi-document.js';
import { ROUTES } from '../../apps/api/src/openapi/routes.js';
import { COMMANDS } from '../../apps/cli/src/commands.js';
import { WatchedState } from '../factories/watched-state.js';
import {
  fingerprint,
  liveThrough,
  openTrackingGround,
  readSample,
  SAMPLE,
} from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const TODAY = '2026-06-30';

/** Sessions and links are rows that say when, for whom and until when; changes of an account have tests of their own. */
const OWN_RECORD = new Set(['sign_in', 'account']);

/** What each command that changes something leaves, besides the rows themselves. Null: it changes no record. */
const COMMAND_RECORDS: Readonly<Record<string, string | null>> = {
  start: 'demonstration.loaded, once',
  migrate: 'the table migrations',
  parse: null,
  ingest: 'document.ingested',
  sweep: 'sweep, alert_transition and notice: append-only, each with its named reason',
  deliver: 'delivery: append-only, each attempt and its outcome',
  doctor: null,
  verify: null,
  'remove-demonstration': 'nothing: the demonstration goes whole, its audit with it; no real State can',
};

interface Entry {
  readonly personId: number | null;
  readonly actor: string;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

/** One successful call of a route that changes something. */
interface Change {
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
  readonly personId: number;
  readonly entry: Partial<Entry>;
}

const changing = Object.entries(
  (openApiDocument() as { paths: Record<string, Record<string, object>> }).paths,
).flatMap(([path, methods]) =>
  Object.keys(methods)
    .filter((method) => method !== 'get')
    .map((method) => ({
      route: `${method.toUpperCase()} ${path}`,
      resource: ROUTES.find((row) => row.path === path && row.method === method)?.access.resource ?? '',
    }))
    .filter(({ resource }) => !OWN_RECORD.has(resource)),
);

describe('S13: whoever changes something through a route', () => {
  let ground: TrackingGround;
  let api: NestFastifyApplication;
  let owner: pg.Client;
  let address: string;
  let peru: WatchedState;
  let ministry: number;
  const people = new Map<string, number>();
  let owed = 0;
  let held = 0;

  beforeAll(async () => {
    ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
    peru = await WatchedState.create(ground, 'PER');
    ministry = await peru.addInstitution('MIMP', []);
    for (const role of ['focal_point', 'secretariat', 'ombudsperson', 'operator', 'monitoring_body'])
      people.set(role, await peru.addPerson(`${role}@per.example`, role, ministry));
    await peru.lead(ministry);
    api = await createApi(
      {
        tracking: ground.tracking,
        mailbox: null,
        settings: { publicUrl: 'https://vigia.example', webRoot: '/nowhere', demonstration: false },
      },
      SILENT,
    );
    await api.listen(0, '127.0.0.1');
    address = await api.getUrl();
    owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await api?.close();
    await owner?.end();
    await ground.close();
  });

  /** How to change something through each route. A route that is added must be added here. */
  const CHANGES: Readonly<Record<string, () => Promise<Change>>> = {
    'POST /answer/{token}': async () => {
      owed += 1;
      await peru.owe(ministry, '2026-06-01', `Figure ${owed}`);
      await liveThrough(ground, peru.state, TODAY);
      const [alert] = await ground.rows<{ id: number }>(
        peru.state.id,
        `SELECT max(id) AS id FROM alert WHERE state_id = $1 AND alert_state = 'open' AND subject_kind = 'obligation'`,
        [peru.state.id],
      );
      const personId = people.get('focal_point') ?? 0;
      const token = ground.tracking.signedLinks.sign({
        purpose: 'answer_alert',
        state: 'PER',
        personId,
        alertId: alert?.id ?? 0,
        expiresAt: ground.clock.now() + 86_400_000,
      });
      return {
        url: `/answer/${token}`,
        form: { reason: 'It is on its way' },
        personId,
        entry: {
          action: 'alert.acknowledged',
          before: { state: 'open' },
          after: { state: 'acknowledged' },
          reason: 'It is on its way',
        },
      };
    },
  };

  async function post({ url, form }: Change): Promise<number> {
    const answer = await fetch(`${address}${url}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(form),
    });
    return answer.status;
  }

  const entries = (state: State): Promise<Entry[]> =>
    ground.rows<Entry>(
      state.id,
      `SELECT person_id AS "personId", actor, action, before, after, reason FROM audit_entry ORDER BY position`,
    );

  /** Everything of the State and every shared table that people change. */
  async function everything(): Promise<unknown> {
    const shared = await ground.record.runShared(async (sql) => {
      const tables = await sql.rows<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'state_id') ORDER BY 1`,
      );
      const prints: unknown[] = [];
      for (const { name } of tables)
        prints.push(
          await sql.row(
            `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM ${name} t`,
          ),
        );
      return prints;
    });
    return [await fingerprint(ground, peru.state), shared];
  }

  async function whileNothingCanBeAudited<T>(work: () => Promise<T>): Promise<T> {
    await owner.query('REVOKE INSERT ON audit_entry FROM vigia_app');
    try {
      return await work();
    } finally {
      await owner.query('GRANT INSERT ON audit_entry TO vigia_app');
    }
  }

  it('knows how to try every route that changes something', () => {
    expect(Object.keys(CHANGES).sort()).toEqual(changing.map(({ route }) => route).sort());
  });

  it('knows what every command leaves', () => {
    expect(Object.keys(COMMAND_RECORDS).sort()).toEqual(COMMANDS.map((command) => command().name()).sort());
  });

  it.each(changing)('leaves who, what, before, after and why: $route', async ({ route }) => {
    const change = await CHANGES[route]!();
    const before = (await entries(peru.state)).length;
    expect(await post(change)).toBeLessThan(400);
    const added = (await entries(peru.state)).slice(before);
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({ personId: change.personId, ...change.entry });
    expect(added[0]?.after).not.toBeNull();
    held += 1;
  });

  it.each(changing)('changes nothing where that cannot be written: $route', async ({ route }) => {
    const change = await CHANGES[route]!();
    const before = await everything();
    expect(await whileNothingCanBeAudited(() => post(change))).toBe(500);
    expect(await everything()).toEqual(before);
    expect(await post(change)).toBeLessThan(400);
  });

  it('takes no document in where that cannot be written, and says who did where it can', async () => {
    const file = { name: SAMPLE, bytes: await readSample() };
    const ingest = () => ground.tracking.ingestDocument.ingest(peru.state, file, { dryRun: false });
    const before = await everything();
    await expect(whileNothingCanBeAudited(ingest)).rejects.toThrow('permission denied');
    expect(await everything()).toEqual(before);
    await ingest();
    expect((await entries(peru.state)).at(-1)).toMatchObject({
      actor: 'ingest',
      action: 'document.ingested',
    });
  });

  it('leaves a chain and a ledger that hold', async () => {
    const [verdict] = await ground.tracking.verifyRecord.verify();
    expect(verdict?.ledger.filter(({ place }) => place !== null)).toEqual([]);
    expect(verdict).toMatchObject({ state: 'PER', ok: true });
    process.stdout.write(
      `S13: ${held} of ${changing.length} state-changing routes leave who, what, before, after\n`,
    );
  });

  describe('where the audit ends', () => {
    const get = async (url: string, cookie?: string) => {
      const answer = await fetch(`${address}${url}`, { headers: cookie === undefined ? {} : { cookie } });
      return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
    };
    const signIn = async (role: string): Promise<string> => {
      const token = await ground.tracking.signInLinks.createLink(people.get(role) ?? 0);
      const answer = await fetch(`${address}/sign-in/${token}`, { method: 'POST', redirect: 'manual' });
      return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    };
    const newest = async () =>
      (
        await ground.rows<{ position: number; hash: string }>(
          peru.state.id,
          'SELECT position, hash FROM audit_entry ORDER BY position DESC LIMIT 1',
        )
      )[0]!;

    it('is public, with no name in it', async () => {
      const { status, body } = await get('/api/v1/states/per/audit/head');
      expect(status).toBe(200);
      expect(JSON.parse(body)).toEqual({ state: 'PER', ...(await newest()), at: `${TODAY}T15:00:00.000Z` });
    });

    it('is a well-formed Atom feed (RFC 4287) with the last head of each day', async () => {
      const { status, type, body } = await get('/feeds/PER/audit.atom');
      expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8']);
      const problems: string[] = [];
      const feed = new DOMParser({
        onError: (level, message) => void problems.push(`${level}: ${message}`),
      }).parseFromString(body, 'application/xml');
      expect(problems).toEqual([]);
      const atom = 'http://www.w3.org/2005/Atom';
      const texts = (name: string) =>
        [...feed.getElementsByTagNameNS(atom, name)].map((node) => node.textContent);
      expect(feed.documentElement?.localName).toBe('feed');
      expect(texts('id')).toEqual([
        'https://vigia.example/feeds/PER/audit.atom',
        `https://vigia.example/feeds/PER/audit.atom#${TODAY}`,
      ]);
      expect(texts('updated')).toEqual(Array(2).fill(`${TODAY}T15:00:00.000Z`));
      const { position, hash } = await newest();
      expect(texts('content')).toEqual([`PER:${position}:${hash}`]);
    });

    it('shows its entries to the secretariat and the ombudsperson, and to nobody else', async () => {
      const urls = ['/api/v1/states/PER/audit', '/api/v1/states/PER/recommendations/opsc-1-8/history'];
      for (const role of people.keys()) {
        const cookie = await signIn(role);
        const allowed = role === 'secretariat' || role === 'ombudsperson';
        for (const url of urls) expect((await get(url, cookie)).status).toBe(allowed ? 200 : 403);
      }
      for (const url of urls) expect((await get(url)).status).toBe(403);
    });

    it('shows who, before and after; filtered by person and subject; page by page', async () => {
      const cookie = await signIn('ombudsperson');
      const read = async (query: string) =>
        JSON.parse((await get(`/api/v1/states/PER/audit?${query}`, cookie)).body) as {
          items: { position: number; action: string; who: { name: string }; changes: unknown[] }[];
          nextCursor: string | null;
        };
      const all = await read('');
      expect(all.items.map(({ position }) => position)).toEqual(
        all.items.map((_, index) => all.items.length - index),
      );
      const own = await read(`person=${people.get('focal_point')}`);
      expect(own.items.map(({ action }) => action)).toEqual(['alert.acknowledged', 'alert.acknowledged']);
      expect(own.items[0]).toMatchObject({
        who: { name: 'focal_point@per.example', actor: 'mail_link' },
        changes: [{ field: 'state', before: 'open', after: 'acknowledged' }],
        recommendation: { id: 'opsc-1-8', code: '8' },
        reason: 'It is on its way',
      });
      expect((await read('subject=document')).items).toHaveLength(1);
      const first = await read('limit=2');
      const second = await read(`limit=2&cursor=${first.nextCursor}`);
      expect([...first.items, ...second.items].map(({ position }) => position)).toEqual([3, 2, 1]);
      expect(second.nextCursor).toBeNull();
    });

    it('tells of one recommendation also what the watch found', async () => {
      const cookie = await signIn('secretariat');
      const { body } = await get('/api/v1/states/PER/recommendations/opsc-1-8/history', cookie);
      const { items } = JSON.parse(body) as { items: { action: string; position: number | null }[] };
      expect(new Set(items.map(({ action }) => action))).toEqual(
        new Set(['alert.acknowledged', 'alert.opened']),
      );
      expect((await get('/api/v1/states/PER/recommendations/none/history', cookie)).status).toBe(404);
    });
  });
});
