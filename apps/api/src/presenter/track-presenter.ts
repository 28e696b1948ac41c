import type { ProsecutionsView, SourceView } from '#contracts';
import type { Language } from '#messages';
import type { IndicatorReading, ProsecutionSummary } from '#tracking';

import { MISSING_CELL, cellView, largestError, indicatorDataView } from './indicator-presenter.js';
import { sourceView } from './wording.js';

export function prosecutionsView(
  summary: ProsecutionSummary,
  reading: IndicatorReading,
  highlights: IndicatorReading,
  today: string,
  language: Language,
): ProsecutionsView {
  return {
    today,
    cohortRule: summary.cohortRule,
    cohortRules: [...summary.cohortRules],
    cohortYear: summary.cohortYear,
    cohortYears: [...summary.cohortYears],
    offences: summary.offences.map((offence) => ({
      offence: offence.offence,
      indicator: offence.indicator,
      countable: offence.countable,
      stages: offence.stages.map(({ stage, figure }) => ({
        stage,
        cell: figure ? cellView(figure) : MISSING_CELL,
      })),
    })),
    announcedError: largestError(reading.figures),
    disputed: disputedView(highlights, language),
    sources: usedSources(reading, language),
  };
}

/** Indicators of which two sources tell different totals for one period: both are shown wherever the same people are counted. */
function disputedView(reading: IndicatorReading, language: Language): ProsecutionsView['disputed'] {
  const totals = reading.figures.filter(({ seriesKey }) => seriesKey === '');
  const told = new Map<string, number>();
  const disputed = new Set<string>();
  for (const { indicatorCode, periodStartOn, periodEndOn, value } of totals) {
    if (value === null) continue;
    const period = `${indicatorCode} ${periodStartOn} ${periodEndOn}`;
    if ((told.get(period) ?? value) !== value) disputed.add(indicatorCode);
    told.set(period, value);
  }
  return reading.indicators
    .filter(({ code }) => disputed.has(code))
    .map((indicator) => indicatorDataView(indicator, { ...reading, figures: totals }, language));
}

export function usedSources(reading: IndicatorReading, language: Language): SourceView[] {
  const used = new Set(reading.figures.map((figure) => figure.sourceCode));
  return reading.sources
    .filter((source) => used.has(source.code))
    .map((source) => sourceView(source, language));
}
