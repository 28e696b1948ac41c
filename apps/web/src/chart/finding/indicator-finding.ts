import type { IndicatorData } from '#contracts';

import { printValue } from '../../cell/printed-cell.js';
import type { Wording } from '../../wording/wording.js';
import { cellUnitOf } from '../model/cell-unit.js';
import { groupsOf } from '../model/selected-set.js';
import { hasNumber } from '../model/model-series.js';
import { isBySource, subjectOf } from '../model/series.js';
import type { IndicatorSeries, SeriesSet } from '../model/series.js';
import { sharedPeriod } from '../model/shared-period.js';

/** The headline of an indicator: what its published figures say, and nothing that they do not say. */
export function indicatorFinding(data: IndicatorData, set: SeriesSet, wording: Wording): string {
  const { finding } = wording.say.chart;
  if (set.series.length === 0) return finding.never(data.name);
  if (isBySource(set)) return atOnce(data, set, wording) ?? succession(data, set, wording);
  if (set.by === 'phase') return spending(data, set, wording) ?? development(data, set, wording);
  if (set.by !== null && set.series.length > 1)
    return contrast(data, set, wording) ?? development(data, set, wording);
  return development(data, set, wording);
}

/** Of a budget line: what was spent of what there was to spend, in the newest year that says both. */
function spending(data: IndicatorData, set: SeriesSet, wording: Wording): string | null {
  const phase = (category: string): IndicatorSeries | undefined =>
    set.series.find((series) => series.category === category);
  const executed = phase('executed');
  const revised = phase('revised');
  const unit = cellUnitOf(data);
  for (let place = set.labels.length - 1; place >= 0; place -= 1) {
    const spent = executed?.cells[place]?.value;
    const available = revised?.cells[place]?.value;
    if (typeof spent !== 'number' || typeof available !== 'number') continue;
    return wording.say.chart.finding.spent(
      subjectOf(data, set),
      printValue(spent, unit, wording),
      `${printValue(available, unit, wording)} ${data.unit}`,
      set.labels[place] ?? '',
    );
  }
  return null;
}

/** What several sources say of one period. */
function atOnce(data: IndicatorData, set: SeriesSet, wording: Wording): string | null {
  const { finding } = wording.say.chart;
  const shared = sharedPeriod(set);
  if (!shared) return null;
  const unit = cellUnitOf(data);
  const { ofRecord } = shared;
  const others = shared.numbers
    .filter((number) => number !== ofRecord?.value)
    .map((number) => printValue(number, unit, wording));
  if (ofRecord && others.length > 0)
    return finding.ofRecord(shared.label, printValue(ofRecord.value, unit, wording), ofRecord.source, others);
  const printed = [...new Set(shared.numbers.map((number) => printValue(number, unit, wording)))];
  return printed.length > 1
    ? finding.differ(shared.label, shared.sources, printed)
    : finding.same(shared.label, shared.sources, printed[0] ?? '');
}

/** Sources that follow one another: the first and the last number, each with who counted. */
function succession(data: IndicatorData, set: SeriesSet, wording: Wording): string {
  const { finding } = wording.say.chart;
  const start = lastBreak(set.series);
  const reported = set.labels.flatMap((label, place) =>
    set.series.flatMap(({ name, cells }) => {
      const value = cells[place]?.value ?? null;
      if (value === null || place < start) return [];
      return { printed: printValue(value, cellUnitOf(data), wording), at: finding.bySource(label, name) };
    }),
  );
  const first = reported[0];
  const last = reported.at(-1);
  if (!first || !last) return finding.allFlagged(data.name);
  return reported.length === 1
    ? finding.single(data.name, last.printed, last.at)
    : finding.thenNow(data.name, first.printed, first.at, last.printed, last.at);
}

/** The widest distance between two groups in the newest period that both report. */
function contrast(data: IndicatorData, set: SeriesSet, wording: Wording): string | null {
  const unit = cellUnitOf(data);
  for (let place = set.labels.length - 1; place >= 0; place -= 1) {
    const reported = groupsOf(set)
      .map((series) => ({ name: series.name, value: series.cells[place]?.value ?? null }))
      .filter((group): group is { name: string; value: number } => group.value !== null)
      .sort((left, right) => right.value - left.value);
    const high = reported[0];
    const low = reported.at(-1);
    if (!high || !low || reported.length < 2) continue;
    return wording.say.chart.finding.groups(
      `${subjectOf(data, set)}, ${set.labels[place]}`,
      high.name,
      printValue(high.value, unit, wording),
      low.name,
      printValue(low.value, unit, wording),
    );
  }
  return null;
}

/** Place from which figures can be compared: nothing is said across a break. */
function lastBreak(series: readonly IndicatorSeries[]): number {
  return Math.max(0, ...series.map(({ cells }) => cells.findLastIndex((cell) => cell?.break === true)));
}

function development(data: IndicatorData, set: SeriesSet, wording: Wording): string {
  const { finding } = wording.say.chart;
  const series = set.series.find(hasNumber) ?? set.series[0];
  const unit = cellUnitOf(data);
  const start = lastBreak(series ? [series] : []);
  const reported = (series?.cells ?? []).flatMap((cell, index) =>
    typeof cell?.value === 'number' && index >= start
      ? [{ value: cell.value, label: set.labels[index] ?? '' }]
      : [],
  );
  const first = reported[0];
  const last = reported.at(-1);
  const subject = subjectOf(data, set);
  if (!first || !last) return finding.allFlagged(subject);
  const name =
    set.series.length > 1 && series && series.name !== data.name ? `${subject}, ${series.name}` : subject;
  const lastPrinted = printValue(last.value, unit, wording);
  if (reported.length === 1) return finding.single(name, lastPrinted, last.label);
  if (first.value === last.value) return finding.unchanged(name, lastPrinted, first.label, last.label);
  return finding.thenNow(name, printValue(first.value, unit, wording), first.label, lastPrinted, last.label);
}
