import { z } from 'zod';

/** What an address says of one moment, not of a view: where a page of a list begins, and what a form said. */
const OF_THE_MOMENT = ['cursor', 'done', 'of', 'confirm', 'problem', 'found', 'lang'];

export const SavedViewListSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        address: z.string().describe('Path and query of the page, without the language'),
      }),
    )
    .describe('By name'),
});
export type SavedViewList = z.infer<typeof SavedViewListSchema>;
export type SavedView = SavedViewList['items'][number];

/** The same address whichever way its filters are put: without what is empty or of the moment, by name. */
export function viewAddress(path: string, query: URLSearchParams): string {
  const kept = [...query.entries()].filter(([name, value]) => value !== '' && !OF_THE_MOMENT.includes(name));
  const sorted = new URLSearchParams(
    kept.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  ).toString();
  return sorted === '' ? path : `${path}?${sorted}`;
}

/**
 * The view that an address of this program stands for, within a State; null for anything else. A language before it is left out: a
 * view is the same in each.
 */
export function readViewAddress(typed: string, iso3: string): { path: string; address: string } | null {
  // Only what a browser could not read as another host.
  if (!/^\/[^/\\]/.test(typed) || /[\\\p{Cc}]/u.test(typed)) return null;
  const [whole = '', search = ''] = typed.split('#')[0]?.split(/\?(.*)/s) ?? [];
  const path = whole.replace(/^\/(?:en|es)(?=\/)/, '').replace(/\/+$/, '');
  if (path.split('/').some((part) => part === '.' || part === '..')) return null;
  const start = `/states/${iso3}`;
  if (path !== start && !path.startsWith(`${start}/`)) return null;
  return { path, address: viewAddress(path, new URLSearchParams(search)) };
}
