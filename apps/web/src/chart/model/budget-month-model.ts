import type { BudgetView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { SHAPES } from '../shape.js';
import type { ChartTableModel, LineModel, ModelSeries, SeriesTone } from './chart-model.js';

type PurposeMonths = BudgetView['months'][number];

const TONES: readonly SeriesTone[] = ['first', 'second', 'third', 'fourth'];
const MONTHS = Array.from({ length: 12 }, (_, at) => at);

/**
 * The share of the budget that was spent by the end of each month, a line a purpose, against the share of the year that had passed.
 * Purposes of the newest year only. Null where no month has a share.
 */
export function monthModel(
  months: readonly PurposeMonths[],
  headline: string,
  wording: Wording,
): { readonly year: number; readonly model: LineModel; readonly table: ChartTableModel } | null {
  const year = Math.max(...months.map(({ fiscalYear }) => fiscalYear));
  const told = months.filter(
    (one) => one.fiscalYear === year && one.months.some(({ share }) => share !== null),
  );
  if (told.length === 0) return null;
  const { budget } = wording.say.chart;
  const labels = MONTHS.map((month) => wording.shortDate(monthEnd(year, month)));
  const series: ModelSeries[] = told.slice(0, TONES.length).map(({ purpose, months: own }, place) => {
    const values = MONTHS.map((month) => {
      const share = own.find(({ endOn }) => endOn === monthEnd(year, month))?.share ?? null;
      return share === null ? null : share * 100;
    });
    return {
      name: budget.purposes[purpose] ?? purpose,
      tone: TONES[place]!,
      shape: SHAPES[place]!,
      values,
      printed: values.map((value) => printed(value, wording)),
    };
  });
  const last = Math.max(...series.map(({ values }) => values.findLastIndex((value) => value !== null)));
  const elapsed = MONTHS.map((month) => (month <= last ? 100 * elapsedBy(year, month) : null));
  series.push({
    name: budget.months.yearPassed,
    tone: 'context',
    shape: 'ring',
    values: elapsed,
    printed: elapsed.map((value) => printed(value, wording)),
  });
  return {
    year,
    table: {
      caption: headline,
      corner: budget.months.month,
      columns: series.map(({ name }) => name),
      rows: labels.map((head, at) => ({
        head,
        cells: series.map(({ printed: texts }) => ({
          text: texts[at] || budget.months.unknownBefore,
          flag: texts[at] ? null : 'missing',
        })),
      })),
    },
    model: {
      kind: 'line',
      summary: headline,
      readings: series.map(({ name, printed: texts }) => ({
        name,
        points: labels.map((label, at) => ({ label, text: texts[at] || budget.months.unknownBefore })),
      })),
      labels,
      series,
      percent: true,
      target: null,
      gaps: [],
      gapLabel: '',
      breaks: [],
      breakLabel: '',
    },
  };
}

function printed(value: number | null, wording: Wording): string {
  return value === null ? '' : wording.percent(value);
}

const elapsedBy = (year: number, month: number): number =>
  (Date.UTC(year, month + 1, 1) - Date.UTC(year, 0, 1)) / (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1));

const monthEnd = (year: number, month: number): string =>
  new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
