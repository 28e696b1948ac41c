import type { BudgetView } from '#contracts';

import { ChartTable } from '../../chart/frame/chart-table.js';
import type { ChartTableModel } from '../../chart/model/chart-model.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

type PurposeMonths = BudgetView['months'][number];

interface MonthsProps {
  readonly budget: BudgetView;
  readonly currency: string;
  readonly visit: Visit;
}

/** What was spent by the end of each month, and how much of the year had passed by then: in words, then as a table. */
export function BudgetMonths({ budget, currency, visit: { wording, address } }: MonthsProps) {
  const { months: say, purposes, inSentence } = wording.say.chart.budget;
  if (budget.months.length === 0) return null;
  return (
    <Section title={say.title} id="months">
      <p>{say.lede}</p>
      {budget.months.map((purpose) => {
        const name = purposes[purpose.purpose] ?? purpose.purpose;
        return (
          <div key={purpose.purpose} class="block">
            <p>{sentence(purpose, inSentence[purpose.purpose] ?? purpose.purpose, wording)}</p>
            <details class="chart-table">
              <summary>{say.showTable(name)}</summary>
              <ChartTable
                table={monthTable(purpose, say.caption(name, purpose.fiscalYear, currency), wording)}
                wording={wording}
              />
            </details>
          </div>
        );
      })}
      <p>
        <a
          href={apiUrl(wording.language, statePath(address.parameters['iso3'] ?? '', '/budget-months.csv'))}
          download
        >
          {say.file}
        </a>
      </p>
    </Section>
  );
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

function monthTable({ months }: PurposeMonths, caption: string, wording: Wording): ChartTableModel {
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
      ...[say.inMonth, say.soFar, say.budgetThen, budget.share, say.yearPassed],
      ...(hasYearBefore ? [say.yearBefore] : []),
    ],
    rows: months.map((month) => ({
      head: wording.date(month.endOn),
      cells: [
        ...[amount(month.inMonth), amount(month.executed), amount(month.budget)],
        ...[share(month.share), share(month.elapsedShare)],
        ...(hasYearBefore ? [share(month.shareYearBefore)] : []),
      ],
    })),
  };
}
