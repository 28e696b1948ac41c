import { readFigure } from '#domain';
import type { AcceptableFigure, ProblemList, ReferencePeriod, SeriesKey } from '#domain';

import { CategoryLookup } from './category-lookup.js';
import type { Field } from './column-use.js';
import { DecimalEvidence } from './decimal-evidence.js';
import { UNODC_DIMENSIONS } from './format/unodc.js';
import type { Layout } from './header-search.js';
import { KnownNames } from './known-names.js';
import { readDay, readPeriod } from './period-reading.js';
import { plainName } from './plain-name.js';
import type { FigureVocabulary, KnownIndicator, ReadingOptions } from './reading-context.js';
import { refuseImport } from './refuse-import.js';
import { ownCopy, remember } from './remembered.js';
import { RowCells } from './row-cells.js';
import { MARKS, MULTIPLIERS, STATES, STATUSES } from './status-words.js';
import type { FigureStatus } from './status-words.js';

export const OBSERVATION_FIELDS: readonly Field[] = [
  ...(['indicator', 'source', 'period', 'year', 'start', 'end', 'value', 'state', 'provisional'] as const),
  ...(['numerator', 'denominator', 'reason', 'status', 'country', 'multiplier'] as const),
];

/** A figure of a file, ready to be staged. */
export interface ReadObservation extends AcceptableFigure {
  readonly row: number;
  readonly indicatorId: number;
  readonly categories: SeriesKey;
  readonly sourceId: number;
  readonly period: ReferencePeriod;
  readonly revisionReason: string | null;
}

const SUMS = new Set(['total', 'totals', 'totales', 'total general', 'grand total', 'suma', 'sum']);

/** Reads rows of figures of indicators. A row that is not taken leaves its problems in `cells.problems`. */
export class ObservationReading {
  readonly cells: RowCells;
  /** Rows about other States, of other indicators of the file, or in another unit: nobody asked for them. */
  skipped = 0;
  private readonly decimals: DecimalEvidence;
  private readonly lookup: CategoryLookup;
  private readonly indicators: KnownNames<KnownIndicator>;
  private readonly sources: KnownNames<FigureVocabulary['sources'][number]>;
  private readonly only: { readonly indicator: KnownIndicator | null; readonly sourceId: number | null };
  private readonly keys = new Map<string, SeriesKey>();
  private readonly periods = new Map<string, ReferencePeriod>();
  private readonly statuses = new Map<string, FigureStatus>();
  private wanted: string | null;

  constructor(
    layout: Layout,
    sample: readonly (readonly string[])[],
    private readonly vocabulary: FigureVocabulary,
    private readonly options: ReadingOptions,
    tableMark: ReadingOptions['decimalMark'],
  ) {
    this.cells = new RowCells(layout);
    this.lookup = new CategoryLookup(vocabulary, options.codes, layout.mapping.categories);
    this.indicators = new KnownNames(vocabulary.indicators);
    this.sources = new KnownNames(vocabulary.sources);
    const indicator = options.indicator === null ? null : this.indicators.find(options.indicator);
    if (options.indicator !== null && indicator === null)
      throw refuseImport('option_indicator', options.indicator);
    this.only = { indicator, sourceId: sourceOf(layout, options, this.sources) };
    if (indicator === null && !this.cells.has('indicator')) throw refuseImport('no_indicator');
    if (this.only.sourceId === null && !this.cells.has('source')) throw refuseImport('no_source');
    this.wanted = options.indicatorText === null ? null : plainName(options.indicatorText);
    this.decimals = new DecimalEvidence(options.decimalMark ?? tableMark);
    this.decimals.learn(valuesIn(layout, sample));
  }

  get problems(): ProblemList {
    return this.cells.problems;
  }

