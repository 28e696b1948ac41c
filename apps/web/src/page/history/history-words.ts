import type { Wording } from '../../wording/wording.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `alert:12` as a reader says it; a State and what is kept of all need no number. */
export function subjectInWords(subject: string, { say }: Wording): string {
  const [kind = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  const word = say.history.subjects[kind] ?? kind;
  return id === '' || id === 'all' ? word : `${word} ${id}`;
}

/** A value of a field in words: codes by their vocabulary, days as the reader's language writes them. */
export function valueInWords(field: string, value: string | null, wording: Wording): string {
  const { history } = wording.say;
  if (value === null) return history.nothing;
  if (DAY.test(value)) return wording.date(value);
  const words = history.values[field] ?? {};
  return listOf(value)
    .map((code) => words[code] ?? code)
    .join(', ');
}

/** Several codes come as JSON. A name that only looks like it stays as it is. */
function listOf(value: string): readonly string[] {
  if (!value.startsWith('["')) return [value];
  try {
    return (JSON.parse(value) as readonly unknown[]).map(String);
  } catch {
    return [value];
  }
}
