import type { CivilDate } from '#domain';
import type { Grammar } from '../grammar/grammar.js';

export interface PrintedDate {
  readonly date: CivilDate;
  readonly index: number;
}

/** Every full date in a text, in order: `20 and 21 January 2025` gives two. A date without a day or year gives none. */
export function findDates(text: string, grammar: Grammar): readonly PrintedDate[] {
  if (!/\d/.test(text)) return [];
  const dates: PrintedDate[] = [];
  let year: string | undefined;
  for (const match of [...text.matchAll(patternOf(grammar))].reverse()) {
    year = match[3] ?? year;
    const month = grammar.months.indexOf((match[2] ?? '').toLowerCase()) + 1;
    for (const figure of [...(match[1] ?? '').matchAll(/\d{1,2}/g)].reverse()) {
      const date = civilDate(year, month, Number(figure[0]));
      if (date !== null) dates.push({ date, index: match.index });
    }
  }
  return dates.reverse();
}

/** Built once for a grammar: a long text has many thousand sentences. */
const patterns = new WeakMap<Grammar, RegExp>();

function patternOf(grammar: Grammar): RegExp {
  const known = patterns.get(grammar);
  if (known !== undefined) return known;
  const day = `\\d{1,2}(?:${grammar.dayMark})?`;
  const list = `(${day}(?:\\s*(?:,|[-–]|\\b(?:${grammar.and})\\b)\\s*${day}){0,5})`;
  const pattern = new RegExp(
    `(?<!\\d)${list}${grammar.dateJoiner}(${grammar.months.join('|')})(?:${grammar.dateJoiner}(\\d{4}))?(?!\\d)`,
    'gi',
  );
  patterns.set(grammar, pattern);
  return pattern;
}

function civilDate(year: string | undefined, month: number, day: number): CivilDate | null {
  if (year === undefined) return null;
  const instant = new Date(Date.UTC(Number(year), month - 1, day));
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return exists ? instant.toISOString().slice(0, 10) : null;
}
