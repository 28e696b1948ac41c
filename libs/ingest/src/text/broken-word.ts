import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';
import type { Line } from './line.js';

const SOFT_HYPHEN = '\u00AD';
const HEAD = /(\p{L}+)[-\u2010\u2011]$/u;
/** `child- and gender-`: two words that share their second half, joined by a short word of any language. */
const SHARED_TAIL = /[-\u2010\u2011]\s+\p{Ll}{1,3}\s+\p{L}+[-\u2010\u2011]$/u;
const TAIL = /^\p{Ll}+/u;
const WORD = /\p{L}+(?:[-\u2010\u2011]\p{L}+)*/gu;
/** Letters of the shortest half that may be a word of its own. */
const SHORTEST_HALF = 3;

/**
 * Marks hyphens at line ends that only break a word, so that joining the lines drops them. A word that the text has
 * elsewhere without a hyphen was broken; one that it has elsewhere with a hyphen, whose halves are words of the text, or that
 * shares its second half with a word before or after it (`pre-` / `and post-`), was not.
 */
export function mendBrokenWords(lines: readonly Line[], grammar: Grammar): readonly Line[] {
  if (!lines.some((line) => HEAD.test(line.text.slice(-40)))) return lines;
  const words = wordsOf(lines);
  return lines.map((line, index) => {
    const head = HEAD.exec(line.text.slice(-40))?.[1];
    const next = lines[index + 1]?.text ?? '';
    const tail = TAIL.exec(next)?.[0];
    if (head === undefined || tail === undefined || SHARED_TAIL.test(line.text.slice(-60))) return line;
    if (printedWords(grammar).sharedTail.test(next.slice(0, 60))) return line;
    if (keepsHyphen(head, tail, words, grammar)) return line;
    return { ...line, text: line.text.slice(0, -1) + SOFT_HYPHEN };
  });
}

function keepsHyphen(
  head: string,
  tail: string,
  words: ReadonlyMap<string, number>,
  grammar: Grammar,
): boolean {
  const count = (word: string): number => words.get(word.toLowerCase()) ?? 0;
  const joined = count(head + tail);
  const hyphenated = count(`${head}-${tail}`);
  if (joined + hyphenated > 0) return hyphenated > joined;
  if (grammar.hyphenated.test(head)) return true;
  const halves = [head, tail];
  return halves.every((half) => half.length >= SHORTEST_HALF && count(half) > 0);
}

/** How often each word stands in the text, the halves of broken ones left out. */
function wordsOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const add = (word: string): unknown => words.set(word, (words.get(word) ?? 0) + 1);
  let wasBroken = false;
  for (const { text } of lines) {
    const isBroken = HEAD.test(text.slice(-40));
    const found = text.toLowerCase().match(WORD) ?? [];
    const whole = found.slice(wasBroken ? 1 : 0, isBroken ? -1 : undefined);
    for (const word of whole) {
      const plain = word.replace(/[\u2010\u2011]/g, '-');
      add(plain);
      if (plain.includes('-')) plain.split('-').forEach(add);
    }
    wasBroken = isBroken;
  }
  return words;
}
