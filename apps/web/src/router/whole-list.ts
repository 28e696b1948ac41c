import type { ApiAnswer } from '#contracts';
import type { Language } from '#messages';

import { apiUrl, statePath } from './address.js';

/** A list of the API that a page needs whole, where it offers a choice of it. */
export interface WholeList {
  readonly whole: string;
}

/** As many as the API gives at once. */
const AT_ONCE = 200;
/** No State has as many institutions; a list that never ends must not hold a page up. */
const MOST_PAGES = 25;

/** Every institution of a State, to choose one. */
export function everyInstitution(language: Language, iso3: string): WholeList {
  return { whole: apiUrl(language, statePath(iso3, '/institutions'), { limit: AT_ONCE }) };
}

interface ListPage {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/** One answer with the items of every page of the list; the first refusal is the answer where a page of it is refused. */
export async function loadWhole(
  { whole }: WholeList,
  load: (url: string) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const items: unknown[] = [];
  let url = whole;
  for (let pages = 1; ; pages += 1) {
    const answer = await load(url);
    if (answer.status !== 200) return answer;
    const page = JSON.parse(answer.body) as ListPage;
    items.push(...page.items);
    if (page.nextCursor === null || pages === MOST_PAGES)
      return { ...answer, body: JSON.stringify({ ...page, items }) };
    url = `${whole}&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}
