import type { FigureSheetView, FigureView } from '#contracts';

import { STAGES, dayOf, printValue } from '../../cell/printed-cell.js';
import type { CellUnit } from '../../cell/printed-cell.js';
import { cellUnitOf } from '../../chart/model/cell-unit.js';
import type { Wording } from '../../wording/wording.js';

type Indicator = FigureSheetView['indicator'];

/** A real figure, with its parts and what kind of figure it is. */
export function figureWords(figure: FigureView, indicator: Indicator, wording: Wording): string {
  const words = wording.say.figure;
  if (figure.state === 'missing' || figure.value === null)
    return figure.state === 'not_applicable' ? words.notApplicable : words.missing;
  const printed = printValue(figure.value, cellUnitOf(indicator), wording);
  const { numerator, denominator } = figure;
  const said =
    figure.state === 'below_threshold'
      ? words.fewerThan(printed)
      : numerator === null || denominator === null
        ? printed
        : words.parts(printed, numberWords(numerator, wording), numberWords(denominator, wording));
  return figure.provisional ? words.provisionalValue(said) : said;
}

export function numberWords(value: number, wording: Wording): string {
  return printValue(value, 'number' satisfies CellUnit, wording);
}

/** A year by its number; any other time by its two days. */
export function timeWords(
  period: { readonly startOn: string; readonly endOn: string },
  wording: Wording,
): string {
  const year = period.startOn.slice(0, 4);
  return period.startOn === `${year}-01-01` && period.endOn === `${year}-12-31`
    ? year
    : wording.say.submission.period(wording.shortDate(period.startOn), wording.shortDate(period.endOn));
}

/** As it stands in a field: digits without groups, the decimal mark of the language. */
export function typedFigure(value: number | null, { valueType }: Indicator, wording: Wording): string {
  if (value === null) return '';
  if (valueType === 'boolean') return value === 0 ? 'no' : 'yes';
  if (valueType === 'date') return dayOf(value);
  if (valueType === 'stage') return STAGES[value] ?? '';
  return typedNumber(value, wording);
}

export function typedNumber(value: number | null, { language }: Wording): string {
  if (value === null) return '';
  const text = String(value);
  return language === 'es' ? text.replace('.', ',') : text;
}

/** What is wrong with one field of one row, in words. */
export interface FigureFaultWords {
  readonly key: string;
  readonly field: string;
  readonly says: string;
  /** Of a departure: whose parts do not add up. */
  readonly dimension: string | null;
}

const FAULT = 'fault:';

/** What could not be read of what was typed, and what does not fit of what was saved. */
export function faultsIn(
  sheet: FigureSheetView,
  typed: URLSearchParams,
  wording: Wording,
): FigureFaultWords[] {
  const noted = [...typed].flatMap(([name, note]) => {
    if (!name.startsWith(FAULT)) return [];
    const [field = ''] = name.slice(FAULT.length).split(':', 1);
    const [code = '', parts, total, dimension = null] = note.split(' ');
    const numbers = parts === undefined ? [] : [Number(parts), Number(total)];
    return [{ key: name.slice(FAULT.length + field.length + 1), field, code, numbers, dimension }];
  });
  const seen = new Set<string>();
  return [...noted, ...sheet.problems].flatMap((problem) => {
    const name = `${problem.field}:${problem.key}:${problem.dimension ?? ''}`;
    // A row whose figure could not be read is not missing as well.
    if (seen.has(name)) return [];
    seen.add(name);
    const says = faultWords(problem, sheet, wording);
    return says === null
      ? []
      : [{ key: problem.key, field: problem.field, says, dimension: problem.dimension }];
  });
}

function faultWords(
  { code, numbers, dimension }: Omit<FigureSheetView['problems'][number], 'key' | 'field'>,
  sheet: FigureSheetView,
  wording: Wording,
): string | null {
  const { problems, departures, at, mend } = wording.say.figure;
  if (Object.hasOwn(problems, code)) return problems[code] ?? null;
  if (!Object.hasOwn(departures, code)) return null;
  const [parts = 0, total = 0] = numbers;
  const departs = departures[code as keyof typeof departures];
  const says = `${departs(numberWords(parts, wording), numberWords(total, wording))} ${mend}`;
  const named = sheet.dimensions.find((one) => one.code === dimension)?.name;
  return named === undefined || code === 'part.exceeds_total' ? says : at(named, says);
}
