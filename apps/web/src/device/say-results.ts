import { announce } from './announce.js';
import { filled } from './device-facts.js';
import type { DeviceFacts } from './device-facts.js';

/** Where the same page with other conditions was, before this one. */
function cameFromHere(): boolean {
  if (document.referrer === '') return false;
  const before = new URL(document.referrer);
  return before.pathname === location.pathname && before.search !== location.search;
}

/**
 * Says what a list or a chart shows after its conditions were changed: the page was loaded anew, and whoever does not see it hears
 * only its title. What was done, or went wrong, is said by its own words.
 */
export function sayResults({ words }: DeviceFacts): void {
  const asked = new URLSearchParams(location.search);
  if (!cameFromHere() || asked.has('done') || asked.has('problem')) return;
  if (!document.querySelector('main form[method=get]')) return;
  const title = document.querySelector('main h1')?.textContent?.trim() ?? '';
  const nothing = document.querySelector('main .empty p')?.textContent?.trim();
  const rows = document.querySelectorAll('main table.list > tbody > tr, main .found-list > li').length;
  const told = rows > 0 ? filled(words.shown, String(rows)) : nothing;
  announce([title, told].filter((part) => part !== undefined && part !== '').join('. '));
}