  read(row: number, cells: readonly string[]): ReadObservation | null {
    if (!this.cells.next(row, cells)) return null;
    if (this.isOverAllPeriods()) return this.skip();
    const indicator = this.indicator();
    if (indicator === null) return null;
    const sourceId = this.source();
    const categories = this.categories();
    const period = this.period();
    const figure = this.figure(indicator);
    if (sourceId === null || categories === null || period === null || figure === null) return null;
    if (!this.allHold(categories, period)) return null;
    const reason = this.cells.text('reason');
    const { state, value, provisional, numerator, denominator } = figure;
    return {
      state,
      value,
      provisional,
      numerator,
      denominator,
      row,
      indicatorId: indicator.id,
      categories,
      sourceId,
      period,
      revisionReason: reason === '' ? this.options.reason : reason,
    };
  }

  /** Null also where the row is of something that was not asked for. */
  private indicator(): KnownIndicator | null {
    const { cells, only } = this;
    const country = cells.text('country');
    if (country !== '' && country.toUpperCase() !== this.vocabulary.iso3) return this.skip();
    const text = cells.text('indicator');
    if (only.indicator === null) {
      if (text === '') return cells.refuse('indicator', 'import.indicator_missing');
      return this.indicators.find(text) ?? cells.refuse('indicator', 'import.indicator_unknown');
    }
    const unit = cells.has('unit') ? plainName(cells.text('unit')) : '';
    if (unit !== '' && (unit === 'counts') !== (only.indicator.valueType === 'count')) return this.skip();
    if (!cells.has('indicator')) return only.indicator;
    const plain = plainName(text);
    this.wanted ??= ownCopy(plain);
    if (plain === this.wanted) return only.indicator;
    if (this.options.indicatorText !== null) return this.skip();
    return cells.refuse('indicator', 'import.several_indicators');
  }

  /** The last row of many tables: a sum over all years is the figure of no period. */
  private isOverAllPeriods(): boolean {
    return SUMS.has(plainName(this.cells.text('period') || this.cells.text('year')));
  }

  private skip(): null {
    this.skipped += 1;
    return null;
  }

  private source(): number | null {
    if (this.only.sourceId !== null) return this.only.sourceId;
    const text = this.cells.text('source');
    if (text === '') return this.cells.refuse('source', 'import.source_missing');
    return this.sources.find(text)?.id ?? this.cells.refuse('source', 'import.source_unknown');
  }

  private categories(): SeriesKey | null {
    const { cells } = this;
    let texts = '';
    for (const { index } of cells.dimensions) texts += `${cells.at(index)}\u0001`;
    texts += `${cells.text('dimension_name')}\u0001${cells.text('category_name')}`;
    const known = this.keys.get(texts);
    if (known) return known;
    const key: Record<string, string> = {};
    let whole = true;
    for (const { index, dimension } of cells.dimensions) {
      const read = this.lookup.read(dimension, cells.at(index));
      if (read.kind === 'category') key[dimension] = read.code;
      else if (read.kind !== 'total') {
        cells.refuseAt(
          index,
          read.kind === 'ambiguous' ? 'import.codes_ambiguous' : 'import.category_unknown',
        );
        whole = false;
      }
    }
    if (!this.namedCategory(key) || !whole) return null;
    remember(this.keys, texts, key);
    return key;
  }

  private allHold(categories: SeriesKey, period: ReferencePeriod): boolean {
    let whole = true;
    for (const [dimension, category] of Object.entries(categories)) {
      if (this.lookup.holdsIn(dimension, category, period)) continue;
      const column = this.cells.dimensions.find((one) => one.dimension === dimension);
      if (column) this.cells.refuseAt(column.index, 'import.category_not_valid');
      else this.cells.refuse('category_name', 'import.category_not_valid');
      whole = false;
    }
    return whole;
  }

  /** UNODC's pair of columns: the name of a breakdown, and the category in it. */
  private namedCategory(key: Record<string, string>): boolean {
    const { cells } = this;
    const name = plainName(cells.text('dimension_name'));
    if (name === '' || name === 'total') return true;
    const dimension = UNODC_DIMENSIONS.get(name);
    const read = dimension === undefined ? null : this.lookup.read(dimension, cells.text('category_name'));
    if (dimension === undefined) cells.refuse('dimension_name', 'import.category_unknown');
    else if (read?.kind === 'category') key[dimension] = read.code;
    // An empty cell beside the name of a breakdown is no total: the total has a row of its own.
    else cells.refuse('category_name', 'import.category_unknown');
    return read?.kind === 'category';
  }

