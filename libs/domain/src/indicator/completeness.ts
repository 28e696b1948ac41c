import type { CivilDate } from '../calendar/clock.js';
import type { AskedReporter, IndicatorFacts } from '../check/facts.js';
import { dataGapsOf, receivedPercent } from './data-gap.js';
import type { AskedIndicator, CameForPeriod, DataGaps, Received, ReporterGaps } from './data-gap.js';
import type { AcceptableFigure } from './figure-reading.js';
import type { ReferencePeriod } from './indicator.js';

/** Series of the program's own that an indicator's figures can be worked out from. */
export const COMPUTED_FROM = ['completeness'] as const;
export type ComputedFrom = (typeof COMPUTED_FROM)[number];

/** What came for the periods that end in one year. */
export interface CameInYear extends CameForPeriod {
  readonly year: number;
}

/** How complete the figures of one year are, as a whole, by indicator and by who reports: a figure that is followed like any other. */
export interface YearOfCompleteness extends Pick<DataGaps, 'rows' | 'institutions' | 'received' | 'asked'> {
  readonly year: number;
  /** Null where nothing was asked for that applies. */
  readonly percent: number | null;
}

/** Oldest first. A year in which an indicator has no figure at all counts as one in which all of its breakdowns are missing. */
export function completenessByYear(
  indicators: readonly AskedIndicator[],
  came: readonly CameInYear[],
): YearOfCompleteness[] {
  const years = [...new Set(came.map(({ year }) => year))].sort((one, other) => one - other);
  return years.map((year) => {
    const { rows, institutions, received, asked } = dataGapsOf(
      indicators,
      came.filter((period) => period.year === year),
    );
    return { year, rows, institutions, received, asked, percent: receivedPercent({ received, asked }) };
  });
}

/**
 * Percent of the asked-for dimensions that arrived for the newest period, as the series of completeness has it; null where none
 * were asked for that apply, or where there is no figure to break down.
 */
export function completenessPercent(indicator: IndicatorFacts): number | null {
  const { newest, requiredDimensions } = indicator;
  if (requiredDimensions.length === 0) return null;
  if (newest === null || newest.state === 'missing' || newest.state === 'not_applicable') return null;
  return receivedPercent(receivedOf(indicator));
}

/** Breakdowns of the newest period that came, of those that were asked for and apply. */
export function receivedOf(indicator: IndicatorFacts): Received {
  const { received, asked } = dataGapsOf([askedOf(indicator)], cameFor(indicator));
  return { received, asked };
}

/** Dimensions that any institution still owes for the newest period. */
export function missingDimensions(indicator: IndicatorFacts): string[] {
  return indicator.requiredDimensions.filter((dimension) =>
    reportersOf(indicator).some(({ states }) => states[dimension] === 'missing'),
  );
}

/** Who of several owes breakdowns of the newest period, the lead first; where one alone is asked, that one. */
export function owingReporters(indicator: IndicatorFacts): AskedReporter[] {
  const owing = new Set(
    reportersOf(indicator)
      .filter(({ states }) => Object.values(states).includes('missing'))
      .map(({ institution }) => institution),
  );
  return askedReporters(indicator).filter(({ institution }) => owing.has(institution));
}

function reportersOf(indicator: IndicatorFacts): readonly ReporterGaps[] {
  return dataGapsOf([askedOf(indicator)], cameFor(indicator)).rows[0]?.reporters ?? [];
}

function askedReporters(indicator: IndicatorFacts): readonly AskedReporter[] {
  const { reporters = [], institutionId, receivedDimensions, inapplicableDimensions = [] } = indicator;
  if (reporters.length > 0) return reporters;
  return [
    { institutionId, institution: null, received: receivedDimensions, notApplicable: inapplicableDimensions },
  ];
}

function askedOf({ code, requiredDimensions }: IndicatorFacts): AskedIndicator {
  return { code, requiredDimensions, institutions: [] };
}

function cameFor(indicator: IndicatorFacts): CameForPeriod[] {
  return askedReporters(indicator).map(({ institution, received, notApplicable }) => ({
    indicator: indicator.code,
    institution,
    received,
    notApplicable,
  }));
}

/** The share of breakdowns that came for a year, as a figure with its parts; a year in which none applies has no share. */
export interface CompletenessFigure extends AcceptableFigure {
  readonly period: ReferencePeriod;
}

/**
 * The series of completeness as figures of an indicator, for years that are over. Of the year before this one figures still come in:
 * its share is provisional.
 */
export function completenessFigures(
  series: readonly YearOfCompleteness[],
  today: CivilDate,
): CompletenessFigure[] {
  const thisYear = Number(today.slice(0, 4));
  return series
    .filter(({ year }) => year < thisYear)
    .map(({ year, percent, received, asked }) => {
      const told = percent !== null;
      return {
        period: { startOn: `${year}-01-01`, endOn: `${year}-12-31` },
        state: told ? 'reported' : 'not_applicable',
        value: percent,
        numerator: told ? received : null,
        denominator: told ? asked : null,
        provisional: year === thisYear - 1,
      };
    });
}
