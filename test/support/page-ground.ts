import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { TOTP } from 'otpauth';
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';

import { launchChromium } from './chromium.js';
import { PAGE_ADDRESSES } from './page-addresses.js';
import type { PageAddress, Place, Reader } from './page-addresses.js';
import { uhriRow } from './uhri-rows.js';
import { freePort, startVigia } from './vigia-process.js';
import type { VigiaProcess } from './vigia-process.js';

const BROKEN_FILE = 'indicator,source,year,value\n8-O1,TIP-PNP,2019,many\n8-O1,nobody,2020,3\n';
const DOCUMENT = readFileSync(join('samples', 'CRC_C_OPSC_PER_CO_1.en.txt'));

/** A page to be looked at: who looks, at what. */
export interface Visit {
  readonly address: PageAddress;
  readonly reader: Reader;
  readonly path: string;
}

/** Every page as everybody who has it sees it. */
export const VISITS: readonly Visit[] = PAGE_ADDRESSES.flatMap((address) =>
  address.readers.flatMap((reader) => address.paths.map((path) => ({ address, reader, path }))),
);

/** The built program with its demonstration, and one browser session for each reader. */
export class PageGround {
  private readonly places = new Map<Place, string>();
  private readonly contexts = new Map<Reader, BrowserContext>();

  private constructor(
    readonly home: string,
    readonly browser: Browser,
    private vigia: VigiaProcess,
    private readonly folder: string,
  ) {}

  /** With what the demonstration holds, and nothing else. */
  static async start(): Promise<PageGround> {
    const folder = mkdtempSync(join(tmpdir(), 'vigia-pages-'));
    const home = `http://localhost:${await freePort()}`;
    const vigia = await startVigia(settingsOf(home, folder));
    return new PageGround(home, await launchChromium(), vigia, folder);
  }

  /** With something on every page. */
  static async open(): Promise<PageGround> {
    const ground = await PageGround.start();
    await ground.fill();
    return ground;
  }

  /** Stops the program, and starts it again at the same address with what it kept. */
  async restart(
    settings: Readonly<Record<string, string>>,
    whileStopped: () => Promise<void>,
  ): Promise<void> {
    await this.vigia.end('SIGINT');
    await whileStopped();
    this.vigia = await startVigia({ ...settingsOf(this.home, this.folder), ...settings });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.vigia.end('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A page in the session of a reader, who is signed in when first asked for. */
  async pageOf(reader: Reader): Promise<Page> {
    const context = this.contexts.get(reader) ?? (await this.enter(reader));
    this.contexts.set(reader, context);
    return context.newPage();
  }

  /** Opens a page as its reader comes to it; answers its status, or that of the form that led to it. */
  async visit(page: Page, { address, path }: Visit, language: string): Promise<number> {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, place: Place) => this.places.get(place) ?? 'missing');
    const answer = await page.goto(`${this.home}/${language}${filled}`);
    if (!address.made) return answer?.status() ?? 0;
    // A name may be given once.
    for (const [name, value] of Object.entries(address.made)) {
      const field = page.locator(`main form [name=${name}]`).first();
      await (value === '' ? field.check() : field.fill(`${value} ${Date.now()}`));
    }
    // It is the answer to the form itself: what it shows can be read once.
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.locator('main form:has([name=name]) button[type=submit]').first().click();
    const status = (await answered).status();
    await page.waitForLoadState();
    await page.locator('main h1').waitFor();
    return status;
  }

  /** What follows `/answer/` and the like in the mails of the demonstration, newest first. */
  async linksOf(path: string): Promise<string[]> {
    const mails = (await (await fetch(`${this.home}/mailbox/api/messages`)).json()) as { text: string }[];
    return mails.flatMap(({ text }) =>
      [...text.matchAll(new RegExp(`/${path}/(\\S+)`, 'g'))].map(([, link]) => link ?? ''),
    );
  }

