import type { ImportProblem } from '#domain';

import type { Table } from '../table/table.js';
import { FIGURE_FORMATS } from './format/formats.js';
import { findLayout } from './header-search.js';
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

export function fileReading<Figure>(
  table: Table,
  layout: Layout,
  reading: RowReading<Figure>,
): FileReading<Figure> {
  let rows = 0;
  return {
    layout,
    rows: () => rows,
    skipped: () => reading.skipped,
    problems: () => reading.problems,
    figures: async function* () {
      for await (const batch of table.batches()) {
        let figures: Figure[] = [];
        for (let index = 0; index < batch.rows.length; index += 1) {
          const row = batch.firstRow + index;
          if (row <= layout.row) continue;
          rows += 1;
          const figure = reading.read(row, batch.rows[index]!);
          if (Array.isArray(figure)) figures.push(...(figure as readonly Figure[]));
          else if (figure !== null) figures.push(figure as Figure);
          if (figures.length < AT_ONCE) continue;
          yield figures;
          figures = [];
        }
        yield figures;
      }
    },
  };
}
