import type { AcceptableFigure, ReferencePeriod, SeriesKey } from '#domain';

import { seriesKeyText } from './figure-repository.js';
import { observationStatus } from './observation-status.js';

/** A figure that is about to be accepted; `row` is what its sender calls it by. */
export interface StagedFigure extends AcceptableFigure {
  readonly row: number;
  readonly indicatorId: number;
  readonly categories: SeriesKey;
  readonly sourceId: number;
  readonly period: ReferencePeriod;
  /** Why it differs from what was accepted before; null for a first figure. */
  readonly revisionReason: string | null;
}

/** A breakdown of an indicator, under the number that its staged figures carry. */
export interface StagedSeries {
  readonly number: number;
  readonly indicatorId: number;
  readonly key: string;
  readonly categories: SeriesKey;
}

/** Batches of figures, one after another. */
export interface FigureSource {
  next():
    | IteratorResult<readonly StagedFigure[], unknown>
    | Promise<IteratorResult<readonly StagedFigure[], unknown>>;
}

/** Series that are held at once. What is held of a file grows with them alone, and not beyond this. */
const MOST_SERIES = 50_000;
const NULL = '\\N';
const SPECIAL = /[\\\t\n\r\b\f\v]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
};

/**
 * Figures as lines of COPY's text format (PostgreSQL manual, COPY: File Formats), each with the number of its series instead of
 * indicator and breakdown. Stops after the batch that fills the list of series; then a further one goes on with the same source.
 */
export class FigureLines {
  readonly series: StagedSeries[] = [];
  isOver = false;
  private readonly numbers = new Map<number, Map<string, number>>();
  /** Rows of one breakdown share its object, and most often follow one of the same. */
  private readonly keys = new WeakMap<SeriesKey, string>();
  private last: {
    readonly indicatorId: number;
    readonly categories: SeriesKey;
    readonly text: string;
  } | null = null;

  /** @param after the highest number of a series that is staged already */
  constructor(
    private readonly source: FigureSource,
    private readonly after = 0,
  ) {}

  async *lines(): AsyncGenerator<string, void, undefined> {
    while (this.series.length < MOST_SERIES) {
      const next = await this.source.next();
      if (next.done) {
        this.isOver = true;
        return;
      }
      let lines = '';
      for (const figure of next.value) lines += this.line(figure);
      if (lines !== '') yield lines;
    }
  }

  private line(figure: StagedFigure): string {
    const { row, sourceId, period, value, numerator, denominator, revisionReason } = figure;
    const parts = numerator === null ? '\t\\N\t\\N\t' : `\t${numerator}\t${denominator ?? NULL}\t`;
    const reason = revisionReason === null ? NULL : escaped(revisionReason);
    return `${row}\t${this.seriesOf(figure)}\t${sourceId}\t${period.startOn}\t${period.endOn}\t${observationStatus(figure)}\t${value ?? NULL}${parts}${reason}\n`;
  }

  private seriesOf({ indicatorId, categories }: StagedFigure): string {
    const { last } = this;
    if (last?.categories === categories && last.indicatorId === indicatorId) return last.text;
    const text = String(this.numberOf(indicatorId, categories));
    this.last = { indicatorId, categories, text };
    return text;
  }

  private numberOf(indicatorId: number, categories: SeriesKey): number {
    let key = this.keys.get(categories);
    if (key === undefined) this.keys.set(categories, (key = seriesKeyText(categories)));
    let ofIndicator = this.numbers.get(indicatorId);
    if (ofIndicator === undefined) this.numbers.set(indicatorId, (ofIndicator = new Map()));
    const known = ofIndicator.get(key);
    if (known !== undefined) return known;
    const number = this.after + this.series.length + 1;
    ofIndicator.set(key, number);
    this.series.push({ number, indicatorId, key, categories });
    return number;
  }
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (letter) => ESCAPES[letter]!);
}
