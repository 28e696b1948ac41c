import type { CivilDate } from '../calendar/clock.js';
import type { Baseline } from './indicator.js';

/**
 * Why figures before and after a day are not of the same thing (ESS Handbook for Quality and Metadata Reports, comparability over
 * time: changes of definition, coverage, law or method).
 */
export const BREAK_KINDS = ['method', 'definition', 'territory', 'law', 'source', 'other'] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

/** What the secretariat says about the figures of an indicator beside the figures themselves. */
export const JUDGEMENTS = ['explanation', 'of_record', 'break', 'break_lifted'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** The newest break between the baseline and the newest figure, as far as the public knows the figures after it. */
export interface SeriesBreakFacts {
  /** Figures whose period ends on this day or later are not comparable with those before it. */
  readonly on: CivilDate;
  /** First published figure after it; null where none shows a number. */
  readonly first: Baseline | null;
}

/** What several sources say of one period: published numbers only. */
export interface SharedFigure {
  readonly periodStartOn: CivilDate;
  readonly periodEndOn: CivilDate;
  /** Somebody has said where the difference comes from. */
  readonly explained: boolean;
  readonly figures: readonly SourceFigure[];
}

export interface SourceFigure {
  readonly source: string;
  readonly value: number;
  /** How far publication may have moved the number; zero where it is printed as accepted. */
  readonly error: number;
}

/** The lowest and the highest of what several sources say. */
export interface SourceGap {
  readonly low: SourceFigure;
  readonly high: SourceFigure;
}

/**
 * The widest difference between two sources; null where they agree. Numbers that publication alone may have parted do not
 * disagree: of two counts with an announced error of 4 each, 20 and 25 may be the same 22.
 */
export function widestGap(figures: readonly SourceFigure[]): SourceGap | null {
  const sorted = [...figures].sort((left, right) => left.value - right.value);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (!low || !high) return null;
  return high.value - low.value > low.error + high.error ? { low, high } : null;
}

/** A figure of a series, as far as a break marks it. */
interface BreakableFigure {
  readonly series: string;
  readonly source: string;
  readonly endOn: CivilDate;
}

interface StandingBreak {
  readonly on: CivilDate;
  /** Code of the one source that it is about; null: of all. */
  readonly source: string | null;
}

/**
 * Places of the figures that are the first of their series from a break on: those that cannot be compared with the one before
 * them (SDMX CL_OBS_STATUS, B). A figure without one before it in its series is not marked: nothing is broken off there.
 */
export function figuresAtBreaks(
  figures: readonly BreakableFigure[],
  breaks: readonly StandingBreak[],
): ReadonlySet<number> {
  const marked = new Set<number>();
  if (breaks.length === 0) return marked;
  const lines = new Map<string, number[]>();
  for (const [place, { series, source }] of figures.entries()) {
    const key = `${series}\n${source}`;
    lines.set(key, [...(lines.get(key) ?? []), place]);
  }
  for (const places of lines.values()) {
    const ordered = places.sort((left, right) =>
      figures[left]!.endOn < figures[right]!.endOn
        ? -1
        : figures[left]!.endOn > figures[right]!.endOn
          ? 1
          : 0,
    );
    for (const { on, source } of breaks) {
      const at = ordered.findIndex((place) => figures[place]!.endOn >= on);
      if (at > 0 && (source === null || source === figures[ordered[at]!]!.source)) marked.add(ordered[at]!);
    }
  }
  return marked;
}

/** Digits as they stand; in groups of thousands; with decimals. */
const WRITTEN = [/\d+/gu, /\d{1,3}(?:[.,\u00A0\u202F ]\d{3})+(?!\d)/gu, /\d+[.,]\d+/gu] as const;
const YEARS = { first: 1950, last: 2100 };

/**
 * Every number that a text may be read to hold: what is said beside published figures must not tell the ones that publication
 * hides. Four digits that may be a year are read as one: a text about a series cannot do without them.
 */
export function numbersIn(text: string): number[] {
  const [whole, grouped, decimal] = WRITTEN.map((pattern) => text.match(pattern) ?? []);
  const plain = whole!.map(Number).filter((number) => number < YEARS.first || number > YEARS.last);
  const thousands = grouped!.map((number) => Number(number.replace(/\D/gu, '')));
  const decimals = decimal!.map((number) => Number(number.replace(',', '.')));
  return [...new Set([...plain, ...thousands, ...decimals])].filter(Number.isFinite);
}
