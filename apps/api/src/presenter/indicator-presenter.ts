import type { Cell, IndicatorData, IndicatorMetadata, IndicatorSummary } from '#contracts';
import { progressOf, tileGrid } from '#domain';
import type { PathFacts } from '#domain';
import type { Language } from '#messages';
import type { IndicatorReading, PublicFigure, PublicIndicator } from '#tracking';

import { templateNotes } from './figure-template.js';
import { cellMarks, countedOf, judgementsView, seriesBreakOf } from './comparability-presenter.js';
import { inLanguage, sourceView } from './wording.js';

export function cellView(figure: PublicFigure): Cell {
  return {
    value: figure.value,
    flag: figure.flag as Cell['flag'],
    bound: figure.bound,
    provisional: figure.provisional,
  };
}

/** A cell for what was never reported. */
export const MISSING_CELL: Cell = { value: null, flag: 'missing', bound: null, provisional: false };

export function summariesView(
  reading: IndicatorReading,
  language: Language,
  recommendationId?: number,
): IndicatorSummary[] {
  return reading.indicators.map((indicator) => summaryView(indicator, reading, language, recommendationId));
}

function summaryView(
  indicator: PublicIndicator,
  reading: IndicatorReading,
  language: Language,
  recommendationId?: number,
): IndicatorSummary {
  const newest = reading.figures.find(
    (figure) => figure.indicatorCode === indicator.code && figure.seriesKey === '',
  );
  const source = newest && reading.sources.find((candidate) => candidate.code === newest.sourceCode);
  const link =
    indicator.recommendations.find((recommendation) => recommendation.id === recommendationId) ??
    indicator.recommendations[0];
  return {
    ...described(indicator, reading, language),
    required: link?.required ?? false,
    newest:
      newest && source
        ? {
            period: { startOn: newest.periodStartOn, endOn: newest.periodEndOn },
            cell: cellView(newest),
            source: sourceView(source, language),
          }
        : null,
  };
}

/** Every published cell, with the dimensions and categories that occur in them. */
export function indicatorDataView(
  indicator: PublicIndicator,
  reading: IndicatorReading,
  language: Language,
): IndicatorData {
  const figures = figuresOf(indicator, reading);
  const marks = cellMarks(figures, reading);
  return {
    ...describedWithSources(indicator, reading, language),
    cells: figures.map((figure, place) => ({
      ...cellView(figure),
      period: { startOn: figure.periodStartOn, endOn: figure.periodEndOn },
      categories: figure.categories,
      source: figure.sourceCode,
      cubeVersion: figure.cubeVersion,
      announcedError: figure.announcedError,
      ...marks[place],
    })),
  };
}

/** What the indicator is: everything but its cells. */
export function indicatorMetadataView(
  indicator: PublicIndicator,
  reading: IndicatorReading,
  language: Language,
  distributions: IndicatorMetadata['distributions'],
): IndicatorMetadata {
  return {
    ...describedWithSources(indicator, reading, language),
    direction: indicator.direction,
    periodicityMonths: indicator.periodicityMonths,
    sheet: Object.fromEntries(
      Object.entries(indicator.metadata).map(([heading, text]) => [heading, inLanguage(text, language)]),
    ),
    reporters: indicator.reporters.map(({ name, startsOn, endsOn }) => ({
      name: inLanguage(name, language),
      startsOn,
      endsOn,
    })),
    distributions,
    template: {
      url: `${distributions[0]!.url.replace(/data\?.*$/, 'template.csv')}?lang=${language}`,
      notes: templateNotes(indicator.track, language),
    },
  };
}

/** With the dimensions and categories that occur in its published cells. */
function describedWithSources(
  indicator: PublicIndicator,
  reading: IndicatorReading,
  language: Language,
): Omit<IndicatorData, 'cells'> {
  const figures = figuresOf(indicator, reading);
  const usedSources = new Set(figures.map((figure) => figure.sourceCode));
  const used = new Set(
    figures.flatMap((figure) => Object.entries(figure.categories).map((entry) => entry.join('='))),
  );
  return {
    ...described(indicator, reading, language),
    population: indicator.population ? inLanguage(indicator.population, language) : null,
    recommendations: indicator.recommendations.map((recommendation) => ({
      id: recommendation.publicId,
      code: recommendation.code,
      title: recommendation.titles[language] ?? recommendation.titles['en'] ?? recommendation.code,
    })),
    dimensions: reading.dimensions
      .map((dimension) => ({
        code: dimension.code,
        name: inLanguage(dimension.name, language),
        categories: dimension.categories
          .filter((category) => used.has(`${dimension.code}=${category.code}`))
          .map((category) => ({ code: category.code, name: inLanguage(category.name, language) })),
        ...tilesOf(dimension, reading.iso3, language),
      }))
      .filter((dimension) => dimension.categories.length > 0),
    sources: reading.sources
      .filter((source) => usedSources.has(source.code))
      .map((source) => sourceView(source, language)),
    ...judgementsView(indicator.code, reading),
    cubeVersion: figures.length === 0 ? null : Math.max(...figures.map((figure) => figure.cubeVersion)),
    announcedError: largestError(figures),
    licence: 'CC-BY-4.0',
  };
}

