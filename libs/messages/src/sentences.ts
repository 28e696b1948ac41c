import { checksEn } from './en/checks.js';
import { checksEs } from './es/checks.js';
import { ingestEn } from './en/ingest.js';
import { ingestEs } from './es/ingest.js';
import type { Language, Translation } from './language.js';
import type { Parameters } from './parameters.js';

const INGEST: Readonly<Record<Language, Translation<typeof ingestEn>>> = { en: ingestEn, es: ingestEs };
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

/**
 * What a reading was unsure of, in words. A warning that was kept before its parameters were, or whose code is unknown, stays in
 * the English of its message.
 */
export function readingWarningSentence(
  language: Language,
  warning: {
    readonly code: string;
    readonly parameters?: readonly (string | number)[];
    readonly message: string;
  },
): string {
  const sentences = INGEST[language].warnings as Readonly<
    Record<string, ((...parameters: readonly (string | number)[]) => string) | undefined>
  >;
  const { code, parameters, message } = warning;
  return parameters === undefined ? message : (sentences[code]?.(...parameters) ?? message);
}
