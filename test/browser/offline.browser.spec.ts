/// <reference lib="dom" />
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { hasChromium } from '../support/chromium.js';
import { violationsOf } from '../support/page-checks.js';
import { PageGround } from '../support/page-ground.js';

const TYPED = 'We trained 40 people in three regions.';

(hasChromium ? describe : describe.skip)('a form whose connection breaks', () => {
  let ground: PageGround;
  beforeAll(async () => {
    ground = await PageGround.start();
  }, 180_000);
  afterAll(() => ground?.close());

  /** The form of the first thing that a focal point owes, with the worker at hand. */
  async function openForm(language: string): Promise<Page> {
    const page = await ground.pageOf('focal_point');
    await page.goto(`${ground.home}/${language}/states/PER/desk`);
    await page.locator('.desk-row .button[href*="/submissions/new/"]').first().click();
    await page.waitForURL('**/submissions/new/**');
    await untilHeld(page);
    return page;
  }

  const untilHeld = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const heldPaths = (page: Page): Promise<string[]> =>
    page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = await Promise.all(caches_.map((cache) => cache.keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });

  it.each(['en', 'es'])(
    'between the look for a line and the sending ends on a page of ours (%s), with the way back to what was typed',
    async (language) => {
      const page = await openForm(language);
      const form = page.url();
      await page.locator('form[data-keep] [name=text_en]').fill(TYPED);
      // The line is there when it is asked for, and gone when the form goes.
      await page.route('**/health/live', async (route) => {
        await page.context().setOffline(true);
        await route.fulfill({ status: 200, body: '{}' });
      });
      await page.locator('form[data-keep] [name=then][value=save]').click();
      await page.locator('[data-offline-sent]').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('h1').innerText()).toBe(
        language === 'en' ? 'Vigía cannot be reached' : 'No se puede llegar a Vigía',
      );
      expect(await page.locator('[data-offline-kept] li').count()).toBe(1);
      expect(await page.locator('[data-offline-kept]').innerText()).not.toContain(TYPED);
      expect(await page.locator('[data-offline-again]').isVisible()).toBe(false);
      // Its styles are there too.
      expect(await page.locator('.offline').evaluate((room) => getComputedStyle(room).maxWidth)).toBe(
        '720px',
      );
      expect(await violationsOf(page)).toEqual([]);
      await page.unroute('**/health/live');
      await page.context().setOffline(false);
      await page.locator('[data-offline-form]').click();
      await page.waitForURL(form);
      await page.locator('.kept[data-kept=found] button').first().click();
      expect(await page.locator('[name=text_en]').inputValue()).toBe(TYPED);
      if (language === 'es') {
        await page.locator('form[data-keep] [name=then][value=save]').click();
        await page.waitForURL('**done=saved');
        expect(await page.locator('[name=text_en]').inputValue()).toBe(TYPED);
        expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
      }
      await page.close();
    },
    60_000,
  );

  it('is held behind the link of a mail too, for nobody who signed in, without the link on the device', async () => {
    const context = await ground.browser.newContext();
    const page = await context.newPage();
    // Mails come in any order, and what somebody has begun on the desk is not sent by a link.
    let link = '';
    for (link of await ground.linksOf('figure')) {
      await page.goto(`${ground.home}/en/figure/${link}`);
      if ((await page.locator('[name=text]').count()) > 0) break;
    }
    await page.locator('[name=text]').fill(TYPED);
    await page.locator('.kept', { hasText: /Kept on this device/ }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(link);
    await untilHeld(page);
    await context.setOffline(true);
    await page.goto(`${ground.home}/en/how-statuses-are-set`);
    await page.locator('[data-offline-kept]', { hasText: 'open the link in that mail again' }).waitFor();
    expect(await page.locator('[data-offline-sent]').isVisible()).toBe(false);
    await context.setOffline(false);
    await page.locator('[data-offline-again] a').click();
    await page.locator('main:not(:has(.offline)) h1').waitFor();
    expect(new URL(page.url()).pathname).toBe('/en/how-statuses-are-set');
    await page.goto(`${ground.home}/en/figure/${link}`);
    await page.getByRole('button', { name: 'Restore' }).click();
    expect(await page.locator('[name=text]').inputValue()).toBe(TYPED);
    await context.close();
  }, 60_000);

  it('keeps each answer behind the link of a mail by itself, and lets go of all of them once one was given', async () => {
    const context = await ground.browser.newContext();
    const page = await context.newPage();
    const later = 'main form[data-keep-as=snooze]';
    const notOurs = 'main form[data-keep-as=not_mine]';
    for (const link of await ground.linksOf('answer')) {
      await page.goto(`${ground.home}/en/answer/${link}`);
      if ((await page.locator(later).count()) * (await page.locator(notOurs).count()) > 0) break;
    }
    for (const [form, typed] of [
      [later, 'In the next quarter'],
      [notOurs, 'It belongs to the police'],
    ] as const) {
      await page.locator(`details:has(${form.slice(5)}) > summary`).click();
      await page.locator(`${form} [name=reason]`).fill(typed);
      await page.locator(`${form} .kept`, { hasText: /Kept on this device/ }).waitFor();
    }
    await page.reload();
    // Found: what waits behind its name stands open with the offer.
    await page.locator(`${later} .kept[data-kept=found] button`).first().click();
    expect(await page.locator(`${later} [name=reason]`).inputValue()).toBe('In the next quarter');
    expect(await page.locator(`${notOurs} [name=reason]`).inputValue()).toBe('');
    await page.locator(`${notOurs} .kept[data-kept=found] button`).first().click();
    expect(await page.locator(`${notOurs} [name=reason]`).inputValue()).toBe('It belongs to the police');
    const until = await page.locator(`${later} [name=until]`).getAttribute('max');
    await page.locator(`${later} [name=until]`).fill(until ?? '');
    await context.setOffline(true);
    await page.locator(`${later} button[type=submit]`).click();
    await page.locator(`${later} .kept[data-kept=failed]`).waitFor();
    expect(await page.locator(`${later} [name=reason]`).inputValue()).toBe('In the next quarter');
    await context.setOffline(false);
    await page.locator(`${later} .kept button`).click();
    await page.waitForURL('**done=snooze');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await context.close();
  }, 60_000);

  it('keeps nothing of what a person reads: two pages as nobody gets them, their styles, fonts and script', async () => {
    const page = await openForm('en');
    for (const path of ['/states/PER/desk', '/account', '/states/PER/alerts', '/states/PER/indicators/8-O1'])
      await page.goto(`${ground.home}/en${path}`);
    await page.evaluate(() => fetch('/api/v1/account'));
    const held = await heldPaths(page);
    expect(held.filter((path) => !path.startsWith('/assets/'))).toEqual(['/en/offline', '/es/offline']);
    expect(held.length).toBeGreaterThan(4);
    const html = await page.evaluate(async () => (await (await caches.match('/en/offline'))?.text()) ?? '');
    const name = await page.locator('.masthead-end').innerText();
    expect(html).toContain('Vigía cannot be reached');
    expect(html).toContain('"person":null');
    for (const line of name.split('\n').filter((one) => one.length > 6)) expect(html).not.toContain(line);
    await page.close();
  }, 60_000);

  it('lets no form of another site through as one of ours', async () => {
    const page = await openForm('en');
    const attacker = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.setHeader('referrer-policy', 'no-referrer');
      response.end(
        `<form method="post" action="${ground.home}/sign-out"><input name="lang" value="en"><button>Win</button></form>`,
      );
    });
    await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
    const { port } = attacker.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.locator('button').click();
    const answer = await answered;
    expect([answer.status(), answer.fromServiceWorker()]).toEqual([403, false]);
    await page.goto(`${ground.home}/en/account`);
    expect(await page.locator('form[action="/sign-out"]').count()).toBeGreaterThan(0);
    attacker.close();
    await page.close();
  }, 60_000);

  it('shows the page while the program is stopped, and lets go of everything once it is taken back', async () => {
    const page = await openForm('en');
    await ground.restart({ VIGIA_OFFLINE_PAGE: '0' }, async () => {
      await page.goto(`${ground.home}/en/states/PER`);
      await page.locator('h1', { hasText: 'Vigía cannot be reached' }).waitFor();
    });
    await page.goto(`${ground.home}/en/states/PER`);
    const registered = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    while ((await registered()) > 0) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await heldPaths(page)).toEqual([]);
    await page.close();
  }, 120_000);
});
