import { CASE_STAGES, WHOLE_COUNTRY, readFigure } from '#domain';
import type { CaseCount, CaseFacet, CaseStage, CohortRule, FigureValue, ProblemList } from '#domain';

import type { Table } from '../table/table.js';
import { CategoryLookup } from './category-lookup.js';
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
import type {
  FigureVocabulary,
  KnownIndicator,
  ReadingOptions,
  RememberedMapping,
} from './reading-context.js';
import { refuseImport } from './refuse-import.js';
import { RowCells } from './row-cells.js';

/** A count of cases at one stage of one cohort, or the median of the days that they took to come there. */
export interface ReadCaseFigure extends FigureValue {
  readonly row: number;
  readonly indicatorId: number;
  readonly offence: string;
  /** `all`: the whole country. */
  readonly region: string;
  readonly facet: CaseFacet;
  readonly cohortRule: CohortRule;
  readonly cohortYear: number;
  readonly stage: CaseCount;
  /** Of a median: the stage that the days are counted from. Null: cases were counted. */
  readonly since: CaseStage | null;
  /** Of a median: how many cases it is of, where the file says it. */
  readonly cases: number | null;
  readonly sourceId: number;
  readonly revisionReason: string | null;
}

const FIELDS: readonly Field[] = [
  ...([
    'indicator',
    'source',
    'offence',
    'cohort_rule',
    'cohort_year',
    'year',
    'stage',
    'value',
    'state',
  ] as const),
  ...(['provisional', 'reason', 'region', 'facet', 'since', 'cases'] as const),
];
const COUNT = { valueType: 'count', ratioPer: null } as const;
const STATES = ['reported', 'below_threshold', 'missing', 'not_applicable'] as const;

const prosecutionForm: FigureFormat = {
  code: 'prosecutions',
  recognise(header, names) {
    const uses = header.map((name): ColumnUse => names.useOf(name));
    return hasFields(uses, 'stage', 'value') && (hasFields(uses, 'cohort_year') || hasFields(uses, 'year'))
      ? uses
      : null;
  },
};

export function readProsecutions(
  table: Table,
  vocabulary: FigureVocabulary,
  options: ReadingOptions,
  remembered: ReadonlyMap<string, RememberedMapping>,
): FileReading<ReadCaseFigure> {
  const known = {
    vocabulary: { ...vocabulary, dimensions: [] },
    fields: FIELDS,
    formats: [prosecutionForm],
    remembered,
  };
  const layout = findLayout(table.sample, options, known);
  return fileReading(table, layout, new ProsecutionReading(layout, table, vocabulary, options));
}

class ProsecutionReading {
  readonly skipped = 0;
  private readonly cells: RowCells;
  private readonly decimals: DecimalEvidence;
  private readonly lookup: CategoryLookup;
  private readonly indicators: KnownNames<KnownIndicator>;
  private readonly sources: KnownNames<FigureVocabulary['sources'][number]>;

  constructor(
    layout: Layout,
    table: Table,
    vocabulary: FigureVocabulary,
    private readonly options: ReadingOptions,
  ) {
    this.cells = new RowCells(layout);
    this.lookup = new CategoryLookup(vocabulary, options.codes, layout.mapping.categories);
    this.indicators = new KnownNames(vocabulary.indicators);
    this.sources = new KnownNames(vocabulary.sources);
    this.decimals = new DecimalEvidence(options.decimalMark ?? table.decimalMark ?? '.');
    if (options.source !== null && !this.sources.find(options.source))
      throw refuseImport('option_source', options.source);
    if (options.indicator !== null && !this.indicators.find(options.indicator))
      throw refuseImport('option_indicator', options.indicator);
    if (options.source === null && !this.cells.has('source')) throw refuseImport('no_source');
    if (options.indicator === null && !this.cells.has('indicator')) throw refuseImport('no_indicator');
    // Years that are counted by different rules make no cohort: a guess here would make false rates later.
    if (options.cohortRule === null && !this.cells.has('cohort_rule')) throw refuseImport('no_cohort_rule');
  }

  get problems(): ProblemList {
    return this.cells.problems;
  }

