import { addedUp, missingMonth, monthEndOn } from '#domain';
import type { ImportProblem } from '#domain';
import type { ReadBudgetFigure } from '#ingest';

import { ofRow } from './import-observations.js';

type KeyOf = (figure: ReadBudgetFigure) => string;

/**
 * Amounts of single months become amounts since January: the series keeps that one meaning. A file that begins later goes on from the
 * amount on record; where a month between is told by neither, nothing is added up.
 */
export function sinceJanuary(
  figures: readonly ReadBudgetFigure[],
  keyOf: KeyOf,
  standing: ReadonlyMap<string, number>,
): { readonly figures: readonly ReadBudgetFigure[]; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const sums = new Map<ReadBudgetFigure, number>();
  for (const months of yearsOf(figures).values()) {
    const told = new Map(months.map((figure) => [figure.month!, figure]));
    const first = Math.min(...told.keys());
    const before = {
      ...told.get(first)!,
      throughOn: monthEndOn(told.get(first)!.fiscalYear, first - 1 || 1),
    };
    const onRecord = first === 1 ? 0 : standing.get(keyOf(before));
    const from = onRecord === undefined ? 1 : first;
    const missing = missingMonth([...Array.from({ length: from - 1 }, (_, at) => at + 1), ...told.keys()]);
    if (missing !== null) {
      const behind = months.find(({ month }) => month! > missing)!;
      problems.push(ofRow(behind.row, 'import.month_missing', { other: String(missing) }));
      continue;
    }
    const opening = { month: first - 1, amount: onRecord ?? 0 };
    const amounts = new Map(
      addedUp([opening, ...[...told].map(([month, { amount }]) => ({ month, amount }))]).map(
        ({ month, amount }) => [month, amount],
      ),
    );
    for (const figure of months) sums.set(figure, amounts.get(figure.month!)!);
  }
  for (const [{ row }, amount] of sums)
    if (amount < 0) problems.push(ofRow(row, 'figure.negative', { given: String(amount) }));
  return {
    figures: figures.map((figure) => {
      const amount = sums.get(figure);
      return amount === undefined ? figure : { ...figure, amount };
    }),
    problems,
  };
}

/** Executed amounts of single months, by line, source and year. */
function yearsOf(figures: readonly ReadBudgetFigure[]): Map<string, ReadBudgetFigure[]> {
  const years = new Map<string, ReadBudgetFigure[]>();
  for (const figure of figures) {
    if (figure.meaning !== 'of_month') continue;
    const { indicatorId, purpose, institutionId, level, sourceId, fiscalYear } = figure;
    const key = [indicatorId, purpose, institutionId, level, sourceId, fiscalYear].join('|');
    years.set(key, [...(years.get(key) ?? []), figure]);
  }
  return years;
}

/** A file by month repeats what was approved for the year in every row: the first of the same amounts is enough. */
export function withoutRepeatedApprovals(
  figures: readonly ReadBudgetFigure[],
  keyOf: KeyOf,
): readonly ReadBudgetFigure[] {
  const seen = new Map<string, number>();
  return figures.filter((figure) => {
    if (figure.phase !== 'approved' || figure.month === null) return true;
    const key = keyOf(figure);
    if (seen.get(key) === figure.amount) return false;
    if (!seen.has(key)) seen.set(key, figure.amount);
    return true;
  });
}
