import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { publishedDimensions, seriesOf } from './series.js';
import type { SeriesSet } from './series.js';

/** Between the codes of two categories: no code holds it. */
const AND = '~';

type Dimensions = IndicatorData['dimensions'];

/** Breakdowns that figures are published by together with this one, and with no third. */
export function pairPartners(data: IndicatorData, by: string): Dimensions {
  return publishedDimensions(data).filter(
    ({ code }) => code !== by && data.cells.some(({ categories }) => isPair(categories, by, code)),
  );
}

/** Figures by two breakdowns at once: one series for each pair of categories that was published. */
export function pairSet(data: IndicatorData, by: string, and: string, wording: Wording): SeriesSet {
  const [first, second] = [by, and].map((code) => data.dimensions.find((one) => one.code === code));
  const pairs = (first?.categories ?? []).flatMap((left) =>
    (second?.categories ?? []).map((right) => ({
      code: `${left.code}${AND}${right.code}`,
      name: wording.say.chart.pair(left.name, right.name),
      pair: { panel: left.name, line: right.name, lineCode: right.code },
    })),
  );
  const joined = `${by}${AND}${and}`;
  const name = wording.say.chart.breakdowns(first?.name ?? by, second?.name ?? and);
  const set = seriesOf(
    {
      ...data,
      dimensions: [
        { code: joined, name, categories: pairs.map(({ code, name: pair }) => ({ code, name: pair })) },
      ],
      cells: data.cells
        .filter(({ categories }) => isPair(categories, by, and))
        .map((cell) => ({
          ...cell,
          categories: { [joined]: `${cell.categories[by] ?? ''}${AND}${cell.categories[and] ?? ''}` },
        })),
    },
    joined,
    wording,
  );
  return {
    ...set,
    by,
    and,
    only: [],
    series: set.series.map((series) => {
      const found = pairs.find(({ code }) => code === series.category);
      return {
        ...series,
        category: series.category?.split(AND)[0] ?? null,
        ...(found ? { pair: found.pair } : {}),
      };
    }),
  };
}

function isPair(categories: Readonly<Record<string, string>>, by: string, and: string): boolean {
  return by in categories && and in categories && Object.keys(categories).length === 2;
}