  /** Path of the link by which somebody of the demonstration enters, in their own language. */
  enteringPath(role: string): string {
    return new URL(this.vigia.facts.signIn[role] ?? '').pathname;
  }

  /** What everybody reads on a page. */
  async publicText(path: string): Promise<string> {
    return (await fetch(`${this.home}/${path}`)).text();
  }

  /** Makes the secretariat return a submission that waits; one that was returned stays as it is. */
  async giveBack(id: number): Promise<void> {
    await (await this.pageOf('secretariat')).close();
    const { request } = this.contexts.get('secretariat')!;
    const answer = await request.get(`${this.home}/api/v1/states/PER/submissions/${id}`);
    const { version, state } = (await answer.json()) as { version: number; state: string };
    if (state !== 'submitted') return;
    await this.post(request, `/states/PER/submissions/${id}/decision`, {
      version: String(version),
      step: 'return',
      reason: 'The strategy is of another year.',
    });
  }

  /** The ombudsperson asks the institution of the demonstration's focal point; answers the number of the request. */
  async askFormally(question: string): Promise<number> {
    await (await this.pageOf('ombudsperson')).close();
    const { request } = this.contexts.get('ombudsperson')!;
    const item = '/states/PER/recommendations/crc-c-opsc-per-co-1.14-a/information-requests';
    await this.post(request, item, { institution: 'MIMP', question, legal_basis: 'Law 26520' });
    const list = await request.get(`${this.home}/api/v1/states/PER/information-requests?limit=1`);
    const { items } = (await list.json()) as { items: readonly { id: number; question: string }[] };
    if (items[0]?.question !== question) throw new TypeError('The request was not sent.');
    return items[0].id;
  }

  private async enter(reader: Reader): Promise<BrowserContext> {
    const context = await this.browser.newContext();
    if (reader === 'public') return context;
    if (reader === 'second_factor_due') await this.addSecondFactor();
    const role = reader === 'second_factor_due' ? 'monitoring_body' : reader;
    await this.post(context.request, '/sign-in/demonstration', { state: 'PER', role });
    return context;
  }

  /** A member of the monitoring body gets an authenticator app; the sessions there are remain. */
  private async addSecondFactor(): Promise<void> {
    const page = await this.pageOf('monitoring_body');
    await page.goto(`${this.home}/en/account/second-factor`);
    await page.locator('form[action="/account/one-time-password"] button').click();
    const secret = (await page.locator('.factor-key').innerText()).replaceAll(' ', '');
    await page.fill('#first-code', new TOTP({ secret }).generate());
    await page.locator('form[action$="/confirm"] button').click();
    await page.locator('.factor-codes').waitFor();
    await page.close();
  }

  private async post(
    request: APIRequestContext,
    path: string,
    form: Record<string, string>,
  ): Promise<string> {
    const answer = await request.post(`${this.home}${path}`, {
      form: { lang: 'en', ...form },
      headers: { origin: this.home },
      maxRedirects: 0,
    });
    return answer.headers()['location'] ?? '';
  }

  private async upload(
    path: string,
    name: string,
    bytes: Buffer,
    fields: Record<string, string> = {},
  ): Promise<string> {
    const { request } = this.contexts.get('secretariat')!;
    const answer = await request.post(`${this.home}${path}?lang=en`, {
      multipart: { ...fields, file: { name, mimeType: 'application/octet-stream', buffer: bytes } },
      headers: { origin: this.home },
      maxRedirects: 0,
    });
    return /\/(\d+)(?:\?|$)/.exec(answer.headers()['location'] ?? '')?.[1] ?? 'missing';
  }