  private period(): ReferencePeriod | null {
    const { cells } = this;
    const [start, end] = [cells.text('start'), cells.text('end')];
    const field = cells.text('period') !== '' ? 'period' : 'year';
    const text = start !== '' && end !== '' ? `${start}/${end}` : cells.text(field);
    const known = this.periods.get(text);
    if (known) return known;
    if (text === '')
      return cells.refuse(
        cells.has('period') || !cells.has('year') ? 'period' : 'year',
        'import.period_missing',
      );
    const period = readPeriod(text);
    if (period === null) {
      if (start === '' || end === '') return cells.refuse(field, 'import.period_unreadable');
      return cells.refuse(readDay(start) === null ? 'start' : 'end', 'import.period_unreadable');
    }
    if (period.startOn > period.endOn)
      return cells.refuse(start === '' ? field : 'end', 'import.period_reversed');
    remember(this.periods, text, period);
    return period;
  }

  private figure(indicator: KnownIndicator): AcceptableFigure | null {
    const { cells } = this;
    const value = cells.text('value');
    const [numerator, denominator] = [cells.text('numerator'), cells.text('denominator')];
    const status = this.status();
    const mark = this.decimals.markFor(value !== '' ? value : numerator);
    if (status === null) return null;
    if (mark === null) return cells.refuse('value', 'import.number_ambiguous');
    const read = readFigure(
      indicator,
      { value, numerator, denominator, state: status.state, provisional: status.provisional },
      mark,
    );
    if (read.problem) return cells.refuse(read.problem.field, read.problem.code, read.problem.given);
    return this.multiplied(read.figure, indicator);
  }

  private status(): FigureStatus | null {
    const { cells } = this;
    const written = cells.text('state');
    const texts = `${written}\u0001${cells.text('status')}\u0001${cells.text('provisional')}`;
    const known = this.statuses.get(texts);
    if (known) return known;
    const printed = plainName(cells.text('status'));
    const mark = plainName(cells.text('provisional'));
    const state = written === '' ? undefined : own(STATES, plainName(written.replaceAll('_', ' ')));
    if (written !== '' && state === undefined) return cells.refuse('state', 'import.state_unknown');
    const status = own(STATUSES, printed);
    if (status === undefined) return cells.refuse('status', 'import.state_unknown');
    const provisional = own(MARKS, mark);
    if (provisional === undefined) return cells.refuse('provisional', 'import.mark_unknown');
    const read = { ...status, ...(state && { state }), provisional: provisional || status.provisional };
    remember(this.statuses, texts, read);
    return read;
  }

  private multiplied(figure: AcceptableFigure, { valueType }: KnownIndicator): AcceptableFigure | null {
    if (!this.cells.has('multiplier')) return figure;
    const by = own(MULTIPLIERS, plainName(this.cells.text('multiplier')));
    if (by === undefined || (by !== 1 && valueType !== 'count' && valueType !== 'amount'))
      return this.cells.refuse('multiplier', 'import.mark_unknown');
    return by === 1 || figure.value === null ? figure : { ...figure, value: figure.value * by };
  }
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Told by the person; else UNODC's own table is UNODC's; else the column of the file says it. */
function sourceOf(
  layout: Layout,
  { source }: ReadingOptions,
  sources: KnownNames<FigureVocabulary['sources'][number]>,
): number | null {
  if (source !== null) {
    const known = sources.find(source);
    if (known === null) throw refuseImport('option_source', source);
    return known.id;
  }
  return layout.format.startsWith('unodc') ? (sources.find('UNODC')?.id ?? null) : null;
}

function* valuesIn({ uses, row }: Layout, sample: readonly (readonly string[])[]): Generator<string> {
  const columns = uses.flatMap((use, index) =>
    use.kind === 'field' && ['value', 'numerator', 'denominator'].includes(use.field) ? [index] : [],
  );
  for (const cells of sample.slice(row)) for (const column of columns) yield cells[column] ?? '';
}
