import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PageGround, Visit } from './page-ground.js';

const WIDTHS = [1440, 768, 390];
const THEMES = ['light', 'dark'] as const;

interface Picture {
  readonly file: string;
  readonly path: string;
  readonly reader: string;
  readonly language: string;
  readonly says: string;
}

/** Pictures of whole pages at three widths in both themes, and a page that shows them side by side. Answers how many there are. */
export async function takePictures(
  ground: PageGround,
  visits: readonly Visit[],
  languages: readonly string[],
  folder: string,
): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const pictures: Picture[] = [];
  for (const visit of visits)
    for (const language of languages) {
      const page = await ground.pageOf(visit.reader);
      await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 900 });
      await ground.visit(page, visit, language);
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          // Charts draw themselves anew by width and theme.
          await page.waitForTimeout(150);
          const says = `${width} ${colorScheme}`;
          const file = `${nameOf(visit)}.${language}.${says.replace(' ', '.')}.png`;
          await page.screenshot({ path: join(folder, file), fullPage: true });
          pictures.push({ file, path: visit.path, reader: visit.reader, language, says });
        }
      }
      await page.close();
    }
  writeFileSync(join(folder, 'index.html'), indexOf(pictures));
  return pictures.length;
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

function indexOf(pictures: readonly Picture[]): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const headings = new Map<string, Picture[]>();
  for (const picture of pictures) {
    const heading = `/${picture.language}${picture.path}, ${picture.reader}`;
    headings.set(heading, [...(headings.get(heading) ?? []), picture]);
  }
  const sections = [...headings].map(
    ([heading, of]) =>
      `<h2>${escaped(heading)}</h2><p>${of
        .map(
          ({ file, says }) =>
            `<a href="${encodeURIComponent(file)}"><img src="${encodeURIComponent(file)}" alt="${says}" loading="lazy" height="420"></a>`,
        )
        .join(' ')}</p>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Pictures of every page</title>\n${sections.join('\n')}\n`;
}
