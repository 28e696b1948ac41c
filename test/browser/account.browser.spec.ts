/// <reference lib="dom" />

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { hasChromium } from '../support/chromium.js';
import { PageGround } from '../support/page-ground.js';
import { violationsOf } from '../support/page-checks.js';

const INVITED = 'ana.quispe@example.org';
const PASSWORD = 'muelle lento, gaviota verde';
(hasChromium ? describe : describe.skip)('an account in a browser', () => {
  let ground: PageGround;
  let home: string;
  let browser: Browser;
  let secretariat: Page;

  beforeAll(async () => {
    ground = await PageGround.start();
    ({ home, browser } = ground);
    secretariat = await open();
  }, 180_000);

  afterAll(() => ground?.close());

  async function open(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    return context.newPage();
  }

  /** The link to choose a password by, out of the newest mail that has one. */
  async function linkOfInvitation(): Promise<string> {
    const answer = await fetch(`${home}/mailbox/api/messages`);
    const mails = (await answer.json()) as { text: string }[];
    return mails.map(({ text }) => /http\S+\/set-password\/\S+/.exec(text)?.[0]).find(Boolean) ?? '';
  }

  it('lets the secretariat of the demonstration in by one click, and nobody before it', async () => {
    await secretariat.goto(`${home}/es/account`);
    expect(await secretariat.locator('.facts').count()).toBe(0);
    await secretariat.goto(`${home}/es/sign-in`);
    expect(await secretariat.locator('.failed:visible').count()).toBe(0);
    await secretariat.locator('form:has(input[value=secretariat]) button').click();
    await secretariat.waitForURL('**/docket');
    expect(await secretariat.locator('.masthead-nav li').count()).toBe(7);
    expect(await secretariat.locator('.work-nav li').count()).toBe(5);
  }, 30_000);

  it('invites a person, who chooses a password by the mail and signs in with it again', async () => {
    await secretariat.goto(`${home}/es/states/PER/people`);
    const form = secretariat.locator('form[action="/states/PER/people"]');
    await form.locator('[name=name]').fill('Ana Quispe');
    await form.locator('[name=email]').fill(INVITED);
    await form.locator('[name=role]').selectOption('monitoring_body');
    await form.locator('button').click();
    await secretariat.waitForURL('**invited=queued');
    expect(await secretariat.locator('.done').count()).toBe(1);

    const page = await open();
    let link = await linkOfInvitation();
    while (link === '') {
      await new Promise((resolve) => setTimeout(resolve, 100));
      link = await linkOfInvitation();
    }
    await page.goto(link);
    expect(await violationsOf(page)).toEqual([]);
    await page.fill('[name=password]', 'corta');
    await page.locator('main form button').click();
    await page.waitForURL('**problem=password.short');
    expect(await page.locator('.failed .mark').count()).toBe(1);
    await page.fill('[name=password]', PASSWORD);
    await page.locator('main form button').click();
    await page.waitForURL((url) => !url.pathname.includes('/set-password/'));
    await page.locator('.masthead-end form[action="/sign-out"] button').click();
    await page.waitForLoadState();

    await page.goto(`${home}/es/sign-in`);
    const signIn = page.locator('form[action="/sign-in"]');
    await signIn.locator('[name=email]').fill(INVITED);
    await signIn.locator('[name=password]').fill(`${PASSWORD}?`);
    await signIn.locator('button').click();
    await page.waitForURL('**problem=sign_in.wrong');
    await signIn.locator('[name=email]').fill(INVITED);
    await signIn.locator('[name=password]').fill(PASSWORD);
    await signIn.locator('button').click();
    await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
    await page.goto(`${home}/es/account`);
    expect(await page.locator('main').innerText()).toContain(INVITED);
    await page.context().close();
  }, 60_000);

  it('keeps every link of the masthead on one line, in either language', async () => {
    await secretariat.setViewportSize({ width: 1280, height: 900 });
    for (const language of ['en', 'es']) {
      await secretariat.goto(`${home}/${language}/states/PER/docket`);
      const links = secretariat.locator('.masthead-nav a, .work-nav a');
      const lines = await links.evaluateAll((all) =>
        all.map((link) => {
          const range = document.createRange();
          range.selectNodeContents(link);
          return range.getClientRects().length;
        }),
      );
      expect(lines).toEqual(Array<number>(12).fill(1));
    }
  }, 30_000);

  it('has the pages of an account lead to each other', async () => {
    for (const path of [
      '/account',
      '/account/mail',
      '/account/second-factor',
      '/account/calendars',
      '/account/tokens',
    ]) {
      await secretariat.goto(`${home}/en${path}`);
      const here = secretariat.locator('main nav a[aria-current=page]');
      expect(await here.getAttribute('href')).toBe(`/en${path}`);
      expect(await secretariat.locator('main nav .links a').count()).toBe(5);
    }
  }, 30_000);
});
