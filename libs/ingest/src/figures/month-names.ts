import { plainName } from './plain-name.js';

const NAMES: readonly (readonly string[])[] = [
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

/** 3, 03, March, mar., "3: Marzo" as the Peruvian ministry of finance writes it; null where it is no month. */
export function readMonth(text: string): number | null {
  const [number, name] = /^(\d{1,2})?\s*([a-z]*)$/.exec(plainName(text))?.slice(1) ?? [];
  const named = NAMES.findIndex((names) => names.includes(name ?? '')) + 1;
  if (name !== undefined && name !== '' && named === 0) return null;
  if (number === undefined) return named === 0 ? null : named;
  const counted = Number(number);
  if (named > 0 && named !== counted) return null;
  return counted >= 1 && counted <= 12 ? counted : null;
}

/** What a column of amounts executed in one month is called. */
export function namesOfMonthColumn(month: number): string[] {
  const digits = String(month).padStart(2, '0');
  const names = NAMES[month - 1]!;
  return [
    ...names,
    ...names.flatMap((name) => [`devengado ${name}`, `ejecutado ${name}`, `executed ${name}`]),
    ...[`mto devenga ${digits}`, `monto devengado ${digits}`, `devengado ${digits}`, `executed ${digits}`],
  ];
}
