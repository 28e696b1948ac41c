import type { Overview } from '#contracts';

import type { Wording } from '../../wording/wording.js';

/** The finding of a State's page, from its published counts. */
export function overviewTitle({ document, today, total, byStatus }: Overview, { say }: Wording): string {
  return say.overview.title(
    document.adoptedOn === null ? 0 : fullYears(document.adoptedOn, today),
    total,
    byStatus.implemented,
    byStatus.overdue,
    byStatus.no_data,
  );
}

/** Birthdays that have been had. */
export function fullYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
