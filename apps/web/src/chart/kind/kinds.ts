import type { ChartConfiguration } from 'chart.js';

import type { ChartKind, ChartModel } from '../model/chart-model.js';
import { barChart } from './bar.js';
import { budgetChart } from './budget.js';
import { dotChart } from './dot.js';
import { funnelChart } from './funnel.js';
import { lineChart } from './line.js';
import type { Studio } from './options.js';

type Draughtsman<Kind extends ChartKind> = (
  model: Extract<ChartModel, { kind: Kind }>,
  studio: Studio,
) => ChartConfiguration<'line'> | ChartConfiguration<'bar'>;

/** A kind of chart is one file and one line here. */
const KINDS: { readonly [Kind in ChartKind]: Draughtsman<Kind> } = {
  line: lineChart,
  bar: barChart,
  dot: dotChart,
  budget: budgetChart,
  funnel: funnelChart,
};

export function configurationFor(model: ChartModel, studio: Studio): ChartConfiguration {
  const draughtsman = KINDS[model.kind] as Draughtsman<ChartKind>;
  return draughtsman(model, studio);
}
