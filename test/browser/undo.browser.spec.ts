/// <reference lib="dom" />

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { hasChromium } from '../support/chromium.js';
import { openFigureLink } from '../support/core-tasks-of-work.js';
import { signIn } from '../support/demonstration-visitor.js';
import { PageGround } from '../support/page-ground.js';
import { overflowOf, violationsOf } from '../support/page-checks.js';

(hasChromium ? describe : describe.skip)('undoing what was just done, in a browser', () => {
  let ground: PageGround;
  let home: string;
  let browser: Browser;

  beforeAll(async () => {
    ground = await PageGround.start();
    ({ home, browser } = ground);
  }, 180_000);

  afterAll(() => ground?.close());

  const returning = (page: Page) => page.locator('main form:has(input[name=step][value=return])');
  const stands = (page: Page) => page.locator('.status-room .status-large').innerText();

  async function openWaiting(page: Page, language: 'en' | 'es' = 'en'): Promise<void> {
    await page.goto(`${home}/${language}/states/PER/reviews`);
    await page.locator('main tbody a[href*="/submissions/"]').first().click();
    await page.waitForURL('**/submissions/*');
  }

  it('puts a returned submission back by mouse, and the history tells both', async () => {
    const page = await signIn(ground, 'secretariat');
    await openWaiting(page);
    const before = await stands(page);
    await returning(page).locator('textarea').fill('The year is missing.');
    await returning(page).locator('button').click();
    await page.waitForURL('**done=return');
    expect(await stands(page)).not.toBe(before);
    expect(await violationsOf(page)).toEqual([]);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.waitForURL('**done=undone');
    expect(await stands(page)).toBe(before);
    expect(await page.locator('.done').textContent()).toBe('Undone. It stands as before.');
    expect(await page.locator('main tbody').last().innerText()).toMatch(
      /Returned it[\s\S]*Undid returning it/,
    );
    expect(await page.locator('[data-undo]').count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it('starts the focus at what was done, tells it, and is undone by the next key (es)', async () => {
    const page = await signIn(ground, 'secretariat', 'es');
    await openWaiting(page, 'es');
    const before = await stands(page);
    await returning(page).locator('textarea').focus();
    await page.keyboard.type('Falta el año.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**done=return');
    await page.locator('#announced', { hasText: /Fue devuelto\..*Deshacer/ }).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-undo'))).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Deshacer');
    await page.keyboard.press('Enter');
    await page.waitForURL('**done=undone');
    expect(await stands(page)).toBe(before);
    await page.context().close();
  }, 60_000);

  it('works without script, once: a second press says that there is nothing left to undo', async () => {
    const page = await signIn(ground, 'secretariat', 'en', { javaScriptEnabled: false });
    await openWaiting(page);
    const before = await stands(page);
    await returning(page).locator('textarea').fill('The year is missing.');
    await returning(page).locator('button').click();
    await page.waitForURL('**done=return');
    const again = await page.context().newPage();
    await again.goto(page.url());
    await page.locator('[data-undo] button').click();
    await page.waitForURL('**done=undone');
    expect(await stands(page)).toBe(before);
    await again.locator('[data-undo] button').click();
    await again.waitForURL('**problem=undo.nothing');
    expect(await again.locator('.failed').textContent()).toContain('undone already');
    await page.context().close();
  }, 60_000);

  it('is not offered for figures that were accepted: what goes on record is shown first', async () => {
    const author = await browser.newPage();
    await openFigureLink(author, await ground.linksOf('figure'), home);
    const fields = author.locator('main .figure-values input[type=text]');
    const parts = (await author.locator('main [name="numerator:"]').count()) === 1 ? ['3', '4'] : ['7'];
    for (const [index, part] of parts.entries()) await fields.nth(index).fill(part);
    await author.locator('main form.act button[type=submit]').click();
    await author.locator('main .done[role=status]').waitFor();
    await author.close();
    const page = await signIn(ground, 'secretariat');
    await page.goto(`${home}/en/states/PER/reviews`);
    const found = await page
      .locator('main tbody a[href*="/submissions/"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    let asked = 0;
    for (const address of found) {
      await page.goto(address);
      const ask = page.locator('main a[href*="confirm=accept"]');
      const accept = page.locator('main form:has(input[name=step][value=accept])');
      if ((await ask.count()) === 0) {
        expect(await accept.count()).toBe(1);
        continue;
      }
      asked += 1;
      expect(await accept.count()).toBe(0);
      await ask.click();
      await page.waitForURL('**confirm=accept**');
      expect(await page.locator('#accept').textContent()).toMatch(/^Accept th/);
      expect(await accept.count()).toBe(1);
      expect(await violationsOf(page)).toEqual([]);
    }
    expect(asked).toBeGreaterThan(0);
    await page.context().close();
  }, 60_000);
});
