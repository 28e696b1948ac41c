import type { BudgetView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { spentPercent } from '../model/budget-model.js';

type Purpose = BudgetView['purposes'][number];

interface Pace {
  readonly purpose: Purpose;
  readonly percent: number;
}

/** The page's finding: how far the year is, and where most of the money lies unspent. */
export function budgetTitle(budget: BudgetView, wording: Wording): string {
  const { budget: say } = wording.say.chart;
  if (budget.purposes.length === 0) return say.empty;
  const slowest = largestUnspent(namedPaces(budget), budget.elapsedShare ?? 1);
  if (!slowest) return say.titleOnPace;
  const name = say.inSentence[slowest.purpose.purpose] ?? slowest.purpose.purpose;
  return say.title(Math.floor((budget.elapsedShare ?? 1) * 10), name, wording.percent(100 - slowest.percent));
}

/** How many of the named purposes keep pace with the year. */
export function purposeFinding(budget: BudgetView, wording: Wording): string {
  const { budget: say } = wording.say.chart;
  const paces = namedPaces(budget);
  const behind = paces.filter(({ percent }) => percent < (budget.elapsedShare ?? 1) * 100);
  const best = [...paces].sort((left, right) => right.percent - left.percent)[0];
  if (behind.length === 0 || !best) return say.byPurposeAll;
  if (behind.length === paces.length)
    return say.byPurposeNone(say.inSentence[best.purpose.purpose] ?? best.purpose.purpose);
  return say.byPurposeSome(behind.length, paces.length);
}

/** Whether the share spent falls from one finished year to the next. */
export function yearFinding(budget: BudgetView, wording: Wording): string {
  const { budget: say } = wording.say.chart;
  const finished = budget.years.flatMap(({ fiscalYear, amounts, finished: over }) => {
    const percent = spentPercent(amounts);
    return over && percent !== null ? [{ fiscalYear, percent }] : [];
  });
  const last = finished.at(-1);
  if (!last) return say.yearsNone;
  let start = finished.length - 1;
  while (start > 0 && (finished[start]?.percent ?? 0) < (finished[start - 1]?.percent ?? 0)) start -= 1;
  const since = finished[start];
  return since && finished.length - start >= 3
    ? say.yearsFalling(since.fiscalYear)
    : say.yearsLast(wording.percent(last.percent), last.fiscalYear);
}

function namedPaces(budget: BudgetView): Pace[] {
  return budget.purposes.flatMap((purpose) => {
    const percent = spentPercent(purpose.amounts);
    return purpose.named && percent !== null ? [{ purpose, percent }] : [];
  });
}

/** Of the purposes behind the year, the one with the most money unspent. */
function largestUnspent(paces: readonly Pace[], elapsedShare: number): Pace | undefined {
  const unspent = ({ purpose: { amounts } }: Pace): number =>
    (amounts.revised ?? 0) - (amounts.executed ?? 0);
  return paces
    .filter(({ percent }) => percent < elapsedShare * 100)
    .sort((left, right) => unspent(right) - unspent(left))[0];
}
