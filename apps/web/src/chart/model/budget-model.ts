import type { BudgetView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import type { BudgetModel, ChartTableModel } from './chart-model.js';

type Purpose = BudgetView['purposes'][number];
type Amounts = Purpose['amounts'];
type Year = BudgetView['years'][number];

/** Whole millions are easier to read; below one million the amounts stand as they are. */
export function amountScale(budget: BudgetView): { readonly divisor: number; readonly decimals: number } {
  const amounts = [...budget.purposes, ...budget.years].flatMap(
    ({ amounts: { approved, revised, executed } }) => [approved, revised, executed],
  );
  const largest = Math.max(0, ...amounts.map((amount) => amount ?? 0));
  return largest >= 1_000_000 ? { divisor: 1_000_000, decimals: 1 } : { divisor: 1, decimals: 0 };
}

/** Share spent of what the budget was changed to, 0 to 100; null where either is unknown or nothing was to be spent. */
export function spentPercent({ revised, executed }: Amounts): number | null {
  return revised === null || executed === null || revised <= 0 ? null : (executed / revised) * 100;
}

export function purposeModel(
  budget: BudgetView,
  purposes: readonly Purpose[],
  headline: string,
  wording: Wording,
): BudgetModel {
  const { say } = wording;
  const names = purposes.map(({ purpose }) => say.chart.budget.purposes[purpose] ?? purpose);
  return {
    ...drawing(
      budget,
      names,
      purposes.map(({ amounts }) => amounts),
      headline,
      wording,
    ),
    across: 'purpose',
    elapsed:
      budget.elapsedShare === null
        ? null
        : {
            share: budget.elapsedShare,
            label: say.chart.budget.elapsed(wording.percent(budget.elapsedShare * 100)),
          },
    unfinished: purposes.map(() => false),
  };
}

export function yearModel(budget: BudgetView, headline: string, wording: Wording): BudgetModel {
  const years = budget.years;
  return {
    ...drawing(
      budget,
      years.map(({ fiscalYear }) => String(fiscalYear)),
      years.map(({ amounts }) => amounts),
      headline,
      wording,
    ),
    across: 'year',
    elapsed: null,
    unfinished: years.map(({ finished }: Year) => !finished),
  };
}

export function amountTable(
  budget: BudgetView,
  corner: string,
  rows: readonly { readonly head: string; readonly amounts: Amounts }[],
  caption: string,
  wording: Wording,
): ChartTableModel {
  const { say } = wording;
  return {
    caption,
    corner,
    columns: [
      say.chart.budget.approved,
      say.chart.budget.revised,
      say.chart.budget.executed,
      say.chart.budget.share,
    ],
    rows: rows.map(({ head, amounts }) => ({
      head,
      cells: [
        ...[amounts.approved, amounts.revised, amounts.executed].map((amount) => ({
          text: printAmount(amount, budget, wording),
          flag: amount === null ? 'missing' : null,
        })),
        { text: printShare(amounts, wording), flag: spentPercent(amounts) === null ? 'missing' : null },
      ],
    })),
  };
}

export function printAmount(amount: number | null, budget: BudgetView, wording: Wording): string {
  if (amount === null) return wording.say.chart.flags.missing;
  const { divisor, decimals } = amountScale(budget);
  return wording.number(amount / divisor, decimals);
}

function printShare(amounts: Amounts, wording: Wording): string {
  const percent = spentPercent(amounts);
  return percent === null ? wording.say.chart.flags.missing : wording.percent(percent);
}

function drawing(
  budget: BudgetView,
  labels: readonly string[],
  amounts: readonly Amounts[],
  headline: string,
  wording: Wording,
): Omit<BudgetModel, 'across' | 'elapsed' | 'unfinished'> {
  const { say } = wording;
  const { divisor } = amountScale(budget);
  const scaled = (amount: number | null): number | null => (amount === null ? null : amount / divisor);
  const printed = (amount: number | null): string => printAmount(amount, budget, wording);
  const phases = [
    { name: say.chart.budget.approved, of: (one: Amounts) => one.approved },
    { name: say.chart.budget.revised, of: (one: Amounts) => one.revised },
    { name: say.chart.budget.executed, of: (one: Amounts) => one.executed },
  ];
  return {
    kind: 'budget',
    summary: headline,
    readings: phases.map(({ name, of }) => ({
      name,
      points: amounts.map((one, index) => ({ label: labels[index] ?? '', text: printed(of(one)) })),
    })),
    labels,
    approved: amounts.map((one) => scaled(one.approved)),
    revised: amounts.map((one) => scaled(one.revised)),
    executed: amounts.map((one) => scaled(one.executed)),
    shares: amounts.map((one) => {
      const percent = spentPercent(one);
      return percent === null ? say.chart.flags.missing : wording.percent(percent);
    }),
    amounts: amounts.map((one) => say.chart.budget.spentOf(printed(one.executed), printed(one.revised))),
  };
}
