import { readNumber } from '#domain';
import type { ProblemList } from '#domain';

import type { Table } from '../table/table.js';
import type { ColumnUse, Field } from './column-use.js';
import { DecimalEvidence } from './decimal-evidence.js';
import { hasFields } from './format/format.js';
import type { FigureFormat } from './format/format.js';
import { findLayout } from './header-search.js';
import type { Layout } from './header-search.js';
import { KnownNames } from './known-names.js';
import { readYear } from './period-reading.js';
import { fileReading } from './read-observations.js';
import type { FileReading } from './read-observations.js';
import type { FigureVocabulary, ReadingOptions, RememberedMapping } from './reading-context.js';
import { refuseImport } from './refuse-import.js';
import { RowCells } from './row-cells.js';

/** The price index of one year. */
export interface ReadDeflator {
  readonly row: number;
  readonly currency: string;
  readonly baseYear: number;
  readonly fiscalYear: number;
  readonly index: number;
  readonly sourceId: number;
  readonly revisionReason: string | null;
}

const FIELDS: readonly Field[] = [
  'year',
  'price_index',
  'value',
  'base_year',
  'currency',
  'source',
  'reason',
];

/** A row for each year. The base year and the currency stand in columns or are said of the whole file. */
const deflatorForm: FigureFormat = {
  code: 'deflator',
  recognise(header, names) {
    const uses = header.map((name): ColumnUse => names.useOf(name));
    return hasFields(uses, 'year') && (hasFields(uses, 'price_index') || hasFields(uses, 'value'))
      ? uses
      : null;
  },
};

export function readDeflator(
  table: Table,
  vocabulary: FigureVocabulary,
  options: ReadingOptions,
  remembered: ReadonlyMap<string, RememberedMapping>,
): FileReading<ReadDeflator> {
  const known = {
    vocabulary: { ...vocabulary, dimensions: [] },
    fields: FIELDS,
    formats: [deflatorForm],
    remembered,
  };
  const layout = findLayout(table.sample, options, known);
  return fileReading(table, layout, new DeflatorReading(layout, table, vocabulary, options));
}

class DeflatorReading {
  readonly skipped = 0;
  private readonly cells: RowCells;
  private readonly decimals: DecimalEvidence;
  private readonly sources: KnownNames<FigureVocabulary['sources'][number]>;
  private readonly indexField: 'price_index' | 'value';

  constructor(
    layout: Layout,
    table: Table,
    vocabulary: FigureVocabulary,
    private readonly options: ReadingOptions,
  ) {
    this.cells = new RowCells(layout);
    this.sources = new KnownNames(vocabulary.sources);
    this.indexField = this.cells.has('price_index') ? 'price_index' : 'value';
    if (options.source !== null && !this.sources.find(options.source))
      throw refuseImport('option_source', options.source);
    if (options.source === null && !this.cells.has('source')) throw refuseImport('no_source');
    // An index means nothing without the year whose prices it is told in, nor without its currency.
    if (!options.baseYear && !this.cells.has('base_year')) throw refuseImport('no_base_year');
    if (!options.currency && !this.cells.has('currency')) throw refuseImport('no_currency');
    this.decimals = new DecimalEvidence(options.decimalMark ?? table.decimalMark);
    const at = layout.uses.findIndex((use) => use.kind === 'field' && use.field === this.indexField);
    this.decimals.learn(table.sample.slice(layout.row).map((row) => row[at] ?? ''));
  }

  get problems(): ProblemList {
    return this.cells.problems;
  }

  read(row: number, texts: readonly string[]): ReadDeflator | null {
    const { cells, options } = this;
    if (!cells.next(row, texts)) return null;
    const fiscalYear = readYear(cells.text('year')) ?? cells.refuse('year', 'import.period_unreadable');
    const baseYear =
      options.baseYear ??
      readYear(cells.text('base_year')) ??
      cells.refuse('base_year', 'import.period_unreadable');
    const currency = (options.currency ?? cells.text('currency')).toUpperCase();
    const isCurrency = /^[A-Z]{3}$/.test(currency);
    if (!isCurrency) cells.refuse('currency', 'import.currency_unknown');
    const source = this.sources.find(options.source ?? cells.text('source'));
    if (source === null)
      cells.refuse('source', cells.text('source') === '' ? 'import.source_missing' : 'import.source_unknown');
    const index = this.index();
    if (fiscalYear === null || baseYear === null || !isCurrency || source === null || index === null)
      return null;
    const reason = cells.text('reason');
    return {
      ...{ row, currency, baseYear, fiscalYear, index },
      sourceId: source.id,
      revisionReason: reason === '' ? options.reason : reason,
    };
  }

  private index(): number | null {
    const { cells, indexField } = this;
    const text = cells.text(indexField);
    const mark = this.decimals.markFor(text);
    if (mark === null) return cells.refuse(indexField, 'import.number_ambiguous');
    const index = readNumber(text, mark);
    return index !== null && index > 0 ? index : cells.refuse(indexField, 'import.index_unreadable');
  }
}
