import type { BudgetView } from '#contracts';

import { budgetTitle } from '../../chart/finding/budget-finding.js';
import { ChartTable } from '../../chart/frame/chart-table.js';
import { amountTable } from '../../chart/model/budget-model.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { PurposeChart, YearChart, currencyName, currencyOf } from './budget-charts.js';
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
          <PurposeChart budget={budget} visit={visit} />
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
