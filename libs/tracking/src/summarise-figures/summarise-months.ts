import { addDays, elapsedShare, monthsOf } from '#domain';
import type { CivilDate, MonthOfYear } from '#domain';
import type { PublicBudgetAmount } from '#persistence';

export interface MonthSummary extends MonthOfYear {
  /** What the budget had been changed to by then, or was approved; null where neither was told. */
  readonly budget: number | null;
  /** Executed of it, 0 to 1; null where there was no money, or nobody told how much. */
  readonly share: number | null;
  /** Of the year that is over at the end of the month, 0 to 1. */
  readonly elapsedShare: number;
  /** Executed share by the same month a year before, where it was told by month too. */
  readonly shareYearBefore: number | null;
}

export interface PurposeMonths {
  readonly purpose: string;
  readonly fiscalYear: number;
  readonly months: readonly MonthSummary[];
}

/** The newest year that each purpose was told by month. A month counts only where every line that was spent of tells it. */
export function summariseMonths(amounts: readonly PublicBudgetAmount[]): PurposeMonths[] {
  const purposes = [...new Set(amounts.map(({ purpose }) => purpose))];
  return purposes.flatMap((purpose) => {
    const own = amounts.filter((amount) => amount.purpose === purpose);
    const year = newestYearByMonth(own);
    if (year === null) return [];
    const before = new Map(monthsOfYear(own, year - 1).map((month) => [month.month, month.share]));
    const months = monthsOfYear(own, year).map((month) => ({
      ...month,
      shareYearBefore: before.get(month.month) ?? null,
    }));
    return months.length === 0 ? [] : [{ purpose, fiscalYear: year, months }];
  });
}

function newestYearByMonth(amounts: readonly PublicBudgetAmount[]): number | null {
  const years = amounts.filter(isMonth).map(({ fiscalYear }) => fiscalYear);
  return years.length === 0 ? null : Math.max(...years);
}

/** Executed, up to the last day of a month before December: the last day of the year is no sign of months. */
function isMonth({ phase, throughOn }: PublicBudgetAmount): boolean {
  return phase === 'executed' && isMonthEnd(throughOn) && !throughOn.endsWith('-12-31');
}

function isMonthEnd(day: CivilDate): boolean {
  return addDays(day, 1).endsWith('-01');
}

function monthsOfYear(
  amounts: readonly PublicBudgetAmount[],
  year: number,
): Omit<MonthSummary, 'shareYearBefore'>[] {
  const ofYear = amounts.filter(({ fiscalYear }) => fiscalYear === year);
  const executed = ofYear.filter(({ phase, throughOn }) => phase === 'executed' && isMonthEnd(throughOn));
  const lines = new Set(ofYear.filter(({ phase }) => phase === 'executed').map(({ lineId }) => lineId));
  const sums = new Map<number, { amount: number; readonly lines: Set<number> }>();
  for (const { lineId, throughOn, amount } of executed) {
    const month = Number(throughOn.slice(5, 7));
    const sum = sums.get(month) ?? { amount: 0, lines: new Set() };
    // Another source's amount for the same month stands beside the first one; it is no second sum of money.
    if (!sum.lines.has(lineId)) sum.amount += amount;
    sum.lines.add(lineId);
    sums.set(month, sum);
  }
  const whole = [...sums].filter(([, sum]) => sum.lines.size === lines.size);
  return monthsOf(
    year,
    whole.map(([month, { amount }]) => ({ month, amount })),
  ).map((month) => {
    const budget = budgetBy(ofYear, month.endOn);
    return {
      ...month,
      budget,
      share: budget === null || budget <= 0 ? null : month.executed / budget,
      elapsedShare: elapsedShare(year, month.endOn),
    };
  });
}

/** Of every line, what it had been changed to by that day; what was approved where it had not been changed. */
function budgetBy(ofYear: readonly PublicBudgetAmount[], on: CivilDate): number | null {
  const lines = new Map<number, number>();
  for (const lineId of new Set(ofYear.map((amount) => amount.lineId))) {
    const own = ofYear.filter((amount) => amount.lineId === lineId);
    const revised = own.filter(({ phase }) => phase === 'revised');
    const amount =
      revised.filter(({ throughOn }) => throughOn <= on).at(-1)?.amount ??
      revised.at(0)?.amount ??
      own.find(({ phase }) => phase === 'approved')?.amount;
    if (amount === undefined) return null;
    lines.set(lineId, amount);
  }
  return lines.size === 0 ? null : [...lines.values()].reduce((left, right) => left + right, 0);
}
