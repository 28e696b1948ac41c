import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';

/** How a file counts the executed amount of a month: since the year began, or in the month alone. */
export type MonthMeaning = 'cumulative' | 'of_month';

/** Executed since the year began, up to the end of that month. The record keeps this meaning only. */
export interface MonthAmount {
  /** 1 is January: the fiscal year is the calendar year. */
  readonly month: number;
  readonly amount: number;
}

/** The first month that is missing between January and the last one told; null where there is none. */
export function missingMonth(months: readonly number[]): number | null {
  const told = new Set(months);
  const last = Math.max(0, ...months);
  for (let month = 1; month < last; month += 1) if (!told.has(month)) return month;
  return null;
}

/**
 * Amounts of single months, added up since January. A correction of an earlier month makes an amount negative: that is kept.
 * Sums are rounded to hundredths, since 0.1 + 0.2 is not 0.3 in binary fractions.
 */
export function addedUp(ofMonths: readonly MonthAmount[]): MonthAmount[] {
  let sum = 0;
  return [...ofMonths]
    .sort((left, right) => left.month - right.month)
    .map(({ month, amount }) => {
      sum = inHundredths(sum + amount);
      return { month, amount: sum };
    });
}

export interface MonthOfYear {
  readonly month: number;
  readonly endOn: CivilDate;
  readonly executed: number;
  /** In that month alone; null where the month before was not told, so that nobody knows. */
  readonly inMonth: number | null;
}

/** A year's cumulative amounts with what was executed in each month alone. */
export function monthsOf(fiscalYear: number, cumulative: readonly MonthAmount[]): MonthOfYear[] {
  const told = new Map(cumulative.map(({ month, amount }) => [month, amount]));
  return [...told.keys()]
    .sort((left, right) => left - right)
    .map((month) => {
      const before = month === 1 ? 0 : (told.get(month - 1) ?? null);
      const executed = told.get(month)!;
      return {
        month,
        endOn: monthEndOn(fiscalYear, month),
        executed,
        inMonth: before === null ? null : inHundredths(executed - before),
      };
    });
}

export function monthEndOn(year: number, month: number): CivilDate {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

function inHundredths(amount: number): number {
  return Number(amount.toFixed(2));
}