  /** Files on their way in, an invitation, and the links that the demonstration's mails hold. */
  private async fill(): Promise<void> {
    await (await this.pageOf('secretariat')).close();
    const { request } = this.contexts.get('secretariat')!;
    const imports = '/states/PER/imports';
    const kind = { kind: 'observations', indicator: '', source: '' };
    this.places.set(
      'figureUpload',
      await this.upload(`${imports}/figures`, 'figures.csv', Buffer.from(BROKEN_FILE), kind),
    );
    this.places.set('intake', await this.upload('/states/PER/intakes', 'observations.txt', DOCUMENT));
    const rows = Buffer.from(JSON.stringify([uhriRow(1), uhriRow(2)]));
    this.places.set(
      'uhriImport',
      await this.upload(`${imports}/uhri`, 'export.json', rows, { language: 'en' }),
    );
    this.places.set('figureImport', await this.importFigures());
    this.places.set('signIn', this.enteringPath('operator').split('/').pop() ?? '');
    const invited = { name: 'Ana Quispe', email: 'ana.quispe@example.org', role: 'monitoring_body' };
    await this.post(request, '/states/PER/people', { ...invited, language: 'es' });
    for (const [place, path] of [
      ['answer', 'answer'],
      ['figure', 'figure'],
      ['mailRhythm', 'mail-rhythm'],
      ['setPassword', 'set-password'],
    ] as const)
      this.places.set(place, await this.linkOf(path));
    await this.follow(request);
    this.places.set('draft', await this.draftStatement());
  }

  /** A statement that the ombudsperson has begun. */
  private async draftStatement(): Promise<string> {
    await (await this.pageOf('ombudsperson')).close();
    const { request } = this.contexts.get('ombudsperson')!;
    const location = await this.post(request, '/states/PER/statement-drafts', {
      statement_title: 'A draft that nobody else reads',
      statement_text: 'The first paragraph.\n\nThe second.',
      language: 'en',
      dated_on: '2026-01-15',
      recommendations: 'crc-c-opsc-per-co-1.8',
    });
    return /statement-drafts\/(\d+)/.exec(location)?.[1] ?? 'missing';
  }

  /** One thing that is followed by mail, and one that waits to be confirmed. */
  private async follow(request: APIRequestContext): Promise<void> {
    for (const key of ['crc-c-opsc-per-co-1.20-d', 'crc-c-opsc-per-co-1.8']) {
      const asked = { kind: 'recommendation', key };
      const form = await request.get(`${this.home}/api/v1/states/PER/follow`, { params: asked });
      const { opened } = (await form.json()) as { opened: string };
      // Nobody fills in a form faster, and whoever does is refused.
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      const wish = { ...asked, email: 'reader@example.org', language: 'en', opened };
      await this.post(request, '/states/PER/follow', wish);
      const before = this.places.get('followed');
      let link = await this.linkOf('follow');
      for (; link === before; link = await this.linkOf('follow'))
        await new Promise((resolve) => setTimeout(resolve, 100));
      this.places.set(before === undefined ? 'followed' : 'follow', link);
      if (before === undefined) await this.post(request, `/follow/${link}`, {});
    }
    const shown = await request.get(`${this.home}/api/v1/follow-links/${this.places.get('followed')}`);
    this.places.set('unfollow', ((await shown.json()) as { end: string }).end);
  }

  /** One figure of a year that the demonstration says nothing of. */
  private async importFigures(): Promise<string> {
    const { request } = this.contexts.get('secretariat')!;
    const answer = await request.post(`${this.home}/api/v1/states/PER/imports/figures`, {
      multipart: {
        kind: 'observations',
        options: '{}',
        file: {
          name: 'figures.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('indicator,source,year,value\n8-P3,DEMO,2012,1\n'),
        },
      },
      headers: { origin: this.home },
    });
    return String(((await answer.json()) as { id: number | null }).id);
  }

  /** The newest mail that has such a link, once it is there. */
  private async linkOf(path: string): Promise<string> {
    for (;;) {
      const [found] = await this.linksOf(path);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function settingsOf(home: string, folder: string): Record<string, string> {
  return { VIGIA_DATA_DIR: folder, PORT: new URL(home).port, PUBLIC_URL: home };
}
