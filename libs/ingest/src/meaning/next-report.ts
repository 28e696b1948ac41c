import type { ParsedDocument } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import type { OutlineParagraph } from '../structure/outline.js';
import { toSentences } from '../text/sentence.js';
import type { WarningList } from '../warning/warning-list.js';
import { findDates } from './printed-date.js';

/** A year, in a month or alone, that makes a due date without a day. */
const YEAR = /\b20\d\d\b/;

/** Whether a paragraph is about the submission of the next report. */
export function concernsNextReport(paragraph: OutlineParagraph, grammar: Grammar): boolean {
  const underItsHeading = grammar.headings.nextReport.test(paragraph.headings.at(-1) ?? '');
  return underItsHeading || (paragraph.items.length === 0 && grammar.nextReport.test(paragraph.text));
}

/** What the text says of the next report: the last sentence about its submission, and the day if one is given. */
export function findNextReport(
  paragraphs: readonly OutlineParagraph[],
  grammar: Grammar,
  warnings: WarningList,
): ParsedDocument['nextReport'] {
  for (const paragraph of [...paragraphs].reverse()) {
    if (!concernsNextReport(paragraph, grammar)) continue;
    const statement = toSentences(paragraph.text, grammar).find((sentence) =>
      grammar.nextReport.test(sentence),
    );
    if (statement === undefined) continue;
    const from = grammar.nextReport.exec(statement)?.index ?? 0;
    const dates = findDates(statement, grammar);
    const dueOn = (dates.find((one) => one.index >= from) ?? dates[0])?.date ?? null;
    if (dueOn === null && YEAR.test(statement.slice(from))) {
      warnings.add('next_report_day_missing', paragraph.number);
    }
    return { dueOn, statement };
  }
  return { dueOn: null, statement: null };
}
