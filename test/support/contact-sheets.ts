import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { PageGround } from './page-ground.js';
import type { Picture } from './page-pictures.js';

/** As many as a person takes in at once; a sheet of a hundred is longer than a browser can take a picture of. */
const PAGES_ON_SHEET = 12;
const SHEET_WIDTH = 1_640;

/** The small pictures of a room in one theme, as a page and as a picture of that page; `index.html` leads to all. */
export async function takeContactSheets(
  ground: PageGround,
  pictures: readonly Picture[],
  folder: string,
): Promise<string[]> {
  const page = await ground.pageOf('public');
  await page.setViewportSize({ width: SHEET_WIDTH, height: 900 });
  const sheets: string[] = [];
  for (const [room, of] of grouped(
    pictures,
    ({ reader, language, theme }) => `${reader}.${language}.${theme}`,
  )) {
    const pages = [...grouped(of, ({ title }) => title)];
    for (let from = 0; from < pages.length; from += PAGES_ON_SHEET) {
      const name = `sheet.${room}${pages.length > PAGES_ON_SHEET ? `.${from / PAGES_ON_SHEET + 1}` : ''}`;
      const file = join(folder, `${name}.html`);
      writeFileSync(file, sheetOf(room, pages.slice(from, from + PAGES_ON_SHEET)));
      await page.goto(pathToFileURL(file).href);
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
      sheets.push(name);
    }
  }
  await page.close();
  writeFileSync(join(folder, 'index.html'), indexOf(sheets));
  return sheets;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const STYLE = `body { margin: 24px; font: 13px/18px sans-serif; background: #c9cdd0; color: #13202b }
main { display: flex; flex-wrap: wrap; gap: 24px 20px; align-items: flex-start }
section { width: 510px } h2 { margin: 0 0 6px; font-size: 13px; overflow-wrap: anywhere }
p { display: flex; gap: 8px; margin: 0; align-items: flex-start } img { display: block }`;

function sheetOf(
  room: string,
  pages: readonly (readonly [title: string, pictures: readonly Picture[]])[],
): string {
  const sections = pages.map(
    ([title, of]) =>
      `<section><h2>${escaped(title)}</h2><p>${of
        .map(
          ({ file, small, width, theme }) =>
            `<a href="${encodeURIComponent(file)}"><img src="${small.split('/').map(encodeURIComponent).join('/')}" alt="${width} ${theme}"></a>`,
        )
        .join('')}</p></section>`,
  );
  return document(room, `<h1>${escaped(room)}</h1><main>${sections.join('\n')}</main>`);
}

function indexOf(sheets: readonly string[]): string {
  const items = sheets.map(
    (name) => `<li><a href="${name}.html">${escaped(name)}</a> (<a href="${name}.png">PNG</a>)</li>`,
  );
  return document('Pictures of every page', `<h1>Pictures of every page</h1><ul>${items.join('\n')}</ul>`);
}

function document(title: string, body: string): string {
  return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style>\n${body}\n`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
