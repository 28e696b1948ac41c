import { readFigure } from '#domain';
import type { BudgetPhase, CivilDate, MonthMeaning, ProblemList } from '#domain';

import type { Table } from '../table/table.js';
import {
  AMOUNT_FIELDS,
  BUDGET_FIELDS,
  PERU,
  PHASES,
  budgetForm,
  levelOf,
  meaningOf,
  nameOf,
  readShare,
  yearAbove,
} from './budget-form.js';
import type { AmountField } from './budget-form.js';
import type { BudgetVocabulary, KnownBudgetLine, ReadBudgetFigure } from './budget-figure.js';
import { CategoryLookup } from './category-lookup.js';
import { MONTH_FIELDS } from './column-use.js';
import { DecimalEvidence } from './decimal-evidence.js';
import { plainName } from './plain-name.js';
import { isTotal, linesAbove, valuesAbove } from './lines-above.js';
import { findLayout } from './header-search.js';
import type { Layout } from './header-search.js';
import { KnownNames } from './known-names.js';
import { readMonth } from './month-names.js';
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

interface Told {
  readonly phase: BudgetPhase;
  readonly amount: number;
  /** Where the column, not the row, names the month. */
  readonly ofMonth: number | null;
}
const AMOUNT = { valueType: 'amount', ratioPer: null } as const;

export function readBudget(
  table: Table,
  vocabulary: BudgetVocabulary,
  options: ReadingOptions,
  remembered: ReadonlyMap<string, RememberedMapping>,
): FileReading<ReadBudgetFigure> {
  const known = {
    vocabulary: { ...vocabulary, dimensions: [] },
    fields: BUDGET_FIELDS,
    formats: [budgetForm((options.year ?? yearAbove(table.sample)) !== null)],
    remembered,
    isHeadInTwoRows: true,
  };
  const layout = findLayout(table.sample, options, known);
  return fileReading(table, layout, new BudgetReading(layout, table, vocabulary, options));
}

class BudgetReading {
  /** Rows of totals: what they sum up stands in the file too. */
  skipped = 0;
  private readonly cells: RowCells;
  private readonly decimals: DecimalEvidence;
  private readonly lookup: CategoryLookup;
  private readonly indicators: KnownNames<KnownIndicator>;
  private readonly institutions: KnownNames<FigureVocabulary['institutions'][number]>;
  private readonly sources: KnownNames<FigureVocabulary['sources'][number]>;
  private readonly yearOfAll: number | null;
  private readonly meaning: MonthMeaning | null;
  /** Of a workbook that has a sheet for each month. */
  private readonly monthOfSheet: number | null;

  constructor(
    layout: Layout,
    table: Table,
    private readonly vocabulary: BudgetVocabulary,
    private readonly options: ReadingOptions,
  ) {
    const above = linesAbove(table.sample.slice(0, layout.row - 1));
    this.cells = new RowCells(layout, valuesAbove(above, layout));
    for (const { row, label, value, field } of above)
      if (this.isUnsaid(label) && field === null)
        this.cells.problems.add({ row, column: label, given: value, code: 'import.filter_unknown' });
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
    this.yearOfAll = options.year ?? (this.cells.has('year') ? null : yearAbove(table.sample));
    this.meaning =
      options.months ?? meaningOf(this.cells.has('executed') ? this.cells.columnOf('executed') : '');
    const isMonthSaid = this.cells.says('month') || this.cells.present(MONTH_FIELDS).length > 0;
    this.monthOfSheet = isMonthSaid || table.sheet === undefined ? null : readMonth(table.sheet);
    const isByMonth = this.monthOfSheet !== null || isMonthSaid;
    const isExecuted = this.cells.has('executed') || this.cells.has('phase') || !this.cells.has('month');
    // What a month's amount counts cannot be told from the amounts: a correction lets a cumulative one fall too.
    if (isByMonth && isExecuted && this.meaning === null) throw refuseImport('no_month_meaning');
    const amounts = layout.uses.flatMap((use, index) =>
      use.kind === 'field' && [...AMOUNT_FIELDS, ...MONTH_FIELDS].some((field) => field === use.field)
        ? [index]
        : [],
    );
    this.decimals.learn(table.sample.slice(layout.row).flatMap((row) => amounts.map((at) => row[at] ?? '')));
  }

  get problems(): ProblemList {
    return this.cells.problems;
  }

