import type { PrintedCell } from '#domain';
import { ANNOUNCED_ERROR, GROUP_SIZE, LEAST_SHOWN, addDays } from '#domain';
import type { CubePeriod } from '#persistence';

import type { PublishedVersion } from './published-version.js';

/**
 * The total of a period as the sum of published ones that make it up, such as a year of four quarters. It tells nothing that they
 * do not, and may differ from the truth by as much as all of them together. Null where a part is not published, or where not all of
 * them count the same.
 */
export function sumOfPeriods(
  whole: CubePeriod,
  published: readonly PublishedVersion[],
): { readonly everybody: string; readonly cell: PrintedCell } | null {
  const parts = published
    .filter(
      (one) =>
        one.cube === whole.cube &&
        one.sourceCode === whole.sourceCode &&
        one.periodStartOn >= whole.periodStartOn &&
        one.periodEndOn <= whole.periodEndOn,
    )
    .sort((a, b) => (a.periodStartOn < b.periodStartOn ? -1 : 1));
  let next = whole.periodStartOn;
  for (const part of parts) {
    if (part.periodStartOn !== next || part.kept.everybody !== parts[0]!.kept.everybody) return null;
    next = addDays(part.periodEndOn, 1);
  }
  if (parts.length === 0 || next !== addDays(whole.periodEndOn, 1)) return null;
  const count = parts.reduce((sum, { kept }) => sum + kept.groups.length, 0) * GROUP_SIZE;
  const isShown = count >= LEAST_SHOWN;
  return {
    everybody: parts[0]!.kept.everybody,
    cell: {
      value: isShown ? count : null,
      flag: isShown ? null : 'lt10',
      bound: null,
      provisional: parts.some(({ kept }) => kept.places.some(({ provisional }) => provisional)),
      announcedError: ANNOUNCED_ERROR.total * parts.length,
    },
  };
}
