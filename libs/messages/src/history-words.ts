import { screensEn } from './en/screens.js';
import { screensEs } from './es/screens.js';
import { formatDate } from './format/format.js';
import type { Language, Translation } from './language.js';

const WORDS: Readonly<Record<Language, Translation<typeof screensEn>['history']>> = {
  en: screensEn.history,
  es: screensEs.history,
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface AuditedSubject {
  readonly kind: string;
  readonly id: string;
  /** What it is called; null where it has no name, or is no longer there. */
  readonly name: string | null;
}

/** What a change is about, as a reader says it: by its name, else by its number; what is kept of all has neither. */
export function subjectWords(language: Language, { kind, id, name }: AuditedSubject): string {
  const word = WORDS[language].subjects[kind] ?? kind;
  if (name !== null) return `${word}: ${name}`;
  return id === '' || id === 'all' ? word : `${word} ${id}`;
}

/** A value of a field in words, one or several: codes by their vocabulary, days as the language writes them. */
export function valueWords(language: Language, field: string, value: string | null): readonly string[] {
  const words = WORDS[language];
  if (value === null) return [words.nothing];
  if (DAY.test(value)) return [formatDate(language, value)];
  const codes = words.values[field];
  if (!codes) return [value];
  return codesIn(value).map((code) => codes[code] ?? code);
}

/** Several codes come as JSON. A single one stands as it is. */
function codesIn(value: string): readonly string[] {
  if (!value.startsWith('[')) return [value];
  try {
    return (JSON.parse(value) as readonly unknown[]).map(String);
  } catch {
    return [value];
  }
}