  read(row: number, texts: readonly string[]): readonly ReadBudgetFigure[] | null {
    const { cells } = this;
    if (!cells.next(row, texts)) return null;
    if (texts.some(isTotal) || this.isHeadAgain(texts)) {
      this.skipped += 1;
      return null;
    }
    const before = cells.problems.count;
    const year = this.yearOfAll ?? readYear(cells.text('year'));
    if (year === null) cells.refuse('year', 'import.period_unreadable');
    const source = this.sources.find(this.options.source ?? cells.text('source'));
    if (source === null)
      cells.refuse('source', cells.text('source') === '' ? 'import.source_missing' : 'import.source_unknown');
    const line = this.line();
    const month = this.month() ?? this.monthOfSheet;
    const throughOn = year === null ? null : this.through(year, month);
    const amounts = this.amounts();
    if (cells.problems.count > before || !line || year === null || !source || throughOn === null) return null;
    const reason = cells.text('reason');
    return amounts.map(({ phase, amount, ofMonth }) => {
      const told = ofMonth ?? month;
      const ends = told === null ? throughOn : monthEnd(year, told);
      return {
        ...line,
        row,
        sourceId: source.id,
        fiscalYear: year,
        phase,
        amount,
        // What was approved is approved for the year, whichever month the file repeats it in.
        throughOn: phase === 'approved' || (phase === 'revised' && told === null) ? `${year}-12-31` : ends,
        month: told,
        meaning: phase === 'executed' && told !== null ? this.meaning : null,
        revisionReason: reason === '' ? this.options.reason : reason,
      };
    });
  }

  /** Whether a person has said nothing of a line above the table. */
  private isUnsaid(label: string): boolean {
    return !Object.entries(this.options.columns).some(
      ([column, target]) => plainName(column) === plainName(label) && plainName(target) === 'ignore',
    );
  }

  /** A long export repeats its head. */
  private isHeadAgain(texts: readonly string[]): boolean {
    const { header } = this.cells.layout;
    return header.every((name, at) => (texts[at] ?? '').trim() === name);
  }

  /** The line that the row names; of an indicator whose one line is on record, the rest need not be said. */
  private line(): Omit<KnownBudgetLine, 'id'> | null {
    const { cells, options } = this;
    const institutionText = cells.text('institution');
    const institution =
      institutionText === ''
        ? null
        : (this.institutions.find(institutionText) ?? this.institutions.find(nameOf(institutionText)));
    if (institutionText !== '' && institution === null)
      return cells.refuse('institution', 'import.institution_unknown');
    const level = this.category('level', 'level', 'import.level_unknown');
    const purpose = this.category('purpose', 'purpose', 'import.purpose_unknown');
    const currency = (cells.text('currency') || (options.currency ?? '')).toUpperCase();
    const share = this.share();
    if (level === null || purpose === null || share === null) return null;
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
      if (cells.text('share') !== '' && share !== lines[0]!.attributableShare)
        return cells.refuse('share', 'import.share_differs');
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
      attributableShare: share,
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
    for (const name of [text, field === 'level' ? levelOf(text) : nameOf(text)]) {
      const read = this.lookup.read(dimension, name);
      if (read.kind === 'category') return read.code;
    }
    return this.cells.refuse(field, code);
  }

  private share(): number | null {
    return readShare(this.cells.text('share')) ?? this.cells.refuse('share', 'import.share_unreadable');
  }

  private month(): number | null {
    const text = this.cells.text('month');
    return text === '' ? null : (readMonth(text) ?? this.cells.refuse('month', 'import.month_unreadable'));
  }

  private through(year: number, month: number | null): CivilDate | null {
    const day = this.cells.text('through');
    if (day !== '') return readDay(day) ?? this.cells.refuse('through', 'figure.not_a_day');
    return month === null ? `${year}-12-31` : monthEnd(year, month);
  }

  private amounts(): Told[] {
    const { cells } = this;
    const written: {
      readonly field: AmountField;
      readonly phase: BudgetPhase | null;
      readonly ofMonth: number | null;
    }[] = cells.has('phase')
      ? [{ field: cells.has('amount') ? 'amount' : 'value', phase: this.phase(), ofMonth: null }]
      : [
          ...PHASES.map((phase) => ({ field: phase, phase, ofMonth: null })),
          ...MONTH_FIELDS.map((field, at) => ({ field, phase: 'executed' as const, ofMonth: at + 1 })),
        ].filter(({ field }) => cells.text(field) !== '');
    return written.flatMap(({ field, phase, ofMonth }): Told[] => {
      const amount = this.amount(field, phase === 'executed' && this.meaning === 'of_month');
      return amount === null || phase === null ? [] : [{ phase, amount, ofMonth }];
    });
  }

  /** Of a single month a correction may take back more than was executed in it; no other amount is negative. */
  private amount(field: AmountField, mayBeNegative: boolean): number | null {
    const { cells } = this;
    const text = cells.text(field).replace(/^(?:S\/\.?|USD|US\$|PEN)\s*/i, '');
    const isNegative = mayBeNegative && /^-\s*\d/.test(text);
    const digits = isNegative ? text.replace(/^-\s*/, '') : text;
    const mark = this.decimals.markFor(digits);
    const read = mark === null ? null : readFigure(AMOUNT, { value: digits }, mark);
    if (read === null) return cells.refuse(field, 'import.number_ambiguous');
    if (read.problem) return cells.refuse(field, read.problem.code, text);
    if (read.figure.state !== 'reported') return cells.refuse(field, 'figure.not_a_number');
    return isNegative ? -read.figure.value! : read.figure.value!;
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
