import type { BudgetView } from '#contracts';

import { budgetTitle, purposeFinding, yearFinding } from '../../chart/finding/budget-finding.js';
import { ChartFrame } from '../../chart/frame/chart-frame.js';
import { ChartTable } from '../../chart/frame/chart-table.js';
import { sourceNote } from '../../chart/frame/notes.js';
import { amountScale, amountTable, purposeModel, yearModel } from '../../chart/model/budget-model.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { BudgetLines } from './budget-lines.js';
import { BudgetMonths } from './budget-months.js';
import { BudgetPrices, SpendingPerVictim } from './budget-prices.js';

export const budgetPage: Page<{ budget: BudgetView }> = {
  load: ({ language, parameters }) => ({
    budget: apiUrl(language, statePath(parameters['iso3'] ?? '', '/budget')),
  }),
  show: ({ budget }, visit) => ({
    documentTitle: visit.wording.say.chart.budget.documentTitle,
    current: 'budget',
    crumbs: [
      { label: visit.state?.name ?? '', path: statePath(visit.state?.iso3 ?? '') },
      { label: visit.wording.say.layout.budget },
    ],
    today: budget.today,
    body: <BudgetBody budget={budget} visit={visit} />,
  }),
};

interface BodyProps {
  readonly budget: BudgetView;
  readonly visit: Visit;
}

function BudgetBody({ budget, visit }: BodyProps) {
  const { wording } = visit;
  const { budget: say } = wording.say.chart;
  const named = budget.purposes.filter((purpose) => purpose.named);
  const others = budget.purposes.filter((purpose) => !purpose.named);
  return (
    <>
      <h1>{budgetTitle(budget, wording)}</h1>
      <p class="lede">{budget.purposes.length === 0 ? say.emptyLede : say.lede}</p>
      {budget.purposesWithoutLine.length > 0 && (
        <p>
          {say.withoutLine(
            budget.purposesWithoutLine.map((purpose) => say.inSentence[purpose] ?? purpose).join(', '),
          )}
        </p>
      )}
      {budget.otherCurrencies.length > 0 && <p>{say.otherCurrencies(budget.otherCurrencies.join(', '))}</p>}
      {budget.purposes.length > 0 && (
        <div class="halves halves-first">
          <PurposeChart budget={budget} named={named} visit={visit} />
          <YearChart budget={budget} visit={visit} />
        </div>
      )}
      {others.length > 0 && (
        <Section title={say.otherPurposes}>
          <ChartTable
            table={amountTable(
              budget,
              say.purpose,
              others.map(({ purpose, amounts }) => ({ head: say.purposes[purpose] ?? purpose, amounts })),
              currencyOf(budget, wording),
              wording,
            )}
            wording={wording}
          />
        </Section>
      )}
      <BudgetMonths budget={budget} currency={currencyName(budget, wording)} visit={visit} />
      <BudgetPrices budget={budget} currency={currencyOf(budget, wording)} wording={wording} />
      <SpendingPerVictim budget={budget} currency={currencyName(budget, wording)} wording={wording} />
      <BudgetLines budget={budget} wording={wording} />
    </>
  );
}

function PurposeChart({ budget, named, visit }: BodyProps & { readonly named: BudgetView['purposes'] }) {
  const { wording, address } = visit;
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
      csv={csvOf(address.parameters['iso3'] ?? '', wording)}
      wording={wording}
    />
  );
}

function YearChart({ budget, visit }: BodyProps) {
  const { wording, address } = visit;
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
      csv={csvOf(address.parameters['iso3'] ?? '', wording)}
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

function currencyOf(budget: BudgetView, wording: Wording): string {
  return `${scaleOf(budget, wording)} ${currencyName(budget, wording)}`;
}

function currencyName(budget: BudgetView, wording: Wording): string {
  const code = budget.currency ?? '';
  return wording.say.chart.budget.currencies[code] ?? code;
}

function scaleOf(budget: BudgetView, { say }: Wording): string {
  return amountScale(budget).divisor === 1 ? say.chart.budget.inUnits : say.chart.budget.inMillions;
}

function csvOf(iso3: string, wording: Wording): string {
  return apiUrl(wording.language, statePath(iso3, '/budget.csv'));
}
