import { expect } from '@jest/globals';

import type { Hands } from './task-hands.js';
import type { PageGround } from './page-ground.js';
import type { Reader } from './page-addresses.js';

/** What one run of a task is given. */
export interface TaskRun {
  readonly hands: Hands;
  readonly ground: PageGround;
  readonly language: 'en' | 'es';
  /** Of each run another number: what is made in it is not in the way of the next. */
  readonly number: number;
  /** Goes to an address as from a bookmark or a mail. */
  start(path: string): Promise<void>;
}

/** Something that people come for, done from where they begin to what they wanted. */
export interface CoreTask {
  readonly name: string;
  readonly reader: Reader;
  perform(run: TaskRun): Promise<void>;
}

const STATE = '/states/PER';
const WORD = { en: 'awareness', es: 'sensibilización' } as const;
const COMPARED = `${STATE}/indicators/8-O1`;

/** Those of whoever reads: nothing is changed by them. */
export const READING_TASKS: readonly CoreTask[] = [
  {
    name: 'find an item by word',
    reader: 'public',
    async perform({ hands, language, start }) {
      const { page } = hands;
      await start(STATE);
      await hands.press(page.locator('.masthead-nav a[href$="/search"]'));
      await hands.write(page.locator('main input[name=q]'), WORD[language]);
      await hands.press(page.locator('main form[role=search] button'));
      await page.waitForURL('**/search?q=**');
      await hands.press(page.locator('main .found-list a[href*="/recommendations/"]').first());
      await page.waitForURL('**/recommendations/**');
      expect((await page.locator('main').innerText()).toLowerCase()).toContain(WORD[language]);
    },
  },
  {
    name: 'read why it has its status',
    reader: 'public',
    async perform({ hands, start }) {
      const { page } = hands;
      await start(STATE);
      await hands.press(page.locator('main .sounding-levels a[href*="status=overdue"]'));
      await page.waitForURL('**/recommendations?status=overdue&document=*');
      const listed = page.locator('main table.recommendations tbody a').first();
      const title = await listed.innerText();
      await hands.press(listed);
      await page.waitForURL('**/recommendations/**');
      expect(await page.locator('h1').innerText()).toBe(title);
      expect(await page.locator('.status-room .status-large').innerText()).not.toBe('');
      // The sentence of the rule that fired, with what it fired on.
      expect(await page.locator('.status-room .note').innerText()).toMatch(/\d.*\.$/s);
    },
  },
  {
    name: 'compare a figure by two groups',
    reader: 'public',
    async perform({ hands, start }) {
      const { page } = hands;
      await start(COMPARED);
      await hands.pick(page.locator('main input[type=radio][name=by][value=sex]'));
      await hands.press(page.locator('main form.breakdowns button'));
      await page.waitForURL('**by=sex');
      const groups = await page.locator('main .section table.twin:visible tbody tr').allInnerTexts();
      expect(groups.length).toBeGreaterThanOrEqual(2);
      for (const figures of groups) expect(figures).toMatch(/\D\d/);
    },
  },
  {
    name: 'download what is seen',
    reader: 'public',
    async perform({ hands, start }) {
      const { page } = hands;
      await start(COMPARED);
      const seen = await page.locator('main .section table.twin td .figure').allInnerTexts();
      const numbers = seen.filter((text) => /\d/.test(text)).map((text) => text.replace(/[^\d.]/g, ''));
      const csv = await hands.download(page.locator('main a[download][href*="/data.csv"]').first());
      expect(numbers.length).toBeGreaterThan(0);
      const values = new Set(csv.split(/[\n,]/));
      expect(numbers.filter((number) => !values.has(number))).toEqual([]);
    },
  },
  {
    name: 'see what is overdue and who owes it',
    reader: 'ombudsperson',
    async perform({ hands, start }) {
      const { page } = hands;
      await start(`${STATE}/docket`);
      const row = page.locator('main table tbody tr').first();
      expect(await row.locator('td.days').innerText()).toMatch(/^\d+/);
      const words = (await row.innerText()).split('\n').filter((line) => line.trim() !== '');
      expect(words.length).toBeGreaterThan(3);
      await hands.press(row.locator('td.what a').first());
      await page.waitForURL('**/recommendations/**');
    },
  },
];
