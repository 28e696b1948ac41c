import type { BudgetView } from '#contracts';

import { purposeFinding, yearFinding } from '../../chart/finding/budget-finding.js';
import { ChartFrame } from '../../chart/frame/chart-frame.js';
import { sourceNote } from '../../chart/frame/notes.js';
import { amountScale, amountTable, purposeModel, yearModel } from '../../chart/model/budget-model.js';
import { apiUrl, embedPath, pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

export interface BudgetChartProps {
  readonly budget: BudgetView;
  readonly visit: Visit;
  readonly embedded?: boolean;
}

/** What was approved, changed to and spent this year, for each purpose that was asked for by name. */
export function PurposeChart({ budget, visit, embedded = false }: BudgetChartProps) {
  const { wording } = visit;
  const named = budget.purposes.filter((purpose) => purpose.named);
  const { budget: say } = wording.say.chart;
  const headline = purposeFinding(budget, wording);
  const through = wording.date(budget.executedThrough ?? budget.today);
  const unit = say.unit(
    scaleOf(budget, wording),
    currencyName(budget, wording),
    budget.fiscalYear ?? 0,
    through,
  );
  return (
    <ChartFrame
      id="chart-purposes"
      headline={headline}
      unit={unit}
      legend={<Legend wording={wording} />}
      model={named.length === 0 ? null : purposeModel(budget, named, headline, wording)}
      height="normal"
      level={2}
      notes={[
        sourceNote(budget.sources, wording),
        wording.say.chart.period(String(budget.fiscalYear ?? ''), String(budget.fiscalYear ?? '')),
        wording.say.chart.notRounded,
        budget.lines.every(({ attributableShare }) => attributableShare === 1)
          ? say.earmarked
          : say.sharedLines,
      ]}
      table={amountTable(
        budget,
        say.purpose,
        named.map(({ purpose, amounts }) => ({ head: say.purposes[purpose] ?? purpose, amounts })),
        unit,
        wording,
      )}
      {...addressesOf('purposes', visit)}
      embedded={embedded}
      wording={wording}
    />
  );
}

/** The same amounts of all purposes together, year by year. */
export function YearChart({ budget, visit, embedded = false }: BudgetChartProps) {
  const { wording } = visit;
  const { budget: say } = wording.say.chart;
  const headline = yearFinding(budget, wording);
  const unit = say.unitYears(scaleOf(budget, wording), currencyName(budget, wording));
  const open = budget.years.find(({ finished }) => !finished);
  return (
    <ChartFrame
      id="chart-years"
      headline={headline}
      unit={unit}
      legend={<Legend wording={wording} />}
      model={budget.years.length === 0 ? null : yearModel(budget, headline, wording)}
      height="normal"
      level={2}
      notes={[
        sourceNote(budget.sources, wording),
        wording.say.chart.period(
          String(budget.years[0]?.fiscalYear ?? ''),
          String(budget.years.at(-1)?.fiscalYear ?? ''),
        ),
        open ? say.yearUnfinished(open.fiscalYear) : '',
      ]}
      table={amountTable(
        budget,
        wording.say.chart.year,
        budget.years.map(({ fiscalYear, amounts }) => ({ head: String(fiscalYear), amounts })),
        unit,
        wording,
      )}
      {...addressesOf('years', visit)}
      embedded={embedded}
      wording={wording}
    />
  );
}

function Legend({ wording }: { readonly wording: Wording }) {
  const { budget: say } = wording.say.chart;
  return (
    <ul class="chart-legend">
      <li class="legend-approved">{say.approved}</li>
      <li class="legend-revised">{say.revised}</li>
      <li class="legend-executed">{say.executed}</li>
    </ul>
  );
}

/** Scale and currency, as amounts are headed. */
export function currencyOf(budget: BudgetView, wording: Wording): string {
  return `${scaleOf(budget, wording)} ${currencyName(budget, wording)}`;
}

/** The currency by its name, where it has one. */
export function currencyName(budget: BudgetView, wording: Wording): string {
  const code = budget.currency ?? '';
  return wording.say.chart.budget.currencies[code] ?? code;
}

function scaleOf(budget: BudgetView, { say }: Wording): string {
  return amountScale(budget).divisor === 1 ? say.chart.budget.inUnits : say.chart.budget.inMillions;
}

/** Where a chart of the budget is found again, by itself and as files. */
export function addressesOf(chart: 'purposes' | 'years' | 'months', { address, wording, publicUrl }: Visit) {
  const path = statePath(address.parameters['iso3'] ?? '', '/budget');
  const file = chart === 'months' ? `${path}-months.csv` : `${path}.csv`;
  return {
    csv: apiUrl(wording.language, file),
    json: apiUrl(wording.language, path),
    self: `${pageUrl(wording.language, path)}#chart-${chart}`,
    embed: `${publicUrl}${pageUrl(wording.language, embedPath(`${path}/${chart}`))}`,
  };
}
