import type { BudgetView, ProsecutionsView } from '#contracts';
import { elapsedShare } from '#domain';
import type { Language } from '#messages';
import type { BudgetSummary, IndicatorReading, ProsecutionSummary } from '#tracking';
import { isNamed } from '#tracking';

import { MISSING_CELL, cellView } from './indicator-presenter.js';
import { sourceView } from './wording.js';

export function budgetView(
  summary: BudgetSummary,
  reading: IndicatorReading,
  today: string,
  language: Language,
): BudgetView {
  return {
    today,
    currency: summary.fiscalYear === null ? null : 'PEN',
    fiscalYear: summary.fiscalYear,
    executedThrough: summary.executedThrough,
    elapsedShare:
      summary.fiscalYear === null ? null : elapsedShare(summary.fiscalYear, summary.executedThrough ?? today),
    purposes: summary.purposes.map((purpose) => ({
      purpose: purpose.purpose,
      named: isNamed(purpose.purpose),
      amounts: purpose.amounts,
      indicators: [...purpose.indicators],
    })),
    years: summary.years.map((year) => ({
      ...year,
      finished: `${year.fiscalYear}-12-31` < today,
    })),
    sources: usedSources(reading, language),
  };
}

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
    announcedError: reading.figures.find((figure) => figure.announcedError !== null)?.announcedError ?? null,
    sources: usedSources(reading, language),
  };
}

function usedSources(reading: IndicatorReading, language: Language): BudgetView['sources'] {
  const used = new Set(reading.figures.map((figure) => figure.sourceCode));
  return reading.sources
    .filter((source) => used.has(source.code))
    .map((source) => sourceView(source, language));
}
