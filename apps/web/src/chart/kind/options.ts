import type { ChartOptions } from 'chart.js';

import { formatNumber } from '#messages';
import type { Language } from '#messages';

import type { ChartModel } from '../model/chart-model.js';
import type { Palette } from '../palette.js';
import { FAMILY } from '../pen.js';

/** What every kind needs beside its model. */
export interface Studio {
  readonly palette: Palette;
  readonly language: Language;
}

/** A tooltip repeats what the table says, and adds nothing. */
export function commonOptions(model: ChartModel, { palette }: Studio) {
  return {
    animation: false,
    maintainAspectRatio: false,
    responsive: true,
    font: { family: FAMILY, size: 13 },
    color: palette.ink,
    interaction: { mode: 'index', intersect: false },
    plugins: {
      legend: { display: false },
      tooltip: {
        backgroundColor: palette.ink,
        titleColor: palette.paper,
        bodyColor: palette.paper,
        displayColors: false,
        cornerRadius: 0,
        padding: 8,
        titleFont: { family: FAMILY, size: 13, weight: 600 },
        bodyFont: { family: FAMILY, size: 13 },
        callbacks: {
          title: (items: readonly { dataIndex: number }[]) =>
            model.readings[0]?.points[items[0]?.dataIndex ?? 0]?.label ?? '',
          label: (item: { dataIndex: number; datasetIndex: number }) => {
            const reading = model.readings[item.datasetIndex];
            return reading ? `${reading.name}: ${reading.points[item.dataIndex]?.text ?? ''}` : '';
          },
        },
      },
    },
  } satisfies ChartOptions<'bar'>;
}

export function categoryAxis({ palette }: Studio) {
  return {
    grid: { display: false },
    border: { color: palette.ink2 },
    ticks: { color: palette.ink2, maxRotation: 0, autoSkipPadding: 18, font: { family: FAMILY, size: 13 } },
  };
}

export function valueAxis({ palette, language }: Studio, percent: boolean, most?: number) {
  return {
    beginAtZero: true,
    border: { display: false },
    grid: { color: palette.rule, drawTicks: false },
    ...(percent && (most ?? 0) > 50 ? { max: 100 } : {}),
    ticks: {
      color: palette.ink2,
      maxTicksLimit: 6,
      ...(percent && (most ?? 0) > 50 ? { stepSize: 25 } : {}),
      padding: 8,
      font: { family: FAMILY, size: 13 },
      callback: (value: string | number) =>
        `${formatNumber(language, Number(value), Number.isInteger(Number(value)) ? 0 : 1)}${percent ? '\u202f%' : ''}`,
    },
  };
}
