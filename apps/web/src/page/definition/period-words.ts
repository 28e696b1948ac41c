import type { Visit } from '../../router/page.js';

/** How often an indicator is reported. */
export function periodWords(
  months: number | null,
  words: Visit['wording']['say']['definition']['periods'],
): string {
  if (months === null) return words.change;
  const named = new Map([
    [1, words.month],
    [3, words.quarter],
    [6, words.half],
    [12, words.year],
  ]);
  return named.get(months) ?? words.months(months);
}
