import type { CivilDate } from '../calendar/clock.js';

/** `2026-11`. */
export type Month = string;

/** Alerts that began and that were settled in a month; null before the watch began, when nobody looked. */
export interface MonthOfAlerts {
  readonly month: Month;
  readonly opened: number | null;
  readonly resolved: number | null;
}

/** The month of the day and those before it, oldest first. */
export function lastMonths(today: CivilDate, count: number): Month[] {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, place) => {
    const at = months - (count - 1 - place);
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Every month has its place: one in which nothing happened is zero, one before the first look is a gap. */
export function trendOf(
  months: readonly Month[],
  happened: readonly { readonly month: Month; readonly opened: number; readonly resolved: number }[],
  watchedSince: CivilDate | null,
): MonthOfAlerts[] {
  const byMonth = new Map(happened.map((one) => [one.month, one]));
  return months.map((month) => {
    const watched = watchedSince !== null && month >= watchedSince.slice(0, 7);
    const { opened, resolved } = byMonth.get(month) ?? { opened: 0, resolved: 0 };
    return watched ? { month, opened, resolved } : { month, opened: null, resolved: null };
  });
}
