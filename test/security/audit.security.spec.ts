import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DOMParser } from '@xmldom/xmldom';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { screensEn, screensEs } from '#messages';
import type { State } from '#tracking';

import { createApi } from '../../apps/api/src/create-api.js';
import { openApiDocument } from '../../apps/api/src/openapi/openapi-document.js';
import { changesOf } from '../../apps/api/src/presenter/history-presenter.js';
import { COMMANDS } from '../../apps/cli/src/commands.js';
import { WatchedState } from '../factories/watched-state.js';
import { CHANGES_ON, auditedChanges } from '../support/audited-changes.js';
import type { Change, Changes, Entry } from '../support/audited-changes.js';
import { BOUNCE_TOKEN } from '../support/returned-mail-changes.js';
import { readCsv } from '../support/read-csv.js';
import { fingerprint, openTrackingGround, readSample, SAMPLE } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const TODAY = CHANGES_ON;

/** Routes that leave no entry, and why: what they write is a row that itself says for whom, when and until when. */
const OWN_RECORD: Readonly<Record<string, string>> = {
  'POST /sign-in': 'a session, or a counted attempt',
  'POST /sign-in/{token}': 'a session, and the link that was used up',
  'POST /sign-in/demonstration': 'a session in an open demonstration',
  'POST /sign-in/second-factor': 'a session, and the half-open one that it ends',
  'POST /sign-in/passkey': 'a session',
  'POST /sign-in/oidc': 'what the return is held against, which ends by itself within ten minutes',
  'POST /sign-out': 'a session that has ended',
  'POST /recover': 'a link, which says who asked for it and until when it counts',
  'POST /api/v1/sign-in/passkey-options': 'a challenge, which ends by itself within five minutes',
  'POST /api/v1/account/passkey-options': 'a challenge, which ends by itself within five minutes',
  'POST /api/v1/account/proof-options': 'a challenge, which ends by itself within five minutes',
  'POST /account/one-time-password': 'a key that counts for nothing until its first code has confirmed it',
};

/** What must be in no entry: tokens, hashes of passwords and of SHA-256, recovery codes, base64url of a key. */
const SECRET = /vigia_|\$argon2|\b[0-9a-f]{64}\b|\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b|[\w-]{43}/;

/** What each command that changes something leaves, besides the rows themselves. Null: it changes no record. */
const COMMAND_RECORDS: Readonly<Record<string, string | null>> = {
  start: 'demonstration.loaded, once',
  migrate: 'the table migrations',
  state: 'state.added',
  invite: 'person.invited',
  'reset-factors': 'second_factor.reset',
  parse: null,
  ingest: 'document.ingested',
  import: 'uhri.saved, figures.imported',
  library: 'indicator.loaded',
  undo: 'figures.undone',
  sweep: 'sweep, alert_transition and notice: append-only, each with its named reason',
  deliver: 'delivery: append-only, each attempt and its outcome',
  doctor: null,
  verify: null,
  'remove-demonstration': 'nothing: the demonstration goes whole, its audit with it; no real State can',
};

const routes = Object.entries(
  (openApiDocument() as { paths: Record<string, Record<string, object>> }).paths,
).flatMap(([path, methods]) =>
  Object.keys(methods)
    .filter((method) => method !== 'get')
    .map((method) => ({ route: `${method.toUpperCase()} ${path}` })),
);
const changing = routes.filter(({ route }) => !(route in OWN_RECORD));

