import type { AcceptableFigure, ReferencePeriod, SeriesKey } from '#domain';

import { seriesKeyText } from './figure-repository.js';

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

/** Figures as lines of COPY's text format (PostgreSQL manual, COPY: File Formats). Rows of one breakdown share its object. */
export class FigureLines {
  private readonly keys = new WeakMap<SeriesKey, string>();

  async *of(batches: AsyncIterable<readonly StagedFigure[]>): AsyncGenerator<string, void, undefined> {
    for await (const figures of batches) {
      let lines = '';
      for (const figure of figures) lines += this.line(figure);
      if (lines !== '') yield lines;
    }
  }

  private line(figure: StagedFigure): string {
    const { row, indicatorId, sourceId, period, state, value, numerator, denominator, provisional } = figure;
    return `${row}\t${indicatorId}\t${this.key(figure.categories)}\t${sourceId}\t${period.startOn}\t${period.endOn}\t${state}\t${value ?? NULL}\t${numerator ?? NULL}\t${denominator ?? NULL}\t${provisional ? 't' : 'f'}\t${figure.revisionReason === null ? NULL : escaped(figure.revisionReason)}\n`;
  }

  /** The key as text, and the categories as JSON. */
  private key(categories: SeriesKey): string {
    const known = this.keys.get(categories);
    if (known !== undefined) return known;
    const written = `${escaped(seriesKeyText(categories))}\t${escaped(JSON.stringify(categories))}`;
    this.keys.set(categories, written);
    return written;
  }
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (letter) => ESCAPES[letter]!);
}