/** Places of the State that the categories are, whether or not something was published of them. */
function tilesOf(
  { code, categories }: IndicatorReading['dimensions'][number],
  iso3: string,
  language: Language,
): Pick<IndicatorData['dimensions'][number], 'tiles'> {
  const grid = tileGrid(iso3, code);
  if (grid === null) return {};
  return {
    tiles: categories.flatMap((category) => {
      const tile = grid.get(category.code);
      return tile ? [{ code: category.code, name: inLanguage(category.name, language), ...tile }] : [];
    }),
  };
}

/** Of several announced errors the widest holds for all. */
export function largestError(figures: readonly PublicFigure[]): number | null {
  const errors = figures.flatMap(({ announcedError }) => announcedError ?? []);
  return errors.length === 0 ? null : Math.max(...errors);
}

function figuresOf({ code }: PublicIndicator, { figures }: IndicatorReading): PublicFigure[] {
  return figures.filter((figure) => figure.indicatorCode === code);
}

function described(
  indicator: PublicIndicator,
  reading: IndicatorReading,
  language: Language,
): Omit<IndicatorSummary, 'required' | 'newest'> {
  const newest = newestTotal(indicator, reading);
  return {
    code: indicator.code,
    track: indicator.track,
    class: indicator.class,
    name: inLanguage(indicator.name, language),
    unit: inLanguage(indicator.unit, language),
    valueType: indicator.valueType,
    figureKind: indicator.figureKind,
    requiredDimensions: indicator.requiredDimensions.map((code) => ({
      code,
      name:
        inLanguage(reading.dimensions.find((dimension) => dimension.code === code)?.name ?? null, language) ||
        code,
    })),
    ...endsOf(indicator),
    progress: progressOf(
      {
        ...indicator,
        ...endsOf(indicator),
        newest: newestOf(newest),
        seriesBreak: seriesBreakOf(indicator.code, newest, reading),
      },
      reading.thresholds.pathPercent,
    ),
    responsible: indicator.institutionName ? inLanguage(indicator.institutionName, language) : null,
  };
}

/** Where the way begins and where it should end, as far as they are public. */
function endsOf(indicator: PublicIndicator): Pick<IndicatorSummary, 'baseline' | 'target'> {
  const { baselineValue, baselineOn, targetValue, targetOn } = indicator;
  return {
    target: targetValue !== null && targetOn !== null ? { value: targetValue, dueOn: targetOn } : null,
    baseline: baselineValue !== null && baselineOn !== null ? { value: baselineValue, on: baselineOn } : null,
  };
}

/** The newest published total; of several sources the one of record. */
function newestTotal(indicator: PublicIndicator, reading: IndicatorReading): PublicFigure | undefined {
  const totals = figuresOf(indicator, reading).filter(({ seriesKey }) => seriesKey === '');
  const last = totals
    .map(({ periodEndOn }) => periodEndOn)
    .sort()
    .at(-1);
  return countedOf(
    totals.filter(({ periodEndOn }) => periodEndOn === last),
    reading,
  );
}

/** The newest published total as the path reads it: a cell that shows no number has none. */
function newestOf(newest: PublicFigure | undefined): PathFacts['newest'] {
  if (newest === undefined) return null;
  const period = { startOn: newest.periodStartOn, endOn: newest.periodEndOn };
  const { provisional } = newest;
  if (newest.flag === 'below_bound')
    return { state: 'below_threshold', value: newest.bound, provisional, period };
  return newest.value === null
    ? { state: 'missing', value: null, provisional, period }
    : { state: 'reported', value: newest.value, provisional, period };
}
