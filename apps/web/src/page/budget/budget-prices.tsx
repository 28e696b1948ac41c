import type { BudgetView } from '#contracts';

import { ChartTable } from '../../chart/frame/chart-table.js';
import { printAmount } from '../../chart/model/budget-model.js';
import type { ChartTableModel } from '../../chart/model/chart-model.js';
import { Section } from '../../layout/section.js';
import type { Wording } from '../../wording/wording.js';

interface Props {
  readonly budget: BudgetView;
  readonly currency: string;
  readonly wording: Wording;
}

/** Amounts at the prices of one year, beside the amounts as they were told and never in their place. */
export function BudgetPrices({ budget, currency, wording }: Props) {
  const { prices: say } = wording.say.chart.budget;
  const { constantPrices } = budget;
  if (budget.years.length === 0) return null;
  if (constantPrices === null)
    return (
      <Section title={say.title} id="constant-prices">
        <p>{say.none}</p>
      </Section>
    );
  const { baseYear, missingYears, sources } = constantPrices;
  return (
    <Section title={say.title} id="constant-prices">
      <p>{say.lede(baseYear, sources.map(({ name }) => name).join('; '))}</p>
      {missingYears.length > 0 && <p>{say.missing(missingYears.join(', '))}</p>}
      <ChartTable table={priceTable(budget, baseYear, currency, wording)} wording={wording} />
    </Section>
  );
}

function priceTable(
  budget: BudgetView,
  baseYear: number,
  caption: string,
  wording: Wording,
): ChartTableModel {
  const { chart } = wording.say;
  const { prices: say } = chart.budget;
  const told = (amount: number | null) => ({
    text: printAmount(amount, budget, wording),
    flag: amount === null ? 'missing' : null,
  });
  return {
    caption,
    corner: chart.year,
    columns: [
      chart.budget.approved,
      say.approvedAt(baseYear),
      chart.budget.executed,
      say.executedAt(baseYear),
    ],
    rows: budget.years.map(({ fiscalYear, amounts, constant }) => {
      const at = (phase: 'approved' | 'executed') =>
        constant === null ? { text: say.notGiven, flag: 'missing' } : told(constant[phase]);
      return {
        head: String(fiscalYear),
        cells: [told(amounts.approved), at('approved'), told(amounts.executed), at('executed')],
      };
    }),
  };
}

/** Spending over the published count of victims, with what it is made of and who says so. */
export function SpendingPerVictim({ budget, currency, wording }: Props) {
  const { victims: say } = wording.say.chart.budget;
  const rows = budget.perVictim;
  if (rows.length === 0) return null;
  const error = Math.max(0, ...rows.map(({ announcedError }) => announcedError ?? 0));
  const shown = rows.filter(({ amount }) => amount !== null);
  return (
    <Section title={say.title} id="per-victim">
      <p>{say.lede}</p>
      <ChartTable
        table={{
          caption: currency,
          corner: wording.say.chart.year,
          columns: [say.spent, say.registered, say.each],
          rows: rows.map((row) => ({
            head: headOf(row, rows),
            cells: [
              ...[row.spending, row.victims].map((value) => ({
                text: value === null ? wording.say.chart.flags.missing : wording.number(value),
                flag: value === null ? 'missing' : null,
              })),
              row.amount === null
                ? { text: say.withheld[row.withheld ?? 'victims_not_published'], flag: 'missing' }
                : { text: wording.number(row.amount), flag: null },
            ],
          })),
        }}
        wording={wording}
      />
      {shown.length > 0 && (
        <p class="chart-notes">
          {[
            ...shown.map(({ year, spendingSources, victimSource }) =>
              say.sources(year, spendingSources.map(({ name }) => name).join('; '), victimSource?.name ?? ''),
            ),
            ...(error > 0 ? [say.error(error)] : []),
          ].join(' ')}
        </p>
      )}
    </Section>
  );
}

/** Where several sources count the victims of a year, each row names its own. */
function headOf(
  { year, victimSource }: BudgetView['perVictim'][number],
  rows: BudgetView['perVictim'],
): string {
  const isAlone = rows.filter((row) => row.year === year).length === 1;
  return isAlone ? String(year) : `${year} (${victimSource?.name ?? ''})`;
}
