/// <reference lib="dom" />

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { hasChromium } from '../support/chromium.js';
import { signIn } from '../support/demonstration-visitor.js';
import { PageGround } from '../support/page-ground.js';
import { overflowOf, violationsOf } from '../support/page-checks.js';

const DESK = '/states/PER/desk';

(hasChromium ? describe : describe.skip)('the desk and the keyboard in a browser', () => {
  let ground: PageGround;
  let home: string;
  let browser: Browser;

  beforeAll(async () => {
    ground = await PageGround.start();
    ({ home, browser } = ground);
  }, 180_000);

  afterAll(() => ground?.close());

  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const announced = (page: Page, words: RegExp): Promise<void> =>
    page.locator('#announced', { hasText: words }).waitFor({ state: 'attached' });

  /** By Escape; the browser closes it a moment after the key. */
  async function leaveDialog(page: Page): Promise<void> {
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }

  /** Opens the form of the first thing that is owed, by its button. */
  async function openForm(page: Page): Promise<void> {
    await page.goto(`${home}/en${DESK}`);
    await page.locator('.desk-row .button[href*="/submissions/new/"]').first().click();
    await page.waitForURL('**/submissions/new/**');
  }

  it.each(['en', 'es'] as const)(
    'is where a focal point arrives, says in the title (%s) what is owed, and leads straight to each form',
    async (language) => {
      const page = await signIn(ground, 'focal_point', language);
      expect(new URL(page.url()).pathname).toBe(`/${language}${DESK}`);
      const late = await page.locator('.desk-late').count();
      expect(await page.locator('h1').textContent()).toMatch(
        language === 'en'
          ? /^You owe \S+\. (\S+ (is|are) late|None is late|It is late)/
          : /^Usted debe \S+\. /,
      );
      expect(late).toBeGreaterThan(0);
      expect(await page.locator('.work-nav [aria-current=page]').count()).toBe(1);
      const forms = await page
        .locator('.desk-row .button')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(forms.length).toBeGreaterThan(0);
      for (const form of forms) expect((await page.request.get(`${home}${form}`)).status()).toBe(200);
      expect(await violationsOf(page)).toEqual([]);
      for (const width of [1440, 900, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(`${width}: ${await overflowOf(page)}`).toBe(`${width}: 0`);
      }
      await page.context().close();
    },
    60_000,
  );

  it('keeps what was typed without a line, says so, sends it once when the line is back, and then keeps nothing', async () => {
    const page = await signIn(ground, 'focal_point');
    await openForm(page);
    const form = page.locator('form[data-keep]');
    await form.locator('[name=text_en]').fill('We trained 40 people in three regions.');
    await form.locator('.kept', { hasText: /Kept on this device at \d\d:\d\d/ }).waitFor();
    await page.context().setOffline(true);
    await announced(page, /No connection/);
    await form.locator('[name=then][value=save]').click();
    await form.locator('.kept[data-kept=failed]', { hasText: 'Nothing was sent' }).waitFor();
    expect(await focused(page)).toBe('Try again');
    expect(await form.locator('[name=text_en]').inputValue()).toBe('We trained 40 people in three regions.');
    expect(await violationsOf(page)).toEqual([]);
    await page.context().setOffline(false);
    const posts: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
    await page.getByRole('button', { name: 'Try again' }).dblclick();
    await page.waitForURL('**done=saved');
    expect(posts).toHaveLength(1);
    expect(await page.locator('[name=text_en]').inputValue()).toBe('We trained 40 people in three regions.');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('offers what was typed before the page was lost, puts it back only when asked, and forgets it at signing out', async () => {
    const page = await signIn(ground, 'focal_point');
    await openForm(page);
    await page.locator('[name=text_es]').fill('Se capacitó a 40 personas.');
    await page.locator('.kept', { hasText: 'Kept' }).waitFor();
    await page.goto(page.url().replace('/en/', '/es/'));
    await page.locator('.kept[data-kept=found]').waitFor();
    expect(await page.locator('[name=text_es]').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Recuperar' }).click();
    expect(await page.locator('[name=text_es]').inputValue()).toBe('Se capacitó a 40 personas.');
    await announced(page, /Recuperado/);
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('vigia.draft')).length);
    expect(await kept()).toBe(1);
    await page.locator('.masthead-end form[action="/sign-out"] button').click();
    await page.waitForURL((url) => !url.pathname.includes('/submissions/'));
    expect(await kept()).toBe(0);
    await page.context().close();
  }, 60_000);

  it('takes an acknowledgement back by keyboard within ten seconds, and tells both acts in the history', async () => {
    const page = await signIn(ground, 'focal_point');
    await page.goto(`${home}/en${DESK}`);
    await page.locator('.desk-reminder').first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**done=acknowledge');
    await announced(page, /Acknowledged\. Undo/);
    await page.getByRole('button', { name: /^Undo/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**done=take_back');
    expect(await page.locator('.done').textContent()).toContain('Taken back');
    expect(await page.locator('.entries').last().textContent()).toMatch(
      /took back the answer[\s\S]*acknowledged it/,
    );
    expect(await page.locator('[data-undo]').count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it('withdraws the offer to undo after ten seconds without moving the page; without script it stands', async () => {
    const page = await signIn(ground, 'focal_point');
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    await page.goto(`${home}/en${DESK}`);
    await page.locator('.desk-reminder').first().getByRole('button').click();
    await page.waitForURL('**done=acknowledge');
    const undo = page.getByRole('button', { name: /^Undo/ });
    const heights = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await heights();
    await undo.waitFor({ state: 'hidden', timeout: 20_000 });
    expect(await heights()).toBe(before);
    const other = await plain.newPage();
    await other.goto(page.url());
    await other.locator('[data-undo] button').click();
    await other.waitForURL('**done=take_back');
    await plain.close();
    await page.context().close();
  }, 60_000);

  it('leads to a saved view of the room of monitoring by Ctrl-K, a word of its name and Enter', async () => {
    const page = await signIn(ground, 'monitoring_body');
    await page.goto(`${home}/en/states/PER/monitoring/due?outcome=missing`);
    await page.locator('.view-saver summary').click();
    await page.locator('.view-saver [name=name]').fill('What is late of all');
    await page.locator('.view-saver button').click();
    await page.waitForURL('**/views?done=saved**');
    await page.goto(`${home}/en/states/PER/budget`);
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox');
    await field.waitFor();
    await page.keyboard.type('late of all');
    const first = page.locator('[role=option][aria-selected=true]');
    await first.filter({ hasText: 'View: What is late of all' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/states/PER/monitoring/due?outcome=missing');
    // In another language it is the same view.
    await page.goto(`${home}/es/states/PER/budget`);
    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.type('late of all');
    await first.filter({ hasText: 'What is late of all' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/es/states/PER/monitoring/due?outcome=missing');
    await page.context().close();
  }, 60_000);

  it.each(['en', 'es'] as const)(
    'leads to a page and to an item by the palette and the keyboard alone (%s)',
    async (language) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${home}/${language}/states/PER`);
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox');
      await field.waitFor();
      expect(loaded.some((url) => /palette-/.test(url))).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.type(language === 'en' ? 'budget' : 'presupuesto');
      await page.locator('[role=option][aria-selected=true]').first().waitFor();
      expect(await field.getAttribute('aria-activedescendant')).toBe('choice-0');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${language}/states/PER/budget`);
      await page.keyboard.press('Control+k');
      await field.waitFor();
      await page.keyboard.type('20(d)');
      const item = page.locator('[role=option]:has(.palette-note)', { hasText: /20\s\(?d\)/ }).first();
      await item.waitFor();
      while ((await item.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/recommendations/crc-c-opsc-per-co-1.20-d');
      await page.keyboard.press('Control+k');
      await field.waitFor();
      await leaveDialog(page);
      await context.close();
    },
    60_000,
  );

  it('goes through rows with j and k, opens with Enter, lists its keys with ?, and lets them be switched off', async () => {
    const page = await signIn(ground, 'focal_point');
    await page.goto(`${home}/en${DESK}`);
    const titles = (await page.locator('.desk-row > div:first-child > a').allTextContents()).map((text) =>
      text.trim(),
    );
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(titles[0]);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(titles[1]);
    expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(titles[0]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('checkbox').uncheck();
    await leaveDialog(page);
    expect(await focused(page)).toBe(titles[0]);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(titles[0]);
    await page.reload();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('keys');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').check();
    await leaveDialog(page);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(titles[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/submissions/**');
    await page.locator('[name=text_en]').focus();
    await page.keyboard.type('jkt?/');
    expect(await page.locator('[name=text_en]').inputValue()).toContain('jkt?/');
    await page.context().close();
  }, 60_000);

  it('leads by r from each place that shows a reminder to its answer, and lists only keys that do something', async () => {
    const page = await signIn(ground, 'focal_point');
    const keys = async (): Promise<string[]> => {
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.waitFor();
      const shown = await dialog.locator('kbd').allInnerTexts();
      await leaveDialog(page);
      return shown;
    };
    for (const path of [DESK, '/states/PER/docket', '/states/PER/alerts']) {
      await page.goto(`${home}/en${path}`);
      expect(await keys()).toEqual(expect.arrayContaining(['j', 'k', 'r']));
      const first = page.locator('main [data-key=r]').first();
      await first.locator('xpath=ancestor::*[self::tr or self::li][1]').locator('a').first().focus();
      await page.keyboard.press('r');
      await page.waitForURL('**/alerts/*');
    }
    await page.locator('#answer summary').first().waitFor();
    await page.keyboard.press('r');
    expect(await page.locator('#answer details').first().getAttribute('open')).not.toBeNull();
    await page.goto(`${home}/en/accessibility`);
    expect(await keys()).toEqual(['/', '?', 'Ctrl K']);
    await page.goto(`${home}/en/states/PER/recommendations/crc-c-opsc-per-co-1.20-d`);
    expect(await keys()).toContain('e');
    await page.context().close();
  }, 60_000);

  it.each([
    ['en', 'Shown on this page'],
    ['es', 'En esta página'],
  ] as const)('says after conditions were changed what is shown now (%s)', async (language, told) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${home}/${language}/states/PER/recommendations`);
    await page.waitForTimeout(300);
    expect(await page.locator('#announced').textContent()).toBe('');
    await page.locator('select[name=status]').selectOption('overdue');
    await page.locator('form.filters button').click();
    await page.waitForURL('**status=overdue**');
    const title = await page.locator('h1').innerText();
    const rows = await page.locator('table.recommendations tbody tr').count();
    expect(rows).toBeGreaterThan(0);
    await announced(page, new RegExp(`^${title}. ${told}: ${rows}\\.$`));
    await page.locator('select[name=status]').selectOption('');
    await page.locator('input[name=q]').fill('zarzuela');
    await page.locator('form.filters button').click();
    await page.waitForURL('**q=zarzuela**');
    await announced(page, /zarzuela/);
    expect(await page.locator('[role=status]').count()).toBe(1);
    await context.close();
  });
});
