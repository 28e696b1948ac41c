import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { breakdownName } from '../model/indicator-model.js';
import { isBySource, publishedDimensions, subjectOf } from '../model/series.js';
import type { SeriesSet } from '../model/series.js';

/** What is drawn, without what it says: the name, and what it is broken down by. */
export function plainHeadline(data: IndicatorData, set: SeriesSet, wording: Wording): string {
  const { chart } = wording.say;
  if (isBySource(set)) return chart.namedBy(data.name, chart.sourceHead);
  const dimension = data.dimensions.find(({ code }) => code === set.by);
  if (dimension) return chart.namedBy(subjectOf(data, set), breakdownName(data, set, wording));
  return publishedDimensions(data).length > 0 ? chart.namedTotal(data.name) : data.name;
}

/** What is counted, in what, of whom; a headline that begins with the name has said the first. */
export function unitLine({ name, unit, population }: IndicatorData, headline: string): string {
  const counted = headline.startsWith(name) ? unit : `${name}, ${unit}`;
  const line = population === null || population === '' ? counted : `${counted}\u00a0· ${population}`;
  return line.charAt(0).toUpperCase() + line.slice(1);
}
