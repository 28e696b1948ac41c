import { readFigure } from '#domain';
import type { BudgetPhase, CivilDate, ProblemList } from '#domain';

import type { Table } from '../table/table.js';
import { CategoryLookup } from './category-lookup.js';
import type { ColumnUse, Field } from './column-use.js';
import { DecimalEvidence } from './decimal-evidence.js';
import { hasFields } from './format/format.js';
import type { FigureFormat } from './format/format.js';
import { findLayout } from './header-search.js';
import type { Layout } from './header-search.js';
import { KnownNames } from './known-names.js';
import { monthEnd, readDay, readYear } from './period-reading.js';
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

export interface KnownBudgetLine {
  readonly id: number;
  readonly indicatorId: number;
  readonly purpose: string;
  readonly institutionId: number | null;
  readonly level: string;
  readonly currency: string;
}

export interface BudgetVocabulary extends FigureVocabulary {
  readonly budgetLines: readonly KnownBudgetLine[];
}

/** An amount of a line; the line may not be on record yet. */
export interface ReadBudgetFigure extends Omit<KnownBudgetLine, 'id'> {
  readonly row: number;
  readonly sourceId: number;
  readonly fiscalYear: number;
  readonly phase: BudgetPhase;
  readonly amount: number;
  readonly throughOn: CivilDate;
  readonly revisionReason: string | null;
}

const FIELDS: readonly Field[] = [
  ...([
    'indicator',
    'source',
    'purpose',
    'institution',
    'level',
    'year',
    'phase',
    'amount',
    'value',
  ] as const),
  ...(['currency', 'approved', 'revised', 'executed', 'month', 'through', 'reason'] as const),
];
const PHASES = ['approved', 'revised', 'executed'] as const;
const AMOUNT = { valueType: 'amount', ratioPer: null } as const;
const PERU: Readonly<Record<string, BudgetPhase>> = {
  pia: 'approved',
  pim: 'revised',
  devengado: 'executed',
};

/** A row for each amount with its phase, or a row for each line with a column for each phase: PIA, PIM, devengado. */
const budgetForm: FigureFormat = {
  code: 'budget',
  recognise(header, names) {
    const uses = header.map((name): ColumnUse => names.useOf(name));
    const long = hasFields(uses, 'phase') && (hasFields(uses, 'amount') || hasFields(uses, 'value'));
    return hasFields(uses, 'year') && (long || PHASES.some((phase) => hasFields(uses, phase))) ? uses : null;
  },
};

export function readBudget(
  table: Table,
  vocabulary: BudgetVocabulary,
  options: ReadingOptions,
  remembered: ReadonlyMap<string, RememberedMapping>,
): FileReading<ReadBudgetFigure> {
  const known = {
    vocabulary: { ...vocabulary, dimensions: [] },
    fields: FIELDS,
    formats: [budgetForm],
    remembered,
  };
  const layout = findLayout(table.sample, options, known);
  return fileReading(table, layout, new BudgetReading(layout, table, vocabulary, options));
}

class BudgetReading {
  readonly skipped = 0;
  private readonly cells: RowCells;
  private readonly decimals: DecimalEvidence;
  private readonly lookup: CategoryLookup;
  private readonly indicators: KnownNames<KnownIndicator>;
  private readonly institutions: KnownNames<FigureVocabulary['institutions'][number]>;
  private readonly sources: KnownNames<FigureVocabulary['sources'][number]>;

  constructor(
    layout: Layout,
    table: Table,
    private readonly vocabulary: BudgetVocabulary,
    private readonly options: ReadingOptions,
  ) {
    this.cells = new RowCells(layout);
    this.lookup = new CategoryLookup(vocabulary, null, layout.mapping.categories);
    this.indicators = new KnownNames(vocabulary.indicators);
    this.institutions = new KnownNames(vocabulary.institutions);
    this.sources = new KnownNames(vocabulary.sources);
    if (options.source !== null && !this.sources.find(options.source))
      throw refuseImport('option_source', options.source);
    if (options.indicator !== null && !this.indicators.find(options.indicator))
      throw refuseImport('option_indicator', options.indicator);
    if (options.source === null && !this.cells.has('source')) throw refuseImport('no_source');
    this.decimals = new DecimalEvidence(options.decimalMark ?? table.decimalMark);
    const amounts = layout.uses.flatMap((use, index) =>
      use.kind === 'field' && ['amount', 'value', ...PHASES].includes(use.field) ? [index] : [],
    );
    this.decimals.learn(table.sample.slice(layout.row).flatMap((row) => amounts.map((at) => row[at] ?? '')));
  }

  get problems(): ProblemList {
    return this.cells.problems;
  }

  read(row: number, texts: readonly string[]): readonly ReadBudgetFigure[] | null {
    const { cells } = this;
    if (!cells.next(row, texts)) return null;
    const before = cells.problems.count;
    const year = readYear(cells.text('year'));
    if (year === null) cells.refuse('year', 'import.period_unreadable');
    const source = this.sources.find(this.options.source ?? cells.text('source'));
    if (source === null)
      cells.refuse('source', cells.text('source') === '' ? 'import.source_missing' : 'import.source_unknown');
    const line = this.line();
    const throughOn = year === null ? null : this.through(year);
    const amounts = this.amounts();
    if (cells.problems.count > before || !line || year === null || !source || throughOn === null) return null;
    const reason = cells.text('reason');
    return amounts.map(({ phase, amount }) => ({
      ...line,
      row,
      sourceId: source.id,
      fiscalYear: year,
      phase,
      amount,
      throughOn: phase === 'executed' ? throughOn : `${year}-12-31`,
      revisionReason: reason === '' ? this.options.reason : reason,
    }));
  }

