import type { ProsecutionsView, SourceView } from '#contracts';
import type { Language } from '#messages';
import type { IndicatorReading, ProsecutionSummary } from '#tracking';

import { MISSING_CELL, cellView, largestError } from './indicator-presenter.js';
import { sourceView } from './wording.js';

export function prosecutionsView(
  summary: ProsecutionSummary,
  reading: IndicatorReading,
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
    sources: usedSources(reading, language),
  };
}

export function usedSources(reading: IndicatorReading, language: Language): SourceView[] {
  const used = new Set(reading.figures.map((figure) => figure.sourceCode));
  return reading.sources
    .filter((source) => used.has(source.code))
    .map((source) => sourceView(source, language));
}
