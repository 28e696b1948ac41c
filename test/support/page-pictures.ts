import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { takeContactSheets } from './contact-sheets.js';
import type { PageGround, Visit } from './page-ground.js';

const WIDTHS = [1440, 768, 390];
const THEMES = ['light', 'dark'] as const;
/** Of small pictures: a page as wide as a hand, and no longer than two. */
const SMALL = 0.18;
const SMALL_HEIGHT = 2_900;

export interface Picture {
  readonly file: string;
  /** The same, small, from its beginning. */
  readonly small: string;
  /** Its address, and whether it is what a form there leads to. */
  readonly title: string;
  readonly reader: string;
  readonly language: string;
  readonly theme: string;
  readonly width: number;
}

interface Taken {
  readonly pictures: readonly Picture[];
  /** Files of contact sheets: one for each room and theme, and a further one where a room has many pages. */
  readonly sheets: readonly string[];
}

/** Pictures of whole pages at three widths in both themes, and contact sheets on which all of a room are looked at in a minute. */
export async function takePictures(
  ground: PageGround,
  visits: readonly Visit[],
  languages: readonly string[],
  folder: string,
): Promise<Taken> {
  mkdirSync(join(folder, 'small'), { recursive: true });
  const pictures: Picture[] = [];
  for (const visit of visits)
    for (const language of languages) {
      const page = await ground.pageOf(visit.reader);
      await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 900 });
      await ground.visit(page, visit, language);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          // Charts draw themselves anew by width and theme.
          await page.waitForTimeout(150);
          const file = `${nameOf(visit)}.${language}.${width}.${theme}.png`;
          const small = `small/${file}`;
          await page.screenshot({ path: join(folder, file), fullPage: true });
          writeFileSync(join(folder, small), await smallPictureOf(page));
          pictures.push({ file, small, title: titleOf(visit), reader: visit.reader, language, theme, width });
        }
      }
      await page.close();
    }
  return { pictures, sheets: await takeContactSheets(ground, pictures, folder) };
}

/** Scaled by the browser that draws it: hundreds of whole pages at once are more than one document can hold. */
async function smallPictureOf(page: Page): Promise<Buffer> {
  const client = await page.context().newCDPSession(page);
  const { cssContentSize } = await client.send('Page.getLayoutMetrics');
  const { data } = await client.send('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip: {
      x: 0,
      y: 0,
      width: cssContentSize.width,
      height: Math.min(cssContentSize.height, SMALL_HEIGHT),
      scale: SMALL,
    },
  });
  await client.detach();
  return Buffer.from(data, 'base64');
}

function titleOf({ address, path }: Visit): string {
  return `${path === '' ? '/' : path}${address.made ? ' (created)' : ''}`;
}

/** `states-PER-docket.ombudsperson`, with what was asked for after it. */
function nameOf({ address, path, reader }: Visit): string {
  const [before = '', asked = ''] = path.split('?');
  const words = [before, address.made ? 'created' : '', asked]
    .join(' ')
    .split(/[^\w]+/)
    .filter((word) => word !== '');
  return `${words.join('-') || 'states'}.${reader}`;
}
