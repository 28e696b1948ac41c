import type { IndicatorData, SourceView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import type { ChartModel } from '../model/chart-model.js';
import { drawnOfMore, gapsOf } from '../model/indicator-model.js';
import type { SeriesSet } from '../model/series.js';
import { sharedPeriod } from '../model/shared-period.js';

/** Each source by name; an invented one says so. */
export function sourceNote(sources: readonly SourceView[], wording: Wording): string {
  const names = sources.map((source) =>
    source.demonstration ? wording.say.chart.withDemonstration(source.name) : source.name,
  );
  return names.length === 0 ? '' : wording.say.chart.source(names.join('; '));
}

/** What was done to the figures before they were published. */
export function disclosureNote(
  announcedError: number | null,
  figureKind: IndicatorData['figureKind'],
  sources: readonly SourceView[],
  { say }: Wording,
): string {
  if (announcedError !== null) return say.chart.rounded(announcedError);
  if (figureKind === 'derived_rate') return say.chart.derived;
  return sources.length > 0 && sources.every((source) => source.citation)
    ? say.chart.verbatim
    : say.chart.notRounded;
}

/** Source, period, disclosure, gaps of an indicator and what is not drawn of it, one sentence each. */
export function indicatorNotes(
  data: IndicatorData,
  set: SeriesSet,
  model: ChartModel | null,
  wording: Wording,
): string[] {
  const { say } = wording;
  const first = model?.kind === 'matrix' ? model.label : set.labels[0];
  const last = model?.kind === 'matrix' ? model.label : set.labels.at(-1);
  const gaps = gapsOf(set.series).map(({ from, to }) =>
    from === to ? (set.labels[from] ?? '') : `${set.labels[from] ?? ''}–${set.labels[to] ?? ''}`,
  );
  const shared = sharedPeriod(set);
  const differing = (shared?.numbers.length ?? 0) > 1 && shared?.ofRecord === null;
  const ringed =
    model?.kind === 'dot' &&
    model.series.some(({ ofRecord }) => ofRecord !== undefined && ofRecord.length > 0);
  const drawn = drawnOfMore(set, model);
  const only = set.only.map(({ dimension, category }) => say.chart.group(dimension, category));
  return [
    sourceNote(data.sources, wording),
    first !== undefined && last !== undefined ? say.chart.period(first, last) : '',
    data.cells.length > 0 ? disclosureNote(data.announcedError, data.figureKind, data.sources, wording) : '',
    gaps.length > 0 ? say.chart.gap(gaps.join(', ')) : '',
    differing ? say.chart.noRecord(set.series.length) : '',
    ringed ? say.chart.ringed : '',
    model?.kind === 'stack' ? say.chart.partsAre : '',
    drawn === null ? '' : say.chart.drawnOf(drawn, set.series.length),
    only.length > 0 ? say.chart.onlyFor(only.join(', ')) : '',
  ].filter((note) => note !== '');
}
