import type { CivilDate } from '../calendar/clock.js';
import { addDays } from '../calendar/civil-date.js';

/** How long an alert has stood, in bands of days. */
export const ALERT_AGES = ['month', 'quarter', 'half_year', 'year', 'older'] as const;
export type AlertAge = (typeof ALERT_AGES)[number];

/** Oldest age in days of each band; the last one has no end. */
const LAST_DAY: Readonly<Record<AlertAge, number | null>> = {
  month: 30,
  quarter: 90,
  half_year: 180,
  year: 365,
  older: null,
};

/** The days on which an alert of this age was opened, both included; null: no bound. */
export function openedBetween(
  age: AlertAge,
  today: CivilDate,
): { readonly from: CivilDate | null; readonly to: CivilDate | null } {
  const place = ALERT_AGES.indexOf(age);
  const before = place === 0 ? null : LAST_DAY[ALERT_AGES[place - 1]!];
  const last = LAST_DAY[age];
  return {
    from: last === null ? null : addDays(today, -last),
    to: before === null ? null : addDays(today, -before - 1),
  };
}
