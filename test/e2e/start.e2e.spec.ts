import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  DocketSchema,
  IndicatorDataSchema,
  JsonStatSchema,
  RecommendationDetailSchema,
  RecommendationListSchema,
} from '#contracts';
import type { FigureLinkView, IndicatorData, RecommendationList, ReviewQueue } from '#contracts';

import { ROUTES } from '../../apps/api/src/openapi/routes.js';
import { readCsv } from '../support/read-csv.js';
import { hasRedis, startRedis } from '../support/redis-server.js';
import type { RedisServer } from '../support/redis-server.js';
import { freePort, startVigia, vigia } from '../support/vigia-process.js';
import type { VigiaProcess } from '../support/vigia-process.js';

const BACKENDS = ['PostgreSQL', ...(hasRedis ? ['Redis'] : [])];
const STOPPED_WITHIN_MS = 10_000;
const STATE = '/api/v1/states/PER';
/** The demonstration publishes three. */
const FIRST_STATEMENT = '1';

interface Mail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly sentAt: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly copies: number;
}

describe.each(BACKENDS)('npm start with the queues on %s', (backend) => {
  let dataDir: string;
  let redis: RedisServer | undefined;
  let settings: Record<string, string>;
  let running: VigiaProcess;
  let address: string;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'vigia-e2e-'));
    redis = backend === 'Redis' ? await startRedis() : undefined;
    settings = {
      VIGIA_DATA_DIR: dataDir,
      PORT: String(await freePort()),
      ...(redis ? { REDIS_URL: redis.url } : {}),
    };
    await start();
    process.stdout.write(
      `first start with the queues on ${backend}: ready after ${running.readyAfterMs} ms\n`,
    );
  }, 130_000);

  afterAll(async () => {
    await running?.end('SIGINT');
    await redis?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  async function start(): Promise<void> {
    running = await startVigia(settings);
    address = running.facts.dashboard;
  }

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}${path}`, { headers, redirect: 'manual' });
  const post = (path: string, body: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}${path}`, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });

  async function json<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
    const answer = await get(path, headers);
    expect(answer.status).toBe(200);
    return (await answer.json()) as T;
  }

  const mails = (): Promise<Mail[]> => json<Mail[]>('/mailbox/api/messages');
  const listed = async (): Promise<RecommendationList> =>
    RecommendationListSchema.parse(await json(`${STATE}/recommendations?limit=200`));

  /** Posts the way into the installation that it names for the role. */
  let secretariat: string | undefined;
  const enter = (role: string, language: string): Promise<Response> => {
    const { pathname } = new URL(running.facts.signIn[role] ?? '');
    return post(pathname.replace(/^\/(en|es)/, ''), { lang: language });
  };

  /** The link that was printed works once. */
  async function secretariatCookie(): Promise<string> {
    secretariat ??= cookieOf(await enter('secretariat', 'en'));
    return secretariat;
  }

  /** An action and a file of evidence whose numbers are known. */
  async function planAndProve(recommendation: string): Promise<{ action: string; evidence: string }> {
    const cookie = await secretariatCookie();
    const at = `${address}${STATE}/recommendations/${encodeURIComponent(recommendation)}`;
    const create = async (path: string, body: BodyInit, headers: Record<string, string>): Promise<string> => {
      const answer = await fetch(`${at}${path}`, { method: 'POST', headers: { cookie, ...headers }, body });
      expect([path, answer.status]).toEqual([path, 201]);
      return String(((await answer.json()) as { id: number }).id);
    };
    const plan = {
      institution: 'MIMP',
      language: 'en',
      title: 'Build the register',
      description: '',
      level: 'national',
      plannedStartOn: '2026-01-01',
      plannedEndOn: '2026-12-31',
      criteria: [],
      indicators: [],
      budgetLines: [],
    };
    const file = new FormData();
    for (const [name, value] of [
      ['institution', 'MIMP'],
      ['language', 'en'],
      ['title', 'Decree'],
      ['effective_on', '2026-02-01'],
      ['visibility', 'public'],
    ] as const)
      file.set(name, value);
    file.set('file', new Blob(['The decree']), 'decree.txt');
    return {
      action: await create('/actions', JSON.stringify(plan), { 'content-type': 'application/json' }),
      evidence: await create('/evidence-files', file, {}),
    };
  }

  it('says where to look and how to come in', () => {
    expect(running.facts.mailbox).toBe(`${address}/mailbox`);
    expect(Object.keys(running.facts.signIn).sort()).toEqual([
      'contributor',
      'focal_point',
      'monitoring_body',
      'ombudsperson',
      'operator',
      'secretariat',
    ]);
    expect(running.readyAfterMs).toBeLessThan(120_000);
  });

  it('is alive and ready', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect(await json('/health')).toEqual({ status: 'ok', parts: [] });
    expect(await json('/health/ready')).toMatchObject({ ready: true, mailWaiting: 0 });
  });

  it('shows pages in both languages under a policy without inline script, style or foreign origin', async () => {
    for (const path of [
      '/es/watch',
      '/en/states/PER',
      '/es/states/PER/recommendations',
      '/en/states/PER/docket',
    ]) {
      const page = await get(path);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('content-type')).toContain('text/html');
      const html = await page.text();
      expect(html).toContain(`lang="${path.slice(1, 3)}"`);
      expect(html).not.toMatch(/<script(?![^>]*(src=|type="application\/json"))[^>]*>|style="|<style/);
    }
    expect((await get('/en/states/PER')).status).toBe(200);
  });

  it('lists the 33 recommendations as the contract says, and pages through them without loss or repetition', async () => {
    const { items, nextCursor } = await listed();
    expect(items).toHaveLength(33);
    expect(nextCursor).toBeNull();
    const promised = [
      ...['id', 'document', 'code', 'text', 'title', 'verb', 'theme', 'status', 'statusReason'],
      ...['dueOn', 'dueCertainty', 'estimatedYear', 'lead'],
    ];
    for (const item of items) expect(Object.keys(item)).toEqual(expect.arrayContaining(promised));
    expect(items.filter((item) => item.dueOn !== null && item.dueCertainty !== 'confirmed')).toEqual([]);

    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: RecommendationList = await json<RecommendationList>(
        `${STATE}/recommendations?limit=10${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      paged.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(items.map((item) => item.id));
  });

  it('shows what is overdue, and never an item twice', async () => {
    const { items } = RecommendationListSchema.parse(await json(`${STATE}/recommendations?status=overdue`));
    expect(items.map((item) => item.code)).toEqual(['8', '18', '20(b)', '26(d)', '32(e)', '34']);
  });

  it('gives every recommendation with its text, concern, institutions and three kinds of indicators', async () => {
    const kinds = { data: 0, budget: 0, prosecutions: 0 };
    for (const { id } of (await listed()).items) {
      const detail = RecommendationDetailSchema.parse(
        await json(`${STATE}/recommendations/${encodeURIComponent(id)}`),
      );
      for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) kinds[kind] += detail[kind].length;
    }
    expect(Math.min(...Object.values(kinds))).toBeGreaterThan(0);
  });

  it('gives the same cells as JSON and as CSV, for every indicator', async () => {
    const { items } = await json<{ items: { code: string }[] }>(`${STATE}/indicators`);
    expect(items.length).toBeGreaterThan(30);
    let cells = 0;
    for (const { code } of items) {
      const path = `${STATE}/indicators/${encodeURIComponent(code)}/data`;
      const data: IndicatorData = IndicatorDataSchema.parse(await json(path));
      const csv = await get(`${path}.csv`);
      expect(csv.headers.get('content-type')).toContain('text/csv');
      const rows = readCsv(await csv.text());
      expect(
        rows.map((row) => [row['period_start'], row['period_end'], row['value'], row['flag'], row['source']]),
      ).toEqual(
        data.cells.map((cell) => [
          cell.period.startOn,
          cell.period.endOn,
          cell.value === null ? '' : String(cell.value),
          cell.flag ?? '',
          cell.source,
        ]),
      );
      expect(data.cells.every((cell) => (cell.value === null) !== (cell.flag === null))).toBe(true);
      const numbers = data.cells.flatMap(({ value }) => (value === null ? [] : [value])).sort();
      const dataset = JsonStatSchema.parse(await json(`${path}.jsonstat`));
      expect(Object.values(dataset.value).sort()).toEqual(numbers);
      const sdmx = readCsv(await (await get(`${path}.sdmx.csv`)).text());
      expect(sdmx.flatMap((row) => (row['OBS_VALUE'] ? [Number(row['OBS_VALUE'])] : [])).sort()).toEqual(
        numbers,
      );
      cells += rows.length;
    }
    expect(cells).toBeGreaterThan(200);
  }, 180_000);

  it('sends the cells once to whoever has them already', async () => {
    const { items } = await json<{ items: { code: string }[] }>(`${STATE}/indicators`);
    for (const suffix of ['', '.csv', '.jsonstat', '.sdmx.csv']) {
      const path = `${STATE}/indicators/${encodeURIComponent(items[0]!.code)}/data${suffix}`;
      const tag = (await get(path)).headers.get('etag') ?? '';
      expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
      const again = await get(path, { 'if-none-match': tag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect((await get(path, { 'if-none-match': '"another"' })).status).toBe(200);
    }
  });

  it('describes every route that answers, with the status and type it answers with', async () => {
    const document = await json<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
      '/api/openapi.json',
    );
    expect(document.openapi).toMatch(/^3\.1/);
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).toEqual(ROUTES.map((route) => `${route.method} ${route.path}`).sort());
    const [first] = (await listed()).items;
    const made = await planAndProve(first?.id ?? '');
    const idFor = (path: string): string =>
      path.includes('/actions/')
        ? made.action
        : path.includes('/evidence/')
          ? made.evidence
          : path.includes('/statements/')
            ? FIRST_STATEMENT
            : (first?.id ?? '');
    for (const route of ROUTES.filter((candidate) => candidate.method === 'get')) {
      const path = route.path
        .replace('{iso3}', 'PER')
        .replace('{id}', encodeURIComponent(idFor(route.path)))
        .replace('{code}', codeFor(route.path))
        .replace('{slug}', 'crc-c-opsc-per-co-1')
        .replace('{token}', 'not-a-token')
        .replace('{secret}', 'not-a-secret')
        // What is to be followed is named in the query.
        .replace(/\/follow$/, '/follow?kind=theme&key=data');
      const answer = await get(path);
      const open = route.path.includes('{secret}') ? 404 : route.answer.status;
      const expected = route.problems.includes(403) ? 403 : open;
      expect([route.path, answer.status]).toEqual([route.path, expected]);
      if (expected === 303) {
        expect(answer.headers.get('location')).toBeTruthy();
        continue;
      }
      // A file has a type of its own: the one given above is a text.
      const described = route.answer.type === '*/*' ? 'text/plain' : route.answer.type;
      const type = expected >= 400 ? 'application/problem+json' : described;
      expect(answer.headers.get('content-type')).toContain(type);
      if (route.problems.includes(404)) {
        const problem = await get(path.replace('PER', 'XXX'));
        if (!route.problems.includes(403)) expect(problem.status).toBe(404);
        expect(problem.headers.get('content-type')).toContain('application/problem+json');
      }
    }
  });

  it('has put one reminder for each person into the mailbox, with the headers of an automatic mail', async () => {
    const received = await mails();
    expect(received.length).toBeGreaterThanOrEqual(5);
    const recipients = received.map((mail) => mail.to.join());
    expect(new Set(recipients).size).toBe(received.length);
    expect(received.filter((mail) => mail.to.length !== 1 || !mail.to[0]?.endsWith('.example'))).toEqual([]);
    expect(new Set(received.map((mail) => mail.messageId)).size).toBe(received.length);
    for (const mail of received) {
      expect(mail.copies).toBe(1);
      expect(mail.messageId).toMatch(/^<[0-9a-f]{40}@[\w.-]+>$/);
      expect(mail.headers).toMatchObject({
        'auto-submitted': 'auto-generated',
        'message-id': mail.messageId,
      });
      expect(mail.subject.length).toBeLessThanOrEqual(60);
      expect(mail.text.length).toBeGreaterThan(200);
      expect(mail.html).toMatch(/<html[^>]* lang="(en|es)"/);
      expect(Number.isNaN(Date.parse(mail.sentAt))).toBe(false);
      for (const link of mail.text.match(/https?:\/\/\S+/g) ?? [])
        expect(link.startsWith(address)).toBe(true);
    }
    expect((await get('/mailbox')).status).toBe(200);
  });

  it('opens the docket to the ombudsperson who signed in, and to nobody else', async () => {
    expect((await get(`${STATE}/docket`)).status).toBe(403);
    const link = new URL(running.facts.signIn['ombudsperson'] ?? '');
    expect((await get(link.pathname)).status).toBe(200);
    expect((await get(link.pathname)).status).toBe(200);
    const entered = await enter('ombudsperson', 'es');
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/es/states/PER/docket');
    const cookie = cookieOf(entered);
    const answer = await get(`${STATE}/docket`, { cookie });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const docket = DocketSchema.parse(await answer.json());
    const late = docket.items.filter((item) => item.daysLate > 0);
    expect(late.map((item) => item.recommendation.code).sort()).toEqual(
      expect.arrayContaining(['18', '20(b)', '26(d)', '32(e)', '34', '8']),
    );
    expect(late.some((item) => item.lastReminder?.outcome === 'accepted')).toBe(true);
    expect(late.find((item) => item.recommendation.code === '32(e)')).toMatchObject({
      hasFocalPoint: false,
      lastReminder: null,
    });
    const page = await get('/es/states/PER/docket', { cookie });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('lets the recipient acknowledge by the link in the mail: looking shows, posting acts', async () => {
    const [mail] = await mails();
    const link = new URL(/https?:\/\/\S+\/answer\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? address);
    const token = link.pathname.split('/').at(-1) ?? '';
    const state = async (): Promise<string> =>
      (await json<{ alertState: string }>(`/api/v1/answers/${token}`)).alertState;
    expect((await get(link.pathname)).status).toBe(200);
    expect(await state()).toBe('open');
    const acted = await post(`/answer/${token}`, {
      lang: 'en',
      answer: 'acknowledge',
      reason: 'We are on it',
    });
    expect(acted.status).toBe(303);
    expect(await state()).toBe('acknowledged');
    expect((await get(acted.headers.get('location') ?? '')).status).toBe(200);
  });

  it('lets the recipient send a figure by the other link in the mail, and puts it before the reviewers', async () => {
    const links = (await mails()).flatMap(({ text }) =>
      [...text.matchAll(/https?:\/\/\S+\/figure\/[\w.-]+/g)].map(([url]) => new URL(url)),
    );
    let link: URL | null = null;
    for (const one of links) {
      const { standing, figures } = await json<FigureLinkView>(
        `/api/v1/figure-links/${one.pathname.split('/').at(-1)}`,
      );
      if (standing === 'open' && figures?.indicator.valueType === 'count') link ??= one;
    }
    const page = await get(link?.pathname ?? '');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('name="value:"');
    const action = `/figure/${link?.pathname.split('/').at(-1)}`;
    const text = 'Sent by the link of the reminder, counted in every region';
    const refused = await post(action, { lang: 'en', 'have:': 'number', 'value:': '1.5', text });
    const back = await get(refused.headers.get('location') ?? '', { cookie: cookieOf(refused) });
    const form = await back.text();
    expect(form).toContain('write a whole number');
    expect(form).toContain('value="1.5"');
    expect(form).toContain(text);
    const sent = await post(action, { lang: 'en', 'have:': 'number', 'value:': '1,204', text });
    expect(sent.headers.get('location')).toMatch(/\?done=1$/);
    expect(await (await get(sent.headers.get('location') ?? '')).text()).toContain('1,204');
    const cookie = await secretariatCookie();
    const queue = await get(`${STATE}/reviews`, { cookie });
    const { items } = (await queue.json()) as ReviewQueue;
    const waiting = items.find(({ excerpt }) => excerpt === text);
    expect(waiting).toMatchObject({ state: 'submitted' });
    const review = await get(`/en/states/PER/submissions/${waiting?.id}`, { cookie });
    expect(await review.text()).toContain('1,204');
  });

  it('leaves the running installation alone when other commands work beside it', async () => {
    const rehearsal = await vigia(['sweep', '--state', 'PER', '--dry-run', '--json'], settings);
    expect(rehearsal).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(rehearsal.stdout)).toMatchObject({
      outcome: 'dry_run',
      counts: { recommendations: 33, alertsOpened: 0, noticesWritten: 0 },
    });
    const doctor = await vigia(['doctor', '--json'], settings);
    expect(doctor.code).toBe(0);
    expect((JSON.parse(doctor.stdout) as { ok: boolean }[]).filter((finding) => !finding.ok)).toEqual([]);
    expect(await json('/health/ready')).toMatchObject({ ready: true });
  });

  it('verifies its record by one command: 0 where all holds, 1 where something does not, 2 where nothing was asked', async () => {
    const head = await json<{ state: string; position: number; hash: string }>(`${STATE}/audit/head`);
    const line = `${head.state}:${head.position}:${head.hash}`;
    const good = await vigia(['verify', '--json', '--head', line], settings);
    expect(good).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(good.stdout)).toMatchObject([
      { state: 'PER', ok: true, audit: { entries: head.position, goodUpTo: line }, findings: [] },
    ]);
    const forged = await vigia(['verify', '--head', `PER:${head.position}:${'f'.repeat(64)}`], settings);
    expect(forged.code).toBe(1);
    expect(forged.stdout).toContain(
      `WRONG PER audit: Entry ${head.position} is not the one whose hash was kept`,
    );
    const gone = await vigia(['verify', '--head', `BOL:1:${'f'.repeat(64)}`], settings);
    expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining('no State BOL is followed here')]);
    for (const usage of [['--head', 'no-such-file'], ['--head'], ['--all']])
      expect([usage, (await vigia(['verify', ...usage], settings)).code]).toEqual([usage, 2]);
    const help = await vigia(['verify', '--help'], settings);
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('Exit codes: 0 everything holds')]);
  }, 60_000);

  it('ends within ten seconds at Ctrl-C, and the next start continues with its data and mails nobody twice', async () => {
    const before = await mails();
    const ended = await running.end('SIGINT');
    expect(ended.code).toBe(0);
    expect(ended.afterMs).toBeLessThan(STOPPED_WITHIN_MS);
    await start();
    expect(ids(await mails())).toEqual(ids(before));
    expect((await mails()).filter((mail) => mail.copies !== 1)).toEqual([]);
    expect((await listed()).items).toHaveLength(33);
    expect(await json('/health/ready')).toMatchObject({ ready: true, mailWaiting: 0 });
  }, 150_000);

  it('continues likewise after kill -9', async () => {
    const before = await mails();
    await running.end('SIGKILL');
    await start();
    expect(ids(await mails())).toEqual(ids(before));
    expect((await mails()).filter((mail) => mail.copies !== 1)).toEqual([]);
    expect(await json('/health/ready')).toMatchObject({ ready: true, mailWaiting: 0 });
    process.stdout.write(`start after kill -9 on ${backend}: ready after ${running.readyAfterMs} ms\n`);
  }, 150_000);
});

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function ids(received: readonly Mail[]): string[] {
  return received.map((mail) => mail.messageId).sort();
}

/** A code that the demonstration has: of an institution, a theme, or else an indicator. */
function codeFor(path: string): string {
  if (path.includes('/institutions/')) return 'MIMP';
  return path.includes('/themes/') ? 'data' : '8-O2';
}
