/// <reference lib="dom" />

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { hasChromium } from '../support/chromium.js';
import { violationsOf } from '../support/page-checks.js';
import { PageGround } from '../support/page-ground.js';

const STATES = process.env['FULL_TESTS'] === '1' ? 200 : 40;
const SEED = 20_261_127;
const PLACES = [
  '/indicators/8-O1',
  '/indicators/8-O3',
  '/indicators/32a-P1',
  '/indicators/32d-P1',
  '/recommendations',
  '/indicators',
  '/data-gaps',
  '/budget',
  '/prosecutions',
] as const;

/** The same states in every run: a failure can be looked at again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What a reader sees: every control of every form that asks, and every word that is shown. */
function seen(page: Page): Promise<{ controls: string[]; words: string }> {
  return page.evaluate(() => ({
    controls: [...document.querySelectorAll<HTMLInputElement>('main form[method=get] [name]')].map(
      ({ name, type, value, checked }) =>
        `${name}=${value}${['radio', 'checkbox'].includes(type) ? ` ${checked}` : ''}`,
    ),
    words: document.querySelector('main')?.innerText ?? '',
  }));
}

/**
 * Changes one thing that the page lets a reader choose, and sends it: a control of a form, or a link to the same page. The numbers
 * choose; false where there is nothing to choose.
 */
async function choose(page: Page, numbers: readonly number[]): Promise<boolean> {
  const offers = await page.evaluate(
    () =>
      document.querySelectorAll('main form[method=get]').length > 0 ||
      [...document.querySelectorAll<HTMLAnchorElement>('main a[href*="?"]')].some(
        ({ pathname, hash }) => pathname === location.pathname && !hash.startsWith('#chart'),
      ),
  );
  if (!offers) return false;
  const [navigated] = await Promise.all([
    page.waitForNavigation({ timeout: 10_000 }).catch(() => null),
    page.evaluate(([which = 0, value = 0, second = 0]) => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href*="?"]')].filter(
        ({ pathname, hash }) => pathname === location.pathname && !hash.startsWith('#chart'),
      );
      const forms = [...document.querySelectorAll<HTMLFormElement>('main form[method=get]')];
      const ways = [...forms, ...links];
      const way = ways[which % Math.max(1, ways.length)];
      if (way instanceof HTMLAnchorElement) return way.click();
      if (!way) return;
      const fields = [...way.elements].filter(
        (one): one is HTMLInputElement | HTMLSelectElement =>
          (one instanceof HTMLInputElement && one.type !== 'hidden' && !one.disabled) ||
          one instanceof HTMLSelectElement,
      );
      for (const turn of [value, second]) {
        const field = fields[turn % Math.max(1, fields.length)];
        if (field instanceof HTMLSelectElement) field.selectedIndex = turn % field.options.length;
        else if (field?.type === 'radio') field.checked = true;
        else if (field?.type === 'checkbox') field.checked = !field.checked;
        else if (field) field.value = ['children', 'data', 'police', ''][turn % 4] ?? '';
      }
      way.requestSubmit();
    }, numbers as number[]),
  ]);
  return navigated !== null;
}

(hasChromium ? describe : describe.skip)('an address', () => {
  let ground: PageGround;
  let home: string;
  let browser: Browser;

  beforeAll(async () => {
    ground = await PageGround.start();
    ({ home, browser } = ground);
  }, 180_000);

  afterAll(() => ground?.close());

  it(`gives back what was chosen and shown, and so does Back after a change: ${STATES} states`, async () => {
    const draw = chance(SEED);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const stranger = await (await browser.newContext()).newPage();
    const faults: string[] = [];
    const addresses = new Set<string>();
    for (let place = 0; place < STATES; place += 1) {
      await page.goto(`${home}/en/states/PER${PLACES[place % PLACES.length]}`);
      for (let change = 0; change <= draw(3); change += 1) await choose(page, [draw(50), draw(50), draw(50)]);
      const address = page.url();
      addresses.add(address);
      const before = await seen(page);
      await stranger.goto(address);
      const opened = await seen(stranger);
      if (JSON.stringify(opened) !== JSON.stringify(before)) faults.push(`opened anew: ${address}`);
      if (await choose(page, [draw(50), draw(50), draw(50)])) await page.goBack();
      if (page.url() !== address) faults.push(`Back leads to ${page.url()}, not ${address}`);
      if (JSON.stringify(await seen(page)) !== JSON.stringify(before)) faults.push(`Back to ${address}`);
    }
    process.stdout.write(`addresses: ${STATES} states, ${addresses.size} of them different\n`);
    expect(faults).toEqual([]);
    expect(addresses.size).toBeGreaterThan(STATES / 3);
  }, 600_000);

  it('keeps every choice when the language changes', async () => {
    const page = await browser.newPage();
    await page.goto(`${home}/en/states/PER/indicators/32a-P1?by=department&group=150000&group=160000`);
    await page.locator('a[hreflang=es], a[lang=es]').first().click();
    await page.waitForURL('**/es/**');
    expect(new URL(page.url()).searchParams.getAll('group')).toEqual(['150000', '160000']);
    expect(await page.locator('input[name=group]:checked').count()).toBe(2);
  });

  it.each([
    ['/deadlines?when=soon&kind=data_submission', 'soon', '/deadlines?kind=data_submission'],
    ['/deadlines?institution=NOBODY', 'NOBODY', '/deadlines'],
    ['/prosecutions?cohort=1066', '1066', '/prosecutions'],
    ['/data-gaps?year=someday', 'someday', '/data-gaps'],
    ['/search?q=children&kind=rumour', 'rumour', '/search?q=children'],
    ['/assessments?assessor=neighbour', 'neighbour', '/assessments'],
    ['/actions?institution=NOBODY', 'NOBODY', '/actions'],
    ['/recommendations?status=asleep', 'asleep', '/recommendations'],
  ])(
    'say in words what they do not have, and lead to the page without it: %s',
    async (at, value, without) => {
      const page = await browser.newPage();
      for (const [language, said] of [
        ['en', 'is none of the choices'],
        ['es', 'no es ninguna de las opciones'],
      ] as const) {
        const answer = await page.goto(`${home}/${language}/states/PER${at}`);
        expect(answer?.status()).toBe(200);
        const told = page.locator('main .unknown-choice');
        expect(await told.innerText()).toContain(value);
        expect(await told.innerText()).toContain(said);
        expect(await violationsOf(page)).toEqual([]);
        const back = await told.locator('a').getAttribute('href');
        expect(back).toBe(`/${language}/states/PER${without}`);
        expect((await page.goto(`${home}${back}`))?.status()).toBe(200);
        expect(await page.locator('main .unknown-choice').count()).toBe(0);
      }
      await page.close();
    },
  );
});
