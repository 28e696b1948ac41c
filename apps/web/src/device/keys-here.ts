/** Leads to the answer to a reminder: from each place that shows one, or on the reminder's own page. */
export const ANSWERS = 'main [data-key=r], main #answer summary';
/** What single keys go through. */
export const ROWS = 'main table.list > tbody > tr, main [data-row]';

/** Keys that do something on this page. What belongs to rows, charts or forms is not offered where there are none. */
export function keysHere(): (key: string) => boolean {
  const needs: Readonly<Record<string, string>> = {
    j: ROWS,
    k: ROWS,
    Enter: ROWS,
    r: ANSWERS,
    e: 'main [data-key=e]',
    t: '.chart-table > summary',
  };
  return (key) => needs[key] === undefined || document.querySelector(needs[key]) !== null;
}
