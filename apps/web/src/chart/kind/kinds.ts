import type { ChartConfiguration } from 'chart.js';

import type { CanvasKind, CanvasModel } from '../model/chart-model.js';
import { barChart } from './bar.js';
import { budgetChart } from './budget.js';
import { dotChart } from './dot.js';
import { funnelChart } from './funnel.js';
import { lineChart } from './line.js';
import type { Studio } from './options.js';
import { stackChart } from './stack.js';

type Draughtsman<Kind extends CanvasKind> = (
  model: Extract<CanvasModel, { kind: Kind }>,
  studio: Studio,
) => ChartConfiguration<'line'> | ChartConfiguration<'bar'>;

/** A kind of chart is one file and one line here. */
const KINDS: { readonly [Kind in CanvasKind]: Draughtsman<Kind> } = {
  line: lineChart,
  bar: barChart,
  dot: dotChart,
  budget: budgetChart,
  funnel: funnelChart,
  stack: stackChart,
};

export function configurationFor(model: CanvasModel, studio: Studio): ChartConfiguration {
  const draughtsman = KINDS[model.kind] as Draughtsman<CanvasKind>;
  return draughtsman(model, studio);
}
