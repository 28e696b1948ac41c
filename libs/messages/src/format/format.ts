import type { Language } from '../language.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};
const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};
/** U+202F: narrow and unbreakable, so that a number or a percentage never splits over two lines. */
const NARROW_SPACE = '\u202f';
const GROUP: Readonly<Record<Language, string>> = { en: ',', es: NARROW_SPACE };
const DECIMAL: Readonly<Record<Language, string>> = { en: '.', es: ',' };
const UP_TO_TEN: Readonly<Record<Language, readonly string[]>> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
};
const AND: Readonly<Record<Language, string>> = { en: 'and', es: 'y' };

// Intl differs between Node and browsers in spaces and short month names; a page must hydrate to the same text.

/** `31 March 2027`, `31 de marzo de 2027`. Takes `YYYY-MM-DD`. */
export function formatDate(language: Language, date: string): string {
  const { year, month, day } = civilParts(date);
  const name = MONTHS[language][month - 1] ?? '';
  return language === 'es' ? `${day} de ${name} de ${year}` : `${day} ${name} ${year}`;
}

/** `31 Mar 2027`, `31 mar 2027`, for tables. */
export function formatShortDate(language: Language, date: string): string {
  const { year, month, day } = civilParts(date);
  return `${day} ${SHORT_MONTHS[language][month - 1] ?? ''} ${year}`;
}

/** `March 2027`, `marzo de 2027`. Takes `YYYY-MM-DD`. */
export function formatMonth(language: Language, date: string): string {
  const { year, month } = civilParts(date);
  return `${MONTHS[language][month - 1] ?? ''} ${language === 'es' ? 'de ' : ''}${year}`;
}

/** `1,204` and `1 204`; at most `decimals` digits after the point. */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP[language]);
  const sign = value < 0 ? '\u2212' : '';
  return sign + grouped + (fraction === undefined ? '' : DECIMAL[language] + fraction);
}

/** `65 %` in both languages, with a narrow space. Takes a share of 100. */
export function formatPercent(language: Language, percent: number, decimals = 0): string {
  return `${formatNumber(language, percent, decimals)}${NARROW_SPACE}%`;
}

/** Numbers up to ten in words, for titles; figures beyond. */
export function numberInWords(language: Language, value: number): string {
  return UP_TO_TEN[language][value] ?? formatNumber(language, value);
}

/** `476, 765 and 1,054`, `476, 765 y 1 054`. */
export function formatList(language: Language, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${AND[language]} ${last}`;
}

function civilParts(date: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}
