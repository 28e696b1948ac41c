import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';

const SENTENCE_END = /[.!?…]["'”’»)\]]{0,3}(?:\d{1,2})?$/;
const BOUNDARY = /[.!?]["'”’»)\]]{0,3}(?:\d{1,2})?\s+(?=["'“‘«(¿¡]{0,2}\p{Lu})/gu;

/** Whether printed text ends where a sentence ends. */
export function endsSentence(text: string, grammar: Grammar): boolean {
  const tail = text.slice(-40);
  return SENTENCE_END.test(tail) && !printedWords(grammar).abbreviation.test(tail);
}

/** The sentences of single-spaced text. */
export function toSentences(text: string, grammar: Grammar): readonly string[] {
  const { abbreviation } = printedWords(grammar);
  const sentences: string[] = [];
  let start = 0;
  for (const boundary of text.matchAll(BOUNDARY)) {
    const end = boundary.index + boundary[0].length;
    if (abbreviation.test(text.slice(Math.max(0, boundary.index - 20), boundary.index + 1))) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  const rest = text.slice(start).trim();
  if (rest !== '') sentences.push(rest);
  return sentences;
}
