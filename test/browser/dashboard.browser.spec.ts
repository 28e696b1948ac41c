/// <reference lib="dom" />

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { hasChromium } from '../support/chromium.js';
import { PageGround } from '../support/page-ground.js';

(hasChromium ? describe : describe.skip)('the dashboard in a browser', () => {
  let ground: PageGround;
  let home: string;
  let browser: Browser;

  beforeAll(async () => {
    ground = await PageGround.start();
    ({ home, browser } = ground);
  }, 180_000);

  afterAll(() => ground?.close());

  /** Opens a page; whatever the browser complains about while it is open ends in `complaints`. */
  async function open(
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; complaints: string[]; foreign: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(home).host) foreign.push(request.url());
    });
    await page.goto(`${home}${path}`);
    return { page, complaints, foreign };
  }

  /** Waits until the first canvas has more pixels that are not transparent than a frame alone. */
  async function drawn(page: Page): Promise<void> {
    await page.waitForFunction(() => {
      const canvas = document.querySelector('canvas');
      if (!canvas || canvas.width === 0 || canvas.height === 0) return false;
      // A copy is read, and said to be: Chromium complains of canvases that are drawn on and read again and again.
      const copy = document.createElement('canvas');
      copy.width = canvas.width;
      copy.height = canvas.height;
      const pen = copy.getContext('2d', { willReadFrequently: true });
      pen?.drawImage(canvas, 0, 0);
      const data = pen?.getImageData(0, 0, copy.width, copy.height).data ?? [];
      let pixels = 0;
      for (let index = 3; index < data.length; index += 4) if (data[index] !== 0) pixels += 1;
      return pixels > 500;
    });
  }

  it.each(['/en/states/PER', '/en/states/PER/indicators/8-O1', '/en/states/PER/budget'])(
    'draws a chart on %s, with the same figures as a table beside it',
    async (path) => {
      const { page, complaints, foreign } = await open(path);
      await drawn(page);
      expect(await page.locator('figure table').count()).toBeGreaterThan(0);
      expect(await page.locator('canvas').first().getAttribute('aria-label')).toBeTruthy();
      expect(complaints).toEqual([]);
      expect(foreign).toEqual([]);
      await page.context().close();
    },
  );

  it('shows all 33 recommendations with their status, in words, before any script runs', async () => {
    const { page } = await open('/es/states/PER', { javaScriptEnabled: false });
    const links = page.locator(`a[href*="/recommendations/crc-c-opsc-per-co-1."]`);
    const codes = new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))));
    expect(codes.size).toBe(33);
    expect(await page.locator('h1').innerText()).toContain('33');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await page.context().close();
  });

  it('lets the ombudsperson in by a link of one use, to what is overdue and what became of the last reminder', async () => {
    const link = ground.enteringPath('ombudsperson');
    const { page } = await open(link);
    await page.locator('form[action^="/sign-in/"] button').click();
    await page.waitForURL('**/docket');
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(5);
    await page.goto(`${home}${link}`);
    expect(await page.locator('form[action^="/sign-in/"]').count()).toBe(0);
    await page.context().close();
  });

  it('answers a reminder from its mail: the link shows, the button acts', async () => {
    const mails = (await (await fetch(`${home}/mailbox/api/messages`)).json()) as { text: string }[];
    const link = /http\S+\/answer\/\S+/.exec(mails[0]?.text ?? '')?.[0] ?? '';
    const { page } = await open(new URL(link).pathname);
    await page.locator('form[action^="/answer/"] button').first().click();
    await page.waitForURL('**done=acknowledge');
    const { page: again } = await open(new URL(link).pathname);
    expect(await again.locator('main').innerText()).not.toBe('');
    await page.context().close();
    await again.context().close();
  });

  it('says in words where nothing is, and what may be done', async () => {
    const { page } = await open('/en/states/PER/recommendations/no-such-item');
    expect(await page.locator('main').innerText()).toMatch(/not|no /i);
    expect(await page.locator('main a').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});
