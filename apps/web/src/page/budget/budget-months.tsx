import type { BudgetView } from '#contracts';

import { ChartFrame } from '../../chart/frame/chart-frame.js';
import { sourceNote } from '../../chart/frame/notes.js';
import { ChartTable } from '../../chart/frame/chart-table.js';
import { monthModel } from '../../chart/model/budget-month-model.js';
import type { ChartTableModel } from '../../chart/model/chart-model.js';
import { Section } from '../../layout/section.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { addressesOf } from './budget-charts.js';
import type { BudgetChartProps } from './budget-charts.js';

type PurposeMonths = BudgetView['months'][number];

interface MonthsProps {
  readonly budget: BudgetView;
  readonly currency: string;
  readonly visit: Visit;
}

/** What was spent by the end of each month, and how much of the year had passed by then: in words, then as a table. */
export function BudgetMonths({ budget, currency, visit }: MonthsProps) {
  const { wording } = visit;
  const { months: say, purposes, inSentence } = wording.say.chart.budget;
  if (budget.months.length === 0) return null;
  return (
    <Section title={say.title} id="months">
      <p>{say.lede}</p>
      <MonthChart budget={budget} visit={visit} />
      <ul class="budget-months">
        {budget.months.map((purpose) => {
          const name = purposes[purpose.purpose] ?? purpose.purpose;
          return (
            <li key={purpose.purpose}>
              <p>{sentence(purpose, inSentence[purpose.purpose] ?? purpose.purpose, wording)}</p>
              <details class="chart-table">
                <summary>{say.showTable(name)}</summary>
                <ChartTable
                  table={monthTable(
                    budget,
                    purpose,
                    say.caption(name, purpose.fiscalYear, currency),
                    wording,
                  )}
                  wording={wording}
                />
              </details>
            </li>
          );
        })}
      </ul>
      <p>
        <a href={addressesOf('months', visit).csv} download>
          {say.file}
        </a>
      </p>
    </Section>
  );
}

/** What is furthest behind the year says the headline. */
export function MonthChart({ budget, visit, embedded = false }: BudgetChartProps) {
  const { wording } = visit;
  const { months: say, inSentence } = wording.say.chart.budget;
  if (budget.months.length === 0) return null;
  const slowest = [...budget.months].sort((one, other) => behindBy(other) - behindBy(one))[0]!;
  const headline = sentence(slowest, inSentence[slowest.purpose] ?? slowest.purpose, wording);
  const drawn = monthModel(budget.months, headline, wording);
  if (drawn === null) return null;
  return (
    <ChartFrame
      id="chart-months"
      headline={headline}
      unit={say.unit(drawn.year)}
      model={drawn.model}
      height="normal"
      notes={[sourceNote(budget.sources, wording), say.samePrices]}
      table={drawn.table}
      {...addressesOf('months', visit)}
      embedded={embedded}
      wording={wording}
    />
  );
}

/** Of the newest year, by its newest month; what nobody can say comes last. */
function behindBy({ fiscalYear, months }: PurposeMonths): number {
  const { share, elapsedShare } = months.at(-1)!;
  return fiscalYear * 10 + (share === null ? -5 : elapsedShare - share);
}

function sentence({ months }: PurposeMonths, name: string, wording: Wording): string {
  const { months: say } = wording.say.chart.budget;
  const last = months.at(-1)!;
  const on = wording.date(last.endOn);
  if (last.share === null) return say.unknown(on, name);
  const [spent, elapsed] = [wording.percent(last.share * 100), wording.percent(last.elapsedShare * 100)];
  const points = Math.round((last.elapsedShare - last.share) * 100);
  return points > 0 ? say.behind(on, spent, name, elapsed, points) : say.onPace(on, spent, name, elapsed);
}

function monthTable(
  budgetView: BudgetView,
  { months, fiscalYear }: PurposeMonths,
  caption: string,
  wording: Wording,
): ChartTableModel {
  const prices = pricesOf(budgetView, fiscalYear);
  const { budget } = wording.say.chart;
  const say = budget.months;
  const hasYearBefore = months.some(({ shareYearBefore }) => shareYearBefore !== null);
  const amount = (value: number | null) =>
    value === null
      ? { text: say.unknownBefore, flag: 'missing' }
      : { text: wording.number(value), flag: null };
  const share = (value: number | null) =>
    value === null
      ? { text: say.unknownBefore, flag: 'missing' }
      : { text: wording.percent(value * 100), flag: null };
  return {
    caption,
    corner: say.month,
    columns: [
      ...[say.inMonth, say.soFar],
      ...(prices ? [budget.prices.executedAt(prices.baseYear)] : []),
      ...[say.budgetThen, budget.share, say.yearPassed],
      ...(hasYearBefore ? [say.yearBefore] : []),
    ],
    rows: months.map((month) => ({
      head: wording.date(month.endOn),
      cells: [
        ...[amount(month.inMonth), amount(month.executed)],
        ...(prices ? [amount(month.executed * prices.factor)] : []),
        amount(month.budget),
        ...[share(month.share), share(month.elapsedShare)],
        ...(hasYearBefore ? [share(month.shareYearBefore)] : []),
      ],
    })),
  };
}

/** How a year's amounts become those at the prices of the base year; null where no deflator says it. */
function pricesOf(
  { years, constantPrices }: BudgetView,
  fiscalYear: number,
): { readonly baseYear: number; readonly factor: number } | null {
  const year = years.find((one) => one.fiscalYear === fiscalYear);
  const at = year?.constant;
  if (!constantPrices || !year || !at) return null;
  const { approved, executed } = year.amounts;
  const factor =
    approved !== null && approved > 0 && at.approved !== null
      ? at.approved / approved
      : executed !== null && executed > 0 && at.executed !== null
        ? at.executed / executed
        : null;
  return factor === null ? null : { baseYear: constantPrices.baseYear, factor };
}
