import { daysBetween, isCivilDate } from '../calendar/civil-date.js';
import type { FigureValue, ValueState, ValueType } from './indicator.js';
import type { DecimalMark } from './number-reading.js';
import { readNumber } from './number-reading.js';

/** How far a law has come; its place in this list is the value that is kept. */
export const LAW_STAGES = ['none', 'bill', 'committee', 'passed', 'in_force'] as const;
export type LawStage = (typeof LAW_STAGES)[number];

/** A figure as somebody typed it, or a file holds it: texts only. */
export interface WrittenFigure {
  /** A number, "<5", yes or no, a day, a stage; empty where the state says that there is none. */
  readonly value: string;
  /** Of a ratio: both, or neither. */
  readonly numerator?: string;
  readonly denominator?: string;
  /** Where it is not given, the value tells it. */
  readonly state?: ValueState | undefined;
  readonly provisional?: boolean;
}

/** A ratio keeps what it was computed from; of every other figure both are null. */
export interface AcceptableFigure extends FigureValue {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** What a reader of the figure needs to know of its indicator. */
export interface ReadableIndicator {
  readonly valueType: ValueType;
  /** What a ratio is told per: 100 for a percentage, 100,000 for a rate in a population; null where it is neither. */
  readonly ratioPer: number | null;
}

/** Why a figure cannot be kept; what is expected is in the words of the code. */
export type FigureProblemCode =
  | 'figure.value_missing'
  | 'figure.value_unwanted'
  | 'figure.not_a_number'
  | 'figure.not_a_count'
  | 'figure.negative'
  | 'figure.too_large'
  | 'figure.not_yes_or_no'
  | 'figure.not_a_day'
  | 'figure.not_a_stage'
  | 'figure.bound_unwanted'
  | 'figure.ratio_half'
  | 'figure.ratio_zero'
  | 'figure.ratio_disagrees';

export interface FigureProblem {
  readonly code: FigureProblemCode;
  readonly field: 'value' | 'numerator' | 'denominator';
  readonly given: string;
}

export type FigureReading =
  | { readonly figure: AcceptableFigure; readonly problem: null }
  | { readonly figure: null; readonly problem: FigureProblem };

/** Days are kept as a number, counted from here. */
const EPOCH = '1970-01-01';
const YES = new Set(['1', 'yes', 'y', 'true', 'sí', 'si', 's', 'verdadero']);
const NO = new Set(['0', 'no', 'n', 'false', 'falso']);
/** Such a number is the same with either decimal mark, and can be kept exactly. */
const DIGITS = /^\d{1,15}$/;
const NUMBERS: ReadonlySet<ValueType> = new Set<ValueType>(['count', 'ratio', 'amount', 'index']);
/** A share that was printed may be rounded: to the half of its last printed digit, and never to more than this. */
const LARGEST_ROUNDING = 0.5;

/**
 * Reads what was written as a figure of the indicator. Zero is a value; an empty cell is none, and is refused unless the state
 * says `missing` or `not_applicable`. "<5" is kept as a bound, never as a number.
 *
 * Kept values: boolean 0 or 1; date the days since 1970-01-01; stage its place in `LAW_STAGES`; a ratio per `ratioPer`.
 */
export function readFigure(
  indicator: ReadableIndicator,
  written: WrittenFigure,
  decimalMark: DecimalMark = '.',
): FigureReading {
  const provisional = written.provisional ?? false;
  if (isPlain(indicator, written)) {
    const read = Number(written.value);
    return kept({ state: 'reported', value: read, provisional, numerator: null, denominator: null });
  }
  const value = written.value.trim();
  if (written.state === 'missing' || written.state === 'not_applicable')
    return value === ''
      ? kept({ state: written.state, value: null, provisional, numerator: null, denominator: null })
      : refused('figure.value_unwanted', 'value', value);
  const bound = /^[<‹＜]\s*(.+)$/u.exec(value);
  if (bound) return readBound(indicator, value, bound[1]!, provisional, decimalMark);
  if (written.state === 'below_threshold')
    return value === ''
      ? refused('figure.value_missing', 'value', value)
      : readBound(indicator, value, value, provisional, decimalMark);
  const ratio = indicator.valueType === 'ratio' ? readParts(indicator, written, decimalMark) : null;
  if (ratio?.problem) return ratio;
  if (value === '' && ratio?.figure) return kept({ ...ratio.figure, provisional });
  if (value === '') return refused('figure.value_missing', 'value', value);
  const read = readValue(indicator.valueType, value, decimalMark);
  if (typeof read !== 'number') return refused(read, 'value', value);
  if (ratio?.figure && !agrees(read, ratio.figure.value!, value))
    return refused('figure.ratio_disagrees', 'value', value);
  const parts = {
    numerator: ratio?.figure?.numerator ?? null,
    denominator: ratio?.figure?.denominator ?? null,
  };
  return kept({ state: 'reported', value: read, provisional, ...parts });
}

/** Nothing but digits, and nothing beside it that would have to agree: nearly every figure of nearly every file. */
function isPlain(
  { valueType }: ReadableIndicator,
  { value, numerator, denominator, state }: WrittenFigure,
): boolean {
  if (state !== undefined && state !== 'reported') return false;
  return !numerator && !denominator && DIGITS.test(value) && NUMBERS.has(valueType);
}

function readBound(
  { valueType }: ReadableIndicator,
  given: string,
  number: string,
  provisional: boolean,
  decimalMark: DecimalMark,
): FigureReading {
  if (valueType === 'boolean' || valueType === 'date' || valueType === 'stage')
    return refused('figure.bound_unwanted', 'value', given);
  const read = readValue(valueType, number, decimalMark);
  if (typeof read !== 'number') return refused(read, 'value', given);
  return kept({ state: 'below_threshold', value: read, provisional, numerator: null, denominator: null });
}

/** Null where neither part was given. */
function readParts(
  { ratioPer }: ReadableIndicator,
  { numerator = '', denominator = '' }: WrittenFigure,
  decimalMark: DecimalMark,
): FigureReading | null {
  const given = { numerator: numerator.trim(), denominator: denominator.trim() };
  if (given.numerator === '' && given.denominator === '') return null;
  const numbers: number[] = [];
  for (const field of ['numerator', 'denominator'] as const) {
    if (given[field] === '') return refused('figure.ratio_half', field, '');
    const read = readValue('amount', given[field], decimalMark);
    if (typeof read !== 'number') return refused(read, field, given[field]);
    numbers.push(read);
  }
  const [part, whole] = numbers as [number, number];
  if (whole === 0) return refused('figure.ratio_zero', 'denominator', given.denominator);
  const value = ((ratioPer ?? 1) * part) / whole;
  return kept({ state: 'reported', value, provisional: false, numerator: part, denominator: whole });
}

/** A printed share agrees with its parts when it is the same to the last digit that was printed. */
function agrees(printed: number, computed: number, given: string): boolean {
  const decimals = /[.,](\d+)$/u.exec(given.replace(/[\s%]/gu, ''))?.[1]?.length ?? 0;
  const rounding = Math.min(LARGEST_ROUNDING, 0.5 * 10 ** -decimals);
  return Math.abs(printed - computed) <= rounding + Number.EPSILON * Math.abs(computed) * 4;
}

function readValue(type: ValueType, text: string, decimalMark: DecimalMark): number | FigureProblemCode {
  const word = text.toLowerCase();
  if (type === 'boolean') return YES.has(word) ? 1 : NO.has(word) ? 0 : 'figure.not_yes_or_no';
  if (type === 'date') return isCivilDate(text) ? daysBetween(EPOCH, text) : 'figure.not_a_day';
  if (type === 'stage') {
    const place = /^[0-4]$/u.test(word)
      ? Number(word)
      : LAW_STAGES.indexOf(word.replaceAll(' ', '_') as LawStage);
    return place === -1 ? 'figure.not_a_stage' : place;
  }
  const number = readNumber(text, decimalMark);
  if (number === null) return 'figure.not_a_number';
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return 'figure.too_large';
  if (type !== 'index' && number < 0) return 'figure.negative';
  return type === 'count' && !Number.isInteger(number) ? 'figure.not_a_count' : number;
}

const kept = (figure: AcceptableFigure): FigureReading => ({ figure, problem: null });
const refused = (code: FigureProblemCode, field: FigureProblem['field'], given: string): FigureReading => ({
  figure: null,
  problem: { code, field, given },
});
