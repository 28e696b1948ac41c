import type { CivilDate } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { toSentences } from '../text/sentence.js';
import { findDates, type PrintedDate } from './printed-date.js';

/** Characters between a day and the verb that it belongs to, "held on 20 April 2015, adopted". */
const DIRECTLY_BEFORE = 30;
/** Characters before a day in which "submitted on" is looked for. */
const BEFORE_A_DAY = 20;

export interface ReviewDates {
  readonly consideredOn: readonly CivilDate[];
  readonly adoptedOn: CivilDate | null;
}

/** When the report was considered and the observations adopted, from the opening paragraphs. */
export function findReviewDates(openings: readonly string[], grammar: Grammar): ReviewDates {
  const considered: CivilDate[] = [];
  let adoptedOn: CivilDate | null = null;
  for (const sentence of openings.flatMap((text) => toSentences(text, grammar))) {
    const dates = findDates(sentence, grammar);
    const adoption = grammar.adopted.exec(sentence)?.index ?? -1;
    const consideration = grammar.considered.exec(sentence)?.index ?? -1;
    if (adoption < 0 && consideration < 0) continue;
    const follows = (index: number): boolean => adoption >= 0 && (consideration < 0 || index > adoption);
    const before = dates.findLast((one) => one.index < adoption && adoption - one.index < DIRECTLY_BEFORE);
    const isAdoption = (one: PrintedDate): boolean =>
      dates.some(({ index }) => follows(index)) ? follows(one.index) : one === before;
    const isOfReport = (one: PrintedDate): boolean =>
      grammar.submitted.test(sentence.slice(Math.max(0, one.index - BEFORE_A_DAY), one.index));
    considered.push(...dates.filter((one) => !isAdoption(one) && !isOfReport(one)).map((one) => one.date));
    adoptedOn ??= dates.filter(isAdoption).at(-1)?.date ?? null;
  }
  return { consideredOn: [...new Set(considered)], adoptedOn };
}
