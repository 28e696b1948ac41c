import type { ImportProblem } from '#domain';

import type { Table } from '../table/table.js';
import { FIGURE_FORMATS } from './format/formats.js';
import { findLayout } from './header-search.js';
import type { Field } from './column-use.js';
import type { Layout } from './header-search.js';
import { OBSERVATION_FIELDS, ObservationReading } from './observation-reading.js';
import type { ReadObservation } from './observation-reading.js';
import type { FigureVocabulary, ReadingOptions, RememberedMapping } from './reading-context.js';

/** Figures of one batch: few enough that most are gone when memory is swept, so that the engine does not take them for lasting ones. */
const AT_ONCE = 256;

/** What was found in a file, while it is read and after it. */
export interface FileReading<Figure> {
  readonly layout: Layout;
  figures(): AsyncGenerator<readonly Figure[], void, undefined>;
  /** Rows behind the head, so far. */
  rows(): number;
  skipped(): number;
  problems(): { readonly kept: readonly ImportProblem[]; readonly count: number };
}

/** Figures of indicators, batch by batch; nothing is held but the batch. */
export function readObservations(
  table: Table,
  vocabulary: FigureVocabulary,
  options: ReadingOptions,
  remembered: ReadonlyMap<string, RememberedMapping>,
): FileReading<ReadObservation> {
  const layout = findLayout(table.sample, options, {
    vocabulary,
    fields: OBSERVATION_FIELDS,
    formats: FIGURE_FORMATS,
    remembered,
  });
  const reading = new ObservationReading(layout, table.sample, vocabulary, options, table.decimalMark);
  return fileReading(table, layout, reading);
}

interface RowReading<Figure> {
  readonly skipped: number;
  readonly problems: FileReading<Figure>['problems'] extends () => infer P ? P : never;
  read(row: number, cells: readonly string[]): Figure | readonly Figure[] | null;
}

/** Rows of notes below a table, at most; more are no notes. */
const MOST_NOTES = 50;
/** Columns in which a note never stands. */
const NUMBERS: ReadonlySet<string> = new Set<Field>([
  ...(['value', 'numerator', 'denominator', 'amount', 'approved', 'revised', 'executed'] as const),
]);

export function fileReading<Figure>(
  table: Table,
  layout: Layout,
  reading: RowReading<Figure>,
): FileReading<Figure> {
  let rows = 0;
  let notes = 0;
  /** Rows of one sentence: notes, unless figures follow. */
  let waiting: { readonly row: number; readonly cells: readonly string[] }[] = [];
  const isNumber = (column: number): boolean => {
    const use = layout.uses[column];
    return use?.kind === 'field' && NUMBERS.has(use.field);
  };
  const isSentence = (cells: readonly string[]): boolean => {
    let only = -1;
    for (let column = 0; column < cells.length; column += 1) {
      if (cells[column]!.trim() === '') continue;
      if (only >= 0) return false;
      only = column;
    }
    return only >= 0 && !isNumber(only) && /\p{L}{2}.*\s|\s.*\p{L}{2}/u.test(cells[only]!.trim());
  };
  const whole = (row: number, cells: readonly string[]): readonly string[] => {
    const above = table.joined?.get(row);
    if (!above) return cells;
    const filled = [...cells];
    for (const [column, text] of above)
      if (!isNumber(column) && (filled[column] ?? '') === '') {
        while (filled.length < column) filled.push('');
        filled[column] = text;
      }
    return filled;
  };
  const read = (row: number, cells: readonly string[], figures: Figure[]): void => {
    const figure = reading.read(row, cells);
    if (Array.isArray(figure)) figures.push(...(figure as readonly Figure[]));
    else if (figure !== null) figures.push(figure as Figure);
  };
  return {
    layout,
    rows: () => rows,
    skipped: () => reading.skipped + notes,
    problems: () => reading.problems,
    figures: async function* () {
      for await (const batch of table.batches()) {
        let figures: Figure[] = [];
        for (let index = 0; index < batch.rows.length; index += 1) {
          const row = batch.firstRow + index;
          if (row <= layout.row) continue;
          rows += 1;
          const cells = whole(row, batch.rows[index]!);
          if (isSentence(cells)) {
            waiting.push({ row, cells });
            if (waiting.length <= MOST_NOTES) continue;
          }
          if (waiting.length > 0 && cells.some((cell) => cell.trim() !== '')) {
            const before = waiting;
            waiting = [];
            for (const note of before) read(note.row, note.cells, figures);
            if (before.at(-1)?.row === row) continue;
          }
          read(row, cells, figures);
          if (figures.length < AT_ONCE) continue;
          yield figures;
          figures = [];
        }
        yield figures;
      }
      notes = waiting.length;
    },
  };
}
