import {
  formatDate,
  formatMonth,
  formatNumber,
  formatPercent,
  formatShortDate,
  screensEn,
  screensEs,
} from '#messages';
import type { Language, Translation } from '#messages';

import { printCode } from './print-code.js';

/** All sentences of the pages, in one language. */
export type Sentences = Translation<typeof screensEn>;

const SENTENCES: Readonly<Record<Language, Sentences>> = { en: screensEn, es: screensEs };

/** One language's sentences and its ways to write dates and numbers. */
export interface Wording {
  readonly language: Language;
  readonly say: Sentences;
  date(civilDate: string): string;
  shortDate(civilDate: string): string;
  /** Of a day: `March 2027`. */
  month(civilDate: string): string;
  number(value: number, decimals?: number): string;
  percent(value: number, decimals?: number): string;
  /** `14(a)` as it is printed: `14 (a)`, `14 a)`. */
  code(code: string): string;
}

const WORDINGS: Readonly<Record<Language, Wording>> = { en: build('en'), es: build('es') };

export function wordingFor(language: Language): Wording {
  return WORDINGS[language];
}

function build(language: Language): Wording {
  return {
    language,
    say: SENTENCES[language],
    date: (civilDate) => formatDate(language, civilDate),
    shortDate: (civilDate) => formatShortDate(language, civilDate),
    month: (civilDate) => formatMonth(language, civilDate),
    number: (value, decimals = 0) => formatNumber(language, value, decimals),
    percent: (value, decimals = 0) => formatPercent(language, value, decimals),
    code: (code) => printCode(language, code),
  };
}
