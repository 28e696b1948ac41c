import { atConstantPrices, elapsedShare, spendingPerVictim } from '#domain';
import type { BudgetPhase, CivilDate, PerVictimRefusal } from '#domain';
import type { PublicBudgetAmount, PublicFigure, SourcedDeflator } from '#persistence';

import type { BudgetReading } from '../read-budget/read-budget.js';
import { summariseMonths } from './summarise-months.js';
import type { PurposeMonths } from './summarise-months.js';

const PHASES: readonly BudgetPhase[] = ['approved', 'revised', 'executed'];

export type Amounts = Readonly<Record<BudgetPhase, number | null>>;

interface YearSummary {
  readonly fiscalYear: number;
  readonly amounts: Amounts;
  /** The same amounts at the prices of the base year; null where the year has no deflator. */
  readonly constant: Amounts | null;
  /** The year is over, and what was executed runs to its end. */
  readonly finished: boolean;
}

export interface PerVictim {
  readonly year: number;
  readonly spending: number | null;
  readonly spendingSources: readonly string[];
  readonly victims: number | null;
  readonly victimSource: string | null;
  readonly announcedError: number | null;
  readonly amount: number | null;
  readonly withheld: PerVictimRefusal | null;
}

export interface BudgetSummary {
  readonly currency: string | null;
  /** Currencies of lines that are not among the sums: amounts of two currencies are never added up. */
  readonly otherCurrencies: readonly string[];
  readonly fiscalYear: number | null;
  readonly executedThrough: CivilDate | null;
  readonly elapsedShare: number | null;
  readonly purposes: readonly {
    readonly purpose: string;
    /** A recommendation asks for it by name. */
    readonly named: boolean;
    readonly amounts: Amounts;
    readonly indicators: readonly string[];
  }[];
  /** Asked for, and nothing was ever published for it. */
  readonly purposesWithoutLine: readonly string[];
  readonly years: readonly YearSummary[];
  readonly months: readonly PurposeMonths[];
  readonly constantPrices: {
    readonly baseYear: number;
    readonly sources: readonly string[];
    readonly missingYears: readonly number[];
  } | null;
  readonly perVictim: readonly PerVictim[];
}

/** Adds published budget cells up by purpose (newest fiscal year) and by year. A phase nobody reported stays null: it is not zero. */
export function summariseBudget({ published, record, victims, today }: BudgetReading): BudgetSummary {
  const { currency, others } = currenciesOf(record.amounts);
  const lines = record.amounts.filter((amount) => amount.currency === currency);
  const foreign = new Set(record.amounts.filter((amount) => amount.currency !== currency).map(placeOf));
  const own = new Set(lines.map(placeOf));
  const amounts = newestOfEach(
    published.figures.filter(
      (figure) =>
        figure.value !== null &&
        figure.categories['purpose'] !== undefined &&
        (!foreign.has(placeOfCell(figure)) || own.has(placeOfCell(figure))),
    ),
  );
  const asked = record.indicators.flatMap(({ requiredPurposes }) => requiredPurposes);
  const isNamed = (purpose: string | undefined): boolean => purpose !== undefined && asked.includes(purpose);
  const ofYears = [...new Set(amounts.map(yearOf))].sort((left, right) => left - right);
  const fiscalYear = ofYears.at(-1) ?? null;
  const current = amounts.filter((figure) => yearOf(figure) === fiscalYear);
  const executedThrough = lastExecutedDay(current);
  const order = orderOf(asked);
  const purposes = [...new Set(current.map((figure) => figure.categories['purpose'] ?? ''))].sort(order);
  const deflator = currency === null ? null : (record.deflators.get(currency) ?? null);
  const years = ofYears.map((year): YearSummary => {
    const ofYear = amounts.filter(
      (figure) => yearOf(figure) === year && isNamed(figure.categories['purpose']),
    );
    const sums = addUp(ofYear);
    return {
      fiscalYear: year,
      amounts: sums,
      constant: atPrices(sums, year, deflator),
      finished:
        `${year}-12-31` < today &&
        ofYear.filter(isExecuted).every(({ periodEndOn }) => periodEndOn === `${year}-12-31`),
    };
  });
  return {
    currency,
    otherCurrencies: others,
    fiscalYear,
    executedThrough,
    elapsedShare: fiscalYear === null ? null : elapsedShare(fiscalYear, executedThrough ?? today),
    purposes: purposes.map((purpose) => {
      const cells = current.filter((figure) => figure.categories['purpose'] === purpose);
      return {
        purpose,
        named: isNamed(purpose),
        amounts: addUp(cells),
        indicators: [...new Set(cells.map((cell) => cell.indicatorCode))],
      };
    }),
    purposesWithoutLine: [...new Set(asked)].filter(
      (purpose) => !record.amounts.some((amount) => amount.purpose === purpose),
    ),
    years,
    months: summariseMonths(lines).sort((left, right) => order(left.purpose, right.purpose)),
    constantPrices: deflator && {
      baseYear: deflator.baseYear,
      sources: deflator.sources,
      missingYears: years.filter(({ constant }) => constant === null).map((year) => year.fiscalYear),
    },
    perVictim:
      victims === null
        ? []
        : perVictim(
            years,
            amounts.filter((figure) => isExecuted(figure) && isNamed(figure.categories['purpose'])),
            victims.figures,
          ),
  };
}

