import { checksEn } from './en/checks.js';
import { checksEs } from './es/checks.js';
import type { Language, Translation } from './language.js';
import type { Parameters } from './parameters.js';

const CHECKS: Readonly<Record<Language, Translation<typeof checksEn>>> = { en: checksEn, es: checksEs };

/** What a check found, in words. An unknown code is shown as it is: a missing sentence must not hide a finding. */
export function findingSentence(language: Language, code: string, parameters: Parameters): string {
  const sentences: Readonly<Record<string, (parameters: Parameters) => string>> = CHECKS[language].finding;
  return sentences[code]?.(parameters) ?? code;
}

/** Why an item has its status, in words. */
export function statusSentence(language: Language, code: string, parameters: Parameters): string {
  const sentences: Readonly<Record<string, (parameters: Parameters) => string>> =
    CHECKS[language].statusReason;
  return sentences[code]?.(parameters) ?? code;
}

export function statusWord(language: Language, status: string): string {
  const words: Readonly<Record<string, string>> = CHECKS[language].status;
  return words[status] ?? status;
}

/** Why a notice went out or not, in words. */
export function noticeReasonSentence(language: Language, code: string): string {
  const words: Readonly<Record<string, string>> = CHECKS[language].noticeReason;
  return words[code] ?? code;
}
