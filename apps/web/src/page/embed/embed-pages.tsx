import type { ComponentChildren } from 'preact';

import type { BudgetView, IndicatorData, ProsecutionsView } from '#contracts';

import { IndicatorChart } from '../../chart/frame/indicator-chart.js';
import { TileMap } from '../../chart/frame/tile-map.js';
import { selectionOf } from '../../chart/model/selection.js';
import { placeFigures } from '../../chart/model/tile-model.js';
import { apiUrl, indicatorPath, statePath } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page, Sheet } from '../../router/page.js';
import { PurposeChart, YearChart } from '../budget/budget-charts.js';
import { MonthChart } from '../budget/budget-months.js';
import { StageCharts } from '../prosecutions/stage-charts.js';

const CHARTS_OF_BUDGET = { purposes: PurposeChart, years: YearChart, months: MonthChart } as const;

/** The chart of an indicator, with what was chosen. */
export const embedIndicatorPage: Page<{ data: IndicatorData }> = {
  load: loadIndicator,
  show: ({ data }, visit) =>
    embedded(
      data.name,
      <IndicatorChart
        data={data}
        iso3={visit.address.parameters['iso3'] ?? ''}
        selection={selectionOf(data, visit.address.query)}
        publicUrl={visit.publicUrl}
        height="lead"
        level={2}
        embedded
        wording={visit.wording}
      />,
    ),
};

/** The map of an indicator; where nothing by place is told, it says so in words. */
export const embedPlacesPage: Page<{ data: IndicatorData }> = {
  load: loadIndicator,
  show: ({ data }, { wording, address, publicUrl }) => {
    const figures = placeFigures(data, address.query.get('period'), wording);
    const iso3 = address.parameters['iso3'] ?? '';
    return embedded(
      data.name,
      figures === null ? (
        <Nothing words={wording.say.indicator.neverReported} />
      ) : (
        <TileMap data={data} figures={figures} iso3={iso3} publicUrl={publicUrl} embedded wording={wording} />
      ),
    );
  },
};

/** One of the charts of the budget, by its name in the address. */
export const embedBudgetPage: Page<{ budget: BudgetView }> = {
  load: ({ language, parameters }) => ({
    budget: apiUrl(language, statePath(parameters['iso3'] ?? '', '/budget')),
  }),
  show: ({ budget }, visit) => {
    const { budget: say } = visit.wording.say.chart;
    const name = visit.address.parameters['chart'] ?? '';
    const Chart = isChartOfBudget(name) ? CHARTS_OF_BUDGET[name] : PurposeChart;
    return embedded(
      say.documentTitle,
      budget.purposes.length === 0 || (name === 'months' && budget.months.length === 0) ? (
        <Nothing words={say.emptyLede} />
      ) : (
        <Chart budget={budget} visit={visit} embedded />
      ),
    );
  },
};

/** The funnels of one cohort. */
export const embedProsecutionsPage: Page<{ prosecutions: ProsecutionsView }> = {
  load: ({ language, parameters, query }) => ({
    prosecutions: apiUrl(language, statePath(parameters['iso3'] ?? '', '/prosecutions'), {
      cohort: query.get('cohort'),
      rule: query.get('rule'),
    }),
  }),
  show: ({ prosecutions }, visit) => {
    const { prosecutions: say } = visit.wording.say.chart;
    return embedded(
      say.documentTitle,
      prosecutions.offences.length === 0 ? (
        <Nothing words={say.emptyLede} />
      ) : (
        <StageCharts prosecutions={prosecutions} visit={visit} embedded />
      ),
    );
  },
};

function loadIndicator({ language, parameters }: Address): { data: string } {
  return {
    data: apiUrl(language, `${indicatorPath(parameters['iso3'] ?? '', parameters['code'] ?? '')}/data`),
  };
}

function embedded(documentTitle: string, body: ComponentChildren): Sheet {
  return { documentTitle, body };
}

function isChartOfBudget(name: string): name is keyof typeof CHARTS_OF_BUDGET {
  return name in CHARTS_OF_BUDGET;
}

function Nothing({ words }: { readonly words: string }) {
  return (
    <div class="empty">
      <p>{words}</p>
    </div>
  );
}