describe('S13: whoever changes something through a route', () => {
  let ground: TrackingGround;
  let api: NestFastifyApplication;
  let owner: pg.Client;
  let address: string;
  let peru: WatchedState;
  let ministry: number;
  let webRoot: string;
  let changes: Changes;
  const people = new Map<string, number>();
  let held = 0;

  beforeAll(async () => {
    ground = await openTrackingGround(`${TODAY}T15:00:00Z`, { takesReturnedMail: true });
    peru = await WatchedState.create(ground, 'PER');
    ministry = await peru.addInstitution('MIMP', []);
    for (const role of ['focal_point', 'secretariat', 'ombudsperson', 'operator', 'monitoring_body'])
      people.set(role, await peru.addPerson(`${role}@per.example`, role, ministry));
    await peru.lead(ministry);
    changes = auditedChanges(ground, peru, {
      ministry,
      focalPoint: people.get('focal_point') ?? 0,
      secretariat: people.get('secretariat') ?? 0,
      operator: people.get('operator') ?? 0,
    });
    webRoot = await mkdtemp(join(tmpdir(), 'vigia-audit-'));
    await mkdir(join(webRoot, 'server'));
    await writeFile(join(webRoot, 'package.json'), '{"type":"module"}');
    await writeFile(
      join(webRoot, 'server', 'entry.js'),
      `export const isPage = (path) => path.startsWith('/states/');
       export const renderPage = async () => ({ status: 200, language: 'en', html: 'A page' });`,
    );
    api = await createApi(
      {
        tracking: ground.tracking,
        mailbox: null,
        settings: {
          publicUrl: 'https://vigia.example',
          webRoot,
          demonstration: false,
          bounceToken: BOUNCE_TOKEN,
        },
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
    await rm(webRoot, { recursive: true });
  });

  /** What became of it: `done`, the problem that a form is told of, or the status. */
  async function send(route: string, { url, cookie, form, upload, raw }: Change): Promise<string> {
    const file = new FormData();
    for (const [name, value] of Object.entries(upload?.fields ?? {})) file.set(name, value);
    if (upload) file.set('file', new Blob([upload.text]), upload.name);
    const json = { 'content-type': 'application/json' };
    const answer = await fetch(`${address}${url}`, {
      method: route.split(' ')[0] ?? '',
      redirect: 'manual',
      headers: { ...(upload ? {} : (raw?.headers ?? json)), ...(cookie === undefined ? {} : { cookie }) },
      body: upload ? file : (raw?.text ?? JSON.stringify(await form())),
    });
    const problem = new URL(answer.headers.get('location') ?? '/', address).searchParams.get('problem');
    return problem ?? (answer.status < 400 ? 'done' : String(answer.status));
  }

  const entries = (state: State): Promise<Entry[]> =>
    ground.rows<Entry>(
      state.id,
      `SELECT person_id AS "personId", actor, action, before, after, reason FROM audit_entry ORDER BY position`,
    );

  /** Everything of the State and every shared table that people change. */
  async function everything(but: readonly string[] = []): Promise<unknown> {
    const shared = await ground.record.runShared(async (sql) => {
      const tables = await sql.rows<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'state_id') ORDER BY 1`,
      );
      const prints: unknown[] = [];
      // The log of security keeps the attempt itself, whatever became of it.
      const kept = [...but, 'security_event', 'security_event_tally'];
      for (const { name } of tables.filter((table) => !kept.includes(table.name)))
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
    const known = [...Object.keys(changes), ...Object.keys(OWN_RECORD)].sort();
    expect(known).toEqual(routes.map(({ route }) => route).sort());
  });

  it('knows what every command leaves', () => {
    expect(Object.keys(COMMAND_RECORDS).sort()).toEqual([...COMMANDS.keys()].sort());
  });

  it.each(changing)('leaves who, what, before, after and why: $route', async ({ route }) => {
    const change = await changes[route]!();
    const before = (await entries(peru.state)).length;
    expect(await send(route, change)).toBe('done');
    const added = (await entries(peru.state)).slice(before);
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({ personId: change.personId, ...change.entry });
    expect(Object.keys(change.entry)).toEqual(expect.arrayContaining(['action', 'before', 'after']));
    held += 1;
  });

  it.each(changing)('changes nothing where that cannot be written: $route', async ({ route }) => {
    const change = await changes[route]!();
    const before = await everything(change.usesUp);
    expect(await whileNothingCanBeAudited(() => send(route, change))).toBe('500');
    expect(await everything(change.usesUp)).toEqual(before);
    expect(await send(route, change)).toBe('done');
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

  it('leaves no secret, and nothing that the page has no words for in either language', async () => {
    const all = await entries(peru.state);
    expect(JSON.stringify(all)).not.toMatch(SECRET);
    for (const { history } of [screensEn, screensEs]) {
      expect(all.map(({ actor }) => actor).filter((actor) => !(actor in history.actors))).toEqual([]);
      expect(all.map(({ action }) => action).filter((action) => !(action in history.actions))).toEqual([]);
      const fields = all.flatMap(({ before, after }) => changesOf(before, after).map(({ field }) => field));
      expect(fields.filter((field) => !(field in history.fields))).toEqual([]);
    }
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

    interface Page<Item> {
      readonly items: readonly Item[];
      readonly people: readonly { readonly person: number; readonly name: string }[];
      readonly nextCursor: string | null;
    }
    interface Shown {
      readonly position: number;
      readonly action: string;
      readonly subject: { readonly kind: string };
    }

    async function read<Item>(url: string, cookie: string): Promise<Page<Item>> {
      const { status, body } = await get(url, cookie);
      expect(status).toBe(200);
      return JSON.parse(body) as Page<Item>;
    }

    /** Page after page, as a list is read that does not end on its first one. */
    async function readThrough<Item>(url: string, limit: number, cookie: string): Promise<Item[]> {
      const all: Item[] = [];
      let next: string | null = '';
      while (next !== null) {
        const cursor: string = next === '' ? '' : `&cursor=${next}`;
        const page: Page<Item> = await read(`${url}limit=${limit}${cursor}`, cookie);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        all.push(...page.items);
        next = page.nextCursor;
      }
      return all;
    }

    it('shows who, before and after; filtered by who, subject and day; page by page', async () => {
      const cookie = await signIn('ombudsperson');
      const url = '/api/v1/states/PER/audit?';
      const all = await readThrough<Shown>(url, 200, cookie);
      const positions = (await entries(peru.state)).map((_, index, { length }) => length - index);
      expect(all.map(({ position }) => position)).toEqual(positions);
      expect(await readThrough(url, 7, cookie)).toEqual(all);
      const own = await read<Shown>(`${url}who=${people.get('focal_point')}`, cookie);
      expect(new Set(own.items.map(({ action }) => action))).toEqual(
        new Set([
          'submission.submitted',
          'alert.acknowledged',
          'alert.disowned',
          'information_request.answered',
          'message.returned',
        ]),
      );
      const bySomeLink = (await read<Shown>(`${url}who=mail_link`, cookie)).items;
      expect(bySomeLink.filter(({ action }) => action === 'mail_rhythm.chosen')).toHaveLength(4);
      const byMail = bySomeLink.filter(({ action }) => !/^(?:mail_rhythm|subscription)\./.test(action));
      expect(byMail.map(({ action }) => action)).toEqual([
        ...['submission.submitted', 'alert.acknowledged', 'submission.submitted', 'alert.acknowledged'],
      ]);
      for (const item of byMail) expect(own.items).toContainEqual(item);
      expect(byMail[1]).toMatchObject({
        who: { name: 'focal_point@per.example', actor: 'mail_link' },
        changes: [{ field: 'state', before: 'open', after: 'acknowledged' }],
        recommendation: { id: 'opsc-1-8', code: '8' },
        reason: 'It is on its way',
      });
      const documents = all.filter(({ subject }) => subject.kind === 'document');
      expect(await readThrough(`${url}subject=document&`, 200, cookie)).toEqual(documents);
      expect(documents.length).toBeGreaterThan(0);
      expect((await read(url, cookie)).people.map(({ name }) => name)).toContain('focal_point@per.example');
      expect(await readThrough(`${url}from=${TODAY}&to=${TODAY}&`, 200, cookie)).toEqual(all);
      expect((await read(`${url}from=2026-07-01`, cookie)).items).toEqual([]);
      expect((await read(`${url}to=2026-06-29&subject=alert`, cookie)).items).toEqual([]);
      const days = await get(`${url}from=2026-07-02&to=2026-07-01`, cookie);
      expect([days.status, days.body]).toEqual([422, expect.stringContaining('history.days')]);
      expect((await get(`${url}who=a%20b`, cookie)).status).toBe(422);
    });

    it('is a download in the words of either language, of the same entries, in which no text is a formula', async () => {
      const cookie = await signIn('secretariat');
      await ground.rows(
        peru.state.id,
        `UPDATE person SET name = '=HYPERLINK("http://evil.example")' WHERE id = $1`,
        [people.get('focal_point')],
      );
      const url = '/api/v1/states/PER/audit.csv';
      const english = await get(url, cookie);
      expect([english.status, english.type]).toEqual([200, 'text/csv; charset=utf-8']);
      const rows = readCsv(english.body);
      const positions = (await entries(peru.state)).map((_, index, { length }) => String(length - index));
      expect(rows.map((row) => row['Entry'])).toEqual(positions);
      const own = readCsv((await get(`${url}?lang=es&who=${people.get('focal_point')}`, cookie)).body);
      expect(own.length).toBeGreaterThan(4);
      expect(own.find((row) => row['Código de qué'] === 'alert.acknowledged')).toMatchObject({
        Quién: `'=HYPERLINK("http://evil.example")`,
        Qué: 'Acusó recibo del aviso',
        'Código de qué': 'alert.acknowledged',
        'Antes y después': 'Estado: sin respuesta aún pasó a con acuse de recibo',
        'Por qué': 'It is on its way',
      });
      expect((await get(`${url}?from=2026-07-02&to=2026-07-01`, cookie)).status).toBe(422);
    });

    it('tells of one recommendation also what the watch found', async () => {
      const cookie = await signIn('secretariat');
      const url = '/api/v1/states/PER/recommendations/opsc-1-8/history?';
      const items = await readThrough<Pick<Shown, 'action'>>(url, 200, cookie);
      expect(new Set(items.map(({ action }) => action))).toEqual(
        new Set([
          'action.recorded',
          'action.changed',
          'action.done',
          'action.cancelled',
          'evidence.added',
          'evidence.withdrawn',
          'alert.acknowledged',
          'alert.disowned',
          'alert.opened',
          'alert.reopened',
          'alert.resolved',
          'assessment.published',
          'assessment.recorded',
          'assessment.withdrawn',
          'comment.edited',
          'comment.withdrawn',
          'comment.written',
          'disclaimer.decided',
          'implementation.overridden',
          'implementation.reopened',
          'indicator.loaded',
          'information_request.answered',
          'information_request.asked_again',
          'information_request.closed',
          'information_request.published',
          'information_request.sent',
          'information_request.withdrawn',
          'plain_text.confirmed',
          'plain_text.withdrawn',
          'plain_text.written',
          'responsibility.assigned',
          'responsibility.changed',
          'responsibility.ended',
        ]),
      );
      expect((await get('/api/v1/states/PER/recommendations/none/history', cookie)).status).toBe(404);
    });
  });
});