  /** The line that the row names; of an indicator whose one line is on record, the rest need not be said. */
  private line(): Omit<KnownBudgetLine, 'id'> | null {
    const { cells, options } = this;
    const institutionText = cells.text('institution');
    const institution = institutionText === '' ? null : this.institutions.find(institutionText);
    if (institutionText !== '' && institution === null)
      return cells.refuse('institution', 'import.institution_unknown');
    const level = this.category('level', 'level', 'import.level_unknown');
    const purpose = this.category('purpose', 'purpose', 'import.purpose_unknown');
    const currency = cells.text('currency').toUpperCase();
    if (level === null || purpose === null) return null;
    if (currency !== '' && !/^[A-Z]{3}$/.test(currency))
      return cells.refuse('currency', 'import.currency_unknown');
    const indicatorText = options.indicator ?? cells.text('indicator');
    const indicator = indicatorText === '' ? null : this.indicators.find(indicatorText);
    if (indicatorText !== '' && indicator === null)
      return cells.refuse('indicator', 'import.indicator_unknown');
    if (indicator && indicator.valueType !== 'amount')
      return cells.refuse('indicator', 'import.indicator_of_other_track', indicatorText);
    const lines = this.vocabulary.budgetLines.filter(
      (one) =>
        (!indicator || one.indicatorId === indicator.id) &&
        (purpose === '' || one.purpose === purpose) &&
        (!institution || one.institutionId === institution.id) &&
        (level === '' || one.level === level),
    );
    if (lines.length === 1) {
      if (currency !== '' && currency !== lines[0]!.currency)
        return cells.refuse('currency', 'import.currency_unknown');
      return lines[0]!;
    }
    if (indicator === null) return cells.refuse('indicator', 'import.indicator_missing');
    if (purpose === '' || lines.length > 1) return cells.refuse('purpose', 'import.purpose_unknown');
    const ofNewLine = currency === '' ? this.onlyCurrency() : currency;
    if (ofNewLine === null) return cells.refuse('currency', 'import.currency_unknown');
    return {
      indicatorId: indicator.id,
      purpose,
      institutionId: institution?.id ?? null,
      level: level === '' ? 'national' : level,
      currency: ofNewLine,
    };
  }

  /** The currency of every line on record; null where there is none yet, or more than one: nobody guesses it. */
  private onlyCurrency(): string | null {
    const [first, ...others] = new Set(this.vocabulary.budgetLines.map(({ currency }) => currency));
    return first === undefined || others.length > 0 ? null : first;
  }

  /** Empty where the file does not say it; null where what it says is unknown. */
  private category(
    field: 'level' | 'purpose',
    dimension: string,
    code: 'import.level_unknown' | 'import.purpose_unknown',
  ): string | null {
    const text = this.cells.text(field);
    if (text === '') return '';
    const read = this.lookup.read(dimension, text);
    return read.kind === 'category' ? read.code : this.cells.refuse(field, code);
  }

  private through(year: number): CivilDate | null {
    const { cells } = this;
    const [day, month] = [cells.text('through'), cells.text('month')];
    if (day !== '') return readDay(day) ?? cells.refuse('through', 'figure.not_a_day');
    if (month === '') return `${year}-12-31`;
    const number = /^\d{1,2}$/.test(month)
      ? Number(month)
      : MONTHS.findIndex((names) => names.includes(plain(month))) + 1;
    return number >= 1 && number <= 12
      ? monthEnd(year, number)
      : cells.refuse('month', 'import.period_unreadable');
  }

  private amounts(): { readonly phase: BudgetPhase; readonly amount: number }[] {
    const { cells } = this;
    const written = this.cells.has('phase')
      ? [{ field: cells.has('amount') ? ('amount' as const) : ('value' as const), phase: this.phase() }]
      : PHASES.map((phase) => ({ field: phase, phase })).filter(({ field }) => cells.text(field) !== '');
    return written.flatMap(({ field, phase }) => {
      const text = cells.text(field).replace(/^(?:S\/\.?|USD|US\$|PEN)\s*/i, '');
      const mark = this.decimals.markFor(text);
      const read = mark === null ? null : readFigure(AMOUNT, { value: text }, mark);
      if (read === null) cells.refuse(field, 'import.number_ambiguous');
      else if (read.problem) cells.refuse(field, read.problem.code, text);
      else if (read.figure.state !== 'reported') cells.refuse(field, 'figure.not_a_number');
      else if (phase !== null) return [{ phase, amount: read.figure.value! }];
      return [];
    });
  }

  private phase(): BudgetPhase | null {
    const text = this.cells.text('phase');
    const peru = PERU[text.toLowerCase()];
    if (peru !== undefined) return peru;
    const read = this.lookup.read('phase', text);
    return read.kind === 'category'
      ? (read.code as BudgetPhase)
      : this.cells.refuse('phase', 'import.phase_unknown');
  }
}

const MONTHS: readonly (readonly string[])[] = [
  ['enero', 'ene', 'january', 'jan'],
  ['febrero', 'feb', 'february'],
  ['marzo', 'mar', 'march'],
  ['abril', 'abr', 'april', 'apr'],
  ['mayo', 'may'],
  ['junio', 'jun', 'june'],
  ['julio', 'jul', 'july'],
  ['agosto', 'ago', 'august', 'aug'],
  ['septiembre', 'setiembre', 'sep', 'set', 'september'],
  ['octubre', 'oct', 'october'],
  ['noviembre', 'nov', 'november'],
  ['diciembre', 'dic', 'december', 'dec'],
];
const plain = (text: string): string => text.trim().toLowerCase();
