import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

import type { CoreTask } from './core-tasks.js';

const STATE = '/states/PER';
const RETURNED = 1;
const ACKNOWLEDGE = 'main form.act:has(.button-main)';

/** Those that change something. Each run finds something of its own to change. */
export const WORKING_TASKS: readonly CoreTask[] = [
  {
    name: "submit a figure from a mail's link",
    reader: 'public',
    async perform({ hands, ground, start }) {
      const { page } = hands;
      await start(await openFigureLink(page, await ground.linksOf('figure'), ground.home));
      const fields = page.locator('main .figure-values input[type=text]');
      // A share is asked for by its two parts.
      const parts = (await page.locator('main [name="numerator:"]').count()) === 1 ? ['3', '4'] : ['7'];
      for (const [index, part] of parts.entries()) await hands.write(fields.nth(index), part);
      await hands.press(page.locator('main form.act button[type=submit]'));
      await page.locator('main .done[role=status]').waitFor();
      expect(await page.locator('main table').first().innerText()).toMatch(/7/);
    },
  },
  {
    name: 'correct a returned figure',
    reader: 'focal_point',
    async perform({ hands, ground, language, number, start }) {
      const { page } = hands;
      await ground.giveBack(RETURNED);
      await start(`${STATE}/submissions`);
      await hands.press(page.locator(`main tbody a[href$="/submissions/${RETURNED}"]`).first());
      await page.waitForURL(`**/submissions/${RETURNED}`);
      await hands.press(page.locator('main form:has(input[name=step][value=reopen]) button'));
      await page.locator('main button[name=then][value=hand_in]').waitFor();
      await hands.write(page.locator(`main textarea[name=text_${language}]`), `Corrected ${number}`);
      await hands.press(page.locator('main button[name=then][value=hand_in]'));
      await page.locator('main button[name=then]').first().waitFor({ state: 'detached' });
      await page.locator('main .done').waitFor();
      expect(await page.locator('main').innerText()).toContain(`Corrected ${number}`);
    },
  },
  {
    name: 'import a file with errors and mend it',
    reader: 'secretariat',
    async perform({ hands, number, start }) {
      const { page } = hands;
      const fileOf = (value: string): string =>
        `indicator,source,year,value\n8-P3,DEMO,${1990 + number},${value}\n8-P3,DEMO,${1980 + number},2\n`;
      const form = 'main form[enctype="multipart/form-data"]';
      await start(`${STATE}/imports/figures`);
      await hands.attach(page.locator(`${form} input[type=file]`), `errors-${number}.csv`, fileOf('many'));
      await hands.press(page.locator(`${form} button`));
      // The page looks again by itself until the file was read.
      await page.locator('#problems').waitFor({ timeout: 30_000 });
      expect(await page.locator('#problems tbody tr').allInnerTexts()).toHaveLength(1);
      expect(await page.locator('#problems tbody tr').innerText()).toMatch(/2\s+value\s+many/);
      await hands.press(page.locator('main .crumbs a[href$="/imports/figures"]'));
      await page.waitForURL('**/imports/figures');
      await hands.attach(page.locator(`${form} input[type=file]`), `mended-${number}.csv`, fileOf('3'));
      await hands.press(page.locator(`${form} button`));
      await page.locator('main form[action$="/save"] button').waitFor({ timeout: 30_000 });
      await hands.press(page.locator('main form[action$="/save"] button'));
      await page.waitForURL(/\/imports\/figures\/\d+/, { timeout: 30_000 });
      expect(await page.locator('main').innerText()).toContain(`mended-${number}.csv`);
    },
  },
  {
    name: 'acknowledge and snooze a reminder',
    reader: 'public',
    async perform({ hands, ground, number, start }) {
      const { page } = hands;
      const links = await ground.linksOf('answer');
      await start(await openAnswerLink(page, links, ground.home));
      await hands.write(page.locator(`${ACKNOWLEDGE} textarea`), `Seen ${number}`);
      await hands.press(page.locator(`${ACKNOWLEDGE} .button-main`));
      await page.waitForURL('**done=acknowledge');

      await start(await openAnswerLink(page, links, ground.home));
      const snooze = page.locator('main details:has(input[name=answer][value=snooze])');
      await hands.press(snooze.locator('summary'));
      const day = snooze.locator('input[name=until]');
      await hands.writeDay(day, (await day.getAttribute('max')) ?? '');
      await hands.write(snooze.locator('[name=reason]'), `The figures come later, ${number}`);
      await hands.press(snooze.locator('button'));
      await page.waitForURL('**done=snooze');
      expect(await page.locator('main [role=status]').innerText()).not.toBe('');
    },
  },
  {
    name: 'send an information request',
    reader: 'ombudsperson',
    async perform({ hands, number, start }) {
      const { page } = hands;
      const question = `How many were counted in run ${number}?`;
      await start(`${STATE}/docket`);
      await hands.press(page.locator('main tbody a[href*="ask="]').first());
      await page.waitForURL('**ask=**');
      const form = page.locator('main .ask-row form');
      await hands.write(form.locator('[name=question]'), question);
      await hands.write(form.locator('[name=legal_basis]'), 'Law 26520, article 16');
      await hands.press(form.locator('button[type=submit]'));
      await page.waitForURL('**/information-requests/*done=sent');
      expect(await page.locator('main [role=status]').innerText()).not.toBe('');
      expect(await page.locator('main').innerText()).toContain(question);
      expect(await page.locator('main .reply-clock rect').count()).toBe(10);
    },
  },
  {
    name: 'answer an information request',
    reader: 'focal_point',
    async perform({ hands, ground, number, start }) {
      const { page } = hands;
      const answer = `Counted in run ${number}: twelve`;
      const request = await ground.askFormally(`What was counted in run ${number}?`);
      await start(`${STATE}/desk`);
      await hands.press(page.locator(`main .desk-row a.button[href*="/information-requests/${request}#"]`));
      await page.waitForURL(`**/information-requests/${request}#answer`);
      await hands.write(page.locator('#answer [name=answer]'), answer);
      await hands.press(page.locator('#answer button[type=submit]'));
      await page.waitForURL('**done=answered');
      expect(await page.locator('main').innerText()).toContain(answer);
      expect(await page.locator('#answer form').count()).toBe(0);
    },
  },
  {
    name: 'accept a submission',
    reader: 'secretariat',
    async perform({ hands, start }) {
      const { page } = hands;
      await start(`${STATE}/reviews`);
      const waiting = page.locator(`main tbody a:not([href$="/submissions/${RETURNED}"])`);
      await hands.press(waiting.first());
      await page.waitForURL('**/submissions/*');
      // Figures are published at once: that is asked first.
      const asks = page.locator('main a[href*="confirm=accept"]');
      if ((await asks.count()) > 0) {
        await hands.press(asks);
        await page.waitForURL('**confirm=accept**');
      }
      await hands.press(page.locator('main form:has(input[name=step][value=accept]) button'));
      await page.locator('main .done').waitFor();
      expect(await page.locator('main form:has(input[name=step][value=accept])').count()).toBe(0);
    },
  },
  {
    name: 'publish an assessment',
    reader: 'ombudsperson',
    async perform({ hands, ground, language, number, start }) {
      const { page } = hands;
      const text = `Own assessment of run ${number}`;
      await start(`${STATE}/recommendations/crc-c-opsc-per-co-1.20-d`);
      await hands.press(page.locator('main a[href$="/assessments"]').first());
      await page.waitForURL('**/assessments');
      const form = page.locator('main details:has(input[name=assessor][value=ombudsperson])');
      await hands.press(form.locator('summary'));
      const grade = form.locator('select[name=grade] option').nth(1);
      await hands.choose(form.locator('select[name=grade]'), (await grade.getAttribute('value')) ?? '');
      await hands.write(form.locator('textarea[name=text]'), text);
      await hands.choose(form.locator('select[name=openness]'), 'confidential');
      await hands.press(form.locator('button[type=submit]'));
      await page.locator('main .done').waitFor();
      await hands.press(page.locator('main details:has(form[action$="/publish"]) > summary').first());
      await hands.press(page.locator('main form[action$="/publish"] button').first());
      await page.locator('main .done').waitFor();
      expect(await ground.publicText(`${language}${new URL(page.url()).pathname.slice(3)}`)).toContain(text);
    },
  },
  {
    name: 'publish a statement',
    reader: 'ombudsperson',
    async perform({ hands, ground, language, number, start }) {
      const { page } = hands;
      const title = `Statement of run ${number}`;
      await start(`${STATE}/recommendations/crc-c-opsc-per-co-1.20-d`);
      await hands.press(page.locator('main a[href*="/statement-drafts/new"]'));
      await page.waitForURL('**/statement-drafts/new*');
      await hands.write(page.locator('main input[name=statement_title]'), title);
      await hands.write(page.locator('main textarea[name=statement_text]'), `Words of run ${number}`);
      await hands.press(page.locator('main form.act button[type=submit]'));
      await page.waitForURL('**done=drafted');
      expect(await page.locator('main .statement-preview h1').innerText()).toBe(title);
      const list = `${language}/states/PER/statements`;
      expect(await ground.publicText(list)).not.toContain(title);
      await hands.press(page.locator('main form[action$="/publish"] button'));
      await page.waitForURL('**done=published');
      expect(await ground.publicText(list)).toContain(title);
      const told = await ground.publicText(`${language}/states/PER/recommendations/crc-c-opsc-per-co-1.20-d`);
      expect(told).toContain(title);
    },
  },
];

/** The path of a link by which one figure is still to be sent, after the language. */
export async function openFigureLink(page: Page, links: readonly string[], home: string): Promise<string> {
  for (const link of links) {
    await page.goto(`${home}/en/figure/${link}`);
    const asked = page.locator('main .figure-row .figure-values input[type=text]');
    const one = (await page.locator('main .figure-row').count()) === 1 && (await asked.count()) > 0;
    if (one && (await page.locator('main [name=figure_reason]').count()) === 0) return `/figure/${link}`;
  }
  throw new TypeError('No mail of the demonstration has a link to one figure that is still to be sent.');
}

/** The path of a reminder that nobody answered and that can be put off. */
async function openAnswerLink(page: Page, links: readonly string[], home: string): Promise<string> {
  for (const link of links) {
    await page.goto(`${home}/en/answer/${link}`);
    const both = page.locator(`${ACKNOWLEDGE} textarea, main input[name=answer][value=snooze]`);
    if ((await both.count()) === 2) return `/answer/${link}`;
  }
  throw new TypeError('Every reminder of the demonstration was answered already.');
}
