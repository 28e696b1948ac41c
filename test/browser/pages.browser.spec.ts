import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Route } from '../../apps/web/src/router/page.js';
import { hasChromium } from '../support/chromium.js';
import { PAGE_ADDRESSES, READERS } from '../support/page-addresses.js';
import { ENLARGED, cutTextOf, overflowOf, violationsOf } from '../support/page-checks.js';
import { PageGround, VISITS } from '../support/page-ground.js';
import { takePictures } from '../support/page-pictures.js';

const LANGUAGES = ['en', 'es'] as const;
/** The second is the narrowest at which the links stand beside each other. */
const WIDTHS = [1440, 1181, 768, 390, 320];
/** axe takes most of the time: without FULL_TESTS every other page is asked about in each language, all of them in one. */
const FULL = process.env['FULL_TESTS'] === '1';
/** `npm run pictures` names the languages and keeps every picture; else some are taken to see that they can be. */
const PICTURED = process.env['PICTURES'];
const PICTURES = join('test', 'artefacts', 'pictures');
/** Named in a variable: the pages are compiled for browsers, by rules of their own. */
const ROUTES_AT: string = '../../apps/web/src/router/routes.js';

describe('the table of pages', () => {
  it('has an address with real parameters for every route', async () => {
    const { findRoute, ROUTES } = (await import(ROUTES_AT)) as {
      readonly ROUTES: readonly Route[];
      findRoute(path: string): { readonly route: Route } | null;
    };
    expect(PAGE_ADDRESSES.map(({ route }) => route).toSorted()).toEqual(
      ROUTES.map(({ path }) => path).toSorted(),
    );
    for (const { route, paths, made } of PAGE_ADDRESSES)
      for (const path of made ? [] : paths)
        expect(`${path} ${findRoute(path.split('?')[0] ?? '')?.route.path}`).toBe(`${path} ${route}`);
  });
});

(hasChromium ? describe : describe.skip)('every page of the dashboard', () => {
  let ground: PageGround;
  beforeAll(async () => {
    ground = await PageGround.open();
  }, 180_000);
  afterAll(() => ground?.close());

  const cases = READERS.flatMap((reader) => LANGUAGES.map((language) => [reader, language] as const));

  it.each(cases)(
    'as %s in %s has no axe violation in either theme, cuts no text and never scrolls sideways',
    async (reader, language) => {
      const page = await ground.pageOf(reader);
      const visits = VISITS.filter((visit) => visit.reader === reader);
      const faults: string[] = [];
      let asked = 0;
      for (const [index, visit] of visits.entries()) {
        await page.setViewportSize({ width: 1440, height: 900 });
        const status = await ground.visit(page, visit, language);
        if (status !== 200) faults.push(`${visit.path}: answered ${status}`);
        const violations =
          FULL || index % 2 === LANGUAGES.indexOf(language) ? await violationsOf(page) : null;
        if (violations) asked += 1;
        faults.push(...(violations ?? []).map((line) => `${visit.path}: axe, ${line}`));
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const overflow = await overflowOf(page);
          if (overflow !== 0) faults.push(`${visit.path} at ${width}: ${overflow} pixels too wide`);
          faults.push(...(await cutTextOf(page)).map((text) => `${visit.path} at ${width}: cut, ${text}`));
        }
        for (const [how, enlarged] of ENLARGED)
          await enlarged(page, async () => {
            const overflow = await overflowOf(page);
            if (overflow !== 0) faults.push(`${visit.path} ${how}: ${overflow} pixels too wide`);
            faults.push(...(await cutTextOf(page)).map((text) => `${visit.path} ${how}: cut, ${text}`));
          });
      }
      for (const fault of faults) process.stdout.write(`${language} ${reader} ${fault}\n`);
      process.stdout.write(
        `pages: ${visits.length} of ${reader} in ${language} x ${WIDTHS.length} widths and ${ENLARGED.length} ways of enlarging, axe on ${asked} x 2 themes, ${faults.length} faults\n`,
      );
      expect(faults).toEqual([]);
      await page.close();
    },
    600_000,
  );

  it('has pictures taken of it at three widths in both themes, and contact sheets of them', async () => {
    const folder = PICTURED ? PICTURES : mkdtempSync(join(tmpdir(), 'vigia-pictures-'));
    const visits = PICTURED ? VISITS : VISITS.filter(({ path }) => path.endsWith('/docket')).slice(0, 2);
    const languages = (PICTURED ?? 'es').split(',');
    const { pictures, sheets } = await takePictures(ground, visits, languages, folder);
    process.stdout.write(
      `pictures: ${pictures.length} on ${sheets.length} sheets${PICTURED ? `, in ${folder}/index.html` : ''}\n`,
    );
    const kept = readdirSync(folder);
    expect(pictures).toHaveLength(visits.length * languages.length * 3 * 2);
    expect(kept).toEqual(expect.arrayContaining(pictures.map(({ file }) => file)));
    expect(kept).toEqual(expect.arrayContaining(sheets.map((name) => `${name}.png`)));
    expect(readdirSync(join(folder, 'small'))).toHaveLength(new Set(pictures.map(({ file }) => file)).size);
    if (!PICTURED) rmSync(folder, { recursive: true });
  }, 3_600_000);
});
