import type { CivilDate } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { toSentences } from '../text/sentence.js';
import { findDates } from './printed-date.js';

export interface ReviewDates {
  readonly consideredOn: readonly CivilDate[];
  readonly adoptedOn: CivilDate | null;
}

/** When the report was considered and the observations adopted, from the opening paragraphs. */
export function findReviewDates(openings: readonly string[], grammar: Grammar): ReviewDates {
  const considered: CivilDate[] = [];
  let adoptedOn: CivilDate | null = null;
  for (const sentence of openings.flatMap(toSentences)) {
    const dates = findDates(sentence, grammar);
    const adoption = grammar.adopted.exec(sentence)?.index ?? -1;
    const consideration = grammar.considered.exec(sentence)?.index ?? -1;
    if (adoption < 0 && consideration < 0) continue;
    const isAdoption = (index: number): boolean => adoption >= 0 && (consideration < 0 || index > adoption);
    considered.push(...dates.filter((one) => !isAdoption(one.index)).map((one) => one.date));
    adoptedOn ??= dates.filter((one) => isAdoption(one.index)).at(-1)?.date ?? null;
  }
  return { consideredOn: [...new Set(considered)], adoptedOn };
}