  read(row: number, texts: readonly string[]): ReadCaseFigure | null {
    const { cells, options } = this;
    if (!cells.next(row, texts)) return null;
    const before = cells.problems.count;
    const indicatorText = options.indicator ?? cells.text('indicator');
    const indicator = this.indicators.find(indicatorText);
    if (indicator === null)
      cells.refuse(
        'indicator',
        indicatorText === '' ? 'import.indicator_missing' : 'import.indicator_unknown',
      );
    else if (indicator.track !== 'prosecutions')
      cells.refuse('indicator', 'import.indicator_of_other_track', indicatorText);
    const source = this.sources.find(options.source ?? cells.text('source'));
    if (source === null)
      cells.refuse('source', cells.text('source') === '' ? 'import.source_missing' : 'import.source_unknown');
    const offence = cells.has('offence')
      ? this.category('offence', 'offence', 'import.offence_unknown')
      : 'all';
    const cohortRule =
      cells.text('cohort_rule') === '' && options.cohortRule !== null
        ? options.cohortRule
        : this.category(
            'cohort_rule',
            'cohort',
            cells.text('cohort_rule') === '' ? 'import.cohort_rule_missing' : 'import.cohort_rule_unknown',
          );
    const yearField = cells.has('cohort_year') ? 'cohort_year' : 'year';
    const cohortYear = readYear(cells.text(yearField)) ?? cells.refuse(yearField, 'import.period_unreadable');
    const region = this.orWhole('region', 'department', 'import.region_unknown', WHOLE_COUNTRY);
    const facet = this.orWhole('facet', 'facet', 'import.facet_unknown', 'main');
    const stage = this.category('stage', 'stage', 'import.stage_unknown');
    const since = cells.text('since') === '' ? null : this.category('since', 'stage', 'import.stage_unknown');
    const cases = cells.text('cases') === '' ? null : this.count('cases');
    const value = this.value();
    if (since !== null && stage !== null) this.refuseSpan(since, stage, value);
    if (cells.problems.count > before || !indicator || !source || cohortYear === null || value === null)
      return null;
    const reason = cells.text('reason');
    return {
      ...value,
      row,
      indicatorId: indicator.id,
      offence: offence!,
      region: region!,
      facet: facet as CaseFacet,
      cohortRule: cohortRule as CohortRule,
      cohortYear,
      stage: stage as CaseCount,
      since: since as CaseStage | null,
      cases: since === null ? null : cases,
      sourceId: source.id,
      revisionReason: reason === '' ? options.reason : reason,
    };
  }

  private category(field: Field, dimension: string, code: Parameters<RowCells['refuse']>[1]): string | null {
    const text = this.cells.text(field);
    const read = this.lookup.read(dimension, text);
    if (read.kind === 'category') return read.code;
    if (read.kind === 'total' && dimension === 'offence') return 'all';
    return this.cells.refuse(field, read.kind === 'ambiguous' ? 'import.codes_ambiguous' : code);
  }

  /** What a file need not say: without the column, or with an empty cell, everything is meant. */
  private orWhole(field: Field, dimension: string, code: Parameters<RowCells['refuse']>[1], whole: string) {
    if (this.lookup.read(dimension, this.cells.text(field)).kind === 'total') return whole;
    return this.category(field, dimension, code);
  }

  /** Days go from one stage to a later one; who is archived has left the stages, and no bound is a number of days. */
  private refuseSpan(since: string, stage: string, value: FigureValue | null): void {
    const stages: readonly string[] = CASE_STAGES;
    if (stages.indexOf(since) === -1 || stages.indexOf(stage) <= stages.indexOf(since))
      this.cells.refuse('since', 'import.since_not_earlier');
    if (value !== null && value.state !== 'reported') this.cells.refuse('value', 'import.days_expected');
  }

  private count(field: Field): number | null {
    const written = this.cells.text(field);
    const mark = this.decimals.markFor(written) ?? '.';
    const { figure } = readFigure(COUNT, { value: written, state: 'reported', provisional: false }, mark);
    return figure?.value ?? this.cells.refuse(field, 'figure.not_a_count');
  }

  private value(): FigureValue | null {
    const { cells } = this;
    const written = cells.text('state').toLowerCase().replace(/\s+/g, '_');
    const state = STATES.find((one) => one === written);
    if (written !== '' && state === undefined) return cells.refuse('state', 'import.state_unknown');
    const value = cells.text('value');
    const mark = this.decimals.markFor(value) ?? '.';
    const provisional = /^(?:1|yes|y|s[ií]|true|p|provisional)$/i.test(cells.text('provisional'));
    const read = readFigure(COUNT, { value, state, provisional }, mark);
    if (read.problem) return cells.refuse('value', read.problem.code, read.problem.given);
    return { state: read.figure.state, value: read.figure.value, provisional };
  }
}