/** One row for each finished year and each source that counts victims; where none does, one row that says so. */
function perVictim(
  years: readonly YearSummary[],
  spending: readonly PublicFigure[],
  victimFigures: readonly PublicFigure[],
): PerVictim[] {
  return years.flatMap(({ fiscalYear: year, amounts, finished }) => {
    const totals = victimFigures.filter(
      ({ seriesKey, periodStartOn, periodEndOn }) =>
        seriesKey === '' && periodStartOn === `${year}-01-01` && periodEndOn === `${year}-12-31`,
    );
    const sources = spending.filter((figure) => yearOf(figure) === year).map(({ sourceCode }) => sourceCode);
    return (totals.length === 0 ? [null] : totals).map((total): PerVictim => {
      const ratio = spendingPerVictim(
        { year, value: amounts.executed, finished },
        total && { year, value: total.flag === null ? total.value : null },
      );
      return {
        year,
        spending: amounts.executed,
        spendingSources: [...new Set(sources)].sort(),
        victims: total?.flag === null ? total.value : null,
        victimSource: total?.sourceCode ?? null,
        announcedError: total?.announcedError ?? null,
        amount: ratio.kind === 'ratio' ? ratio.amount : null,
        withheld: ratio.kind === 'withheld' ? ratio.reason : null,
      };
    });
  });
}

function atPrices(amounts: Amounts, year: number, deflator: SourcedDeflator | null): Amounts | null {
  if (atConstantPrices(0, year, deflator).kind === 'refused') return null;
  const at = (amount: number | null): number | null => {
    const constant = amount === null ? null : atConstantPrices(amount, year, deflator);
    return constant?.kind === 'constant' ? constant.amount : null;
  };
  return { approved: at(amounts.approved), revised: at(amounts.revised), executed: at(amounts.executed) };
}

/** The currency that most amounts are in; of two with as many, the first by its code. */
function currenciesOf(amounts: readonly PublicBudgetAmount[]): {
  readonly currency: string | null;
  readonly others: readonly string[];
} {
  const counts = new Map<string, number>();
  for (const { currency } of amounts) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [first, ...others] = [...counts].sort(
    ([leftCode, left], [rightCode, right]) => right - left || leftCode.localeCompare(rightCode, 'en'),
  );
  return { currency: first?.[0] ?? null, others: others.map(([code]) => code).sort() };
}

const placeOf = ({ indicatorCode, purpose, level, institutionCode }: PublicBudgetAmount): string =>
  [indicatorCode, purpose, level, institutionCode ?? ''].join('|');
const placeOfCell = ({ indicatorCode, categories }: PublicFigure): string =>
  [
    ...[indicatorCode, categories['purpose'], categories['level'] ?? 'national'],
    categories['institution'] ?? '',
  ].join('|');

/** One cell for each line, year and phase: where several sources told it, that of the newest day; they are no second sum of money. */
function newestOfEach(figures: readonly PublicFigure[]): PublicFigure[] {
  const newest = new Map<string, PublicFigure>();
  for (const figure of figures) {
    const key = [figure.indicatorCode, figure.seriesKey, yearOf(figure)].join('|');
    const before = newest.get(key);
    if (before === undefined || before.periodEndOn < figure.periodEndOn) newest.set(key, figure);
  }
  return [...newest.values()];
}

function yearOf(figure: PublicFigure): number {
  return Number(figure.periodStartOn.slice(0, 4));
}

const isExecuted = ({ categories }: PublicFigure): boolean => categories['phase'] === 'executed';

function lastExecutedDay(figures: readonly PublicFigure[]): CivilDate | null {
  const days = figures.filter(isExecuted).map(({ periodEndOn }) => periodEndOn);
  return days.sort().at(-1) ?? null;
}

function addUp(figures: readonly PublicFigure[]): Amounts {
  const sum = (phase: BudgetPhase): number | null => {
    const values = figures
      .filter((figure) => figure.categories['phase'] === phase)
      .map((figure) => figure.value ?? 0);
    return values.length === 0 ? null : values.reduce((left, right) => left + right, 0);
  };
  return Object.fromEntries(PHASES.map((phase) => [phase, sum(phase)])) as Record<BudgetPhase, number | null>;
}

/** Purposes that are asked for come first, in the order in which they are asked. */
function orderOf(asked: readonly string[]): (left: string, right: string) => number {
  const rank = (purpose: string): number => (asked.includes(purpose) ? asked.indexOf(purpose) : asked.length);
  return (left, right) => rank(left) - rank(right) || left.localeCompare(right, 'en');
}
