import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';

const SOFT_HYPHEN = '\u00AD';
/** `awareness-` + `raising` is one word; `pre-` + `and post-` are two. */
const BROKEN_WORD = /\p{L}[-\u2010\u2011]$/u;
/** What a word or a symbol that is broken ends with. */
const OPEN_ENDS = new Set(['-', '\u2010', '\u2011', '/']);
const LETTER_OR_DIGIT = /^[\p{L}\d]/u;
const OPEN_SYMBOL = /\b[A-Z]{1,5}(?:\/[A-Z0-9][\w.-]{0,20}){0,8}\/$/;
const SYMBOL_HEAD = /\b(?:CRC|CEDAW|CCPR|CAT|CERD|CMW|CRPD|CED|HRI)(?:\/[A-Z0-9][\w.-]{0,20}){0,8}$/;

/** Joins hard-wrapped lines into single-spaced text, with broken words and document symbols put together again. */
export function joinLines(lines: readonly string[], grammar: Grammar): string {
  const parts: string[] = [];
  let previous = '';
  for (const line of lines) {
    if (previous !== '') parts.push(separator(previous, line, grammar));
    const text = line.endsWith(SOFT_HYPHEN) ? line.slice(0, -1) : line;
    parts.push(text);
    previous = line;
  }
  return parts.join('').replaceAll(SOFT_HYPHEN, '').replace(/\s+/g, ' ').trim();
}

function separator(before: string, after: string, grammar: Grammar): string {
  if (before.endsWith(SOFT_HYPHEN)) return '';
  if (!OPEN_ENDS.has(before.at(-1) ?? '') && !after.startsWith('/')) return ' ';
  const tail = before.slice(-80);
  if (BROKEN_WORD.test(tail) && LETTER_OR_DIGIT.test(after) && !printedWords(grammar).afterHyphen.test(after))
    return '';
  if (OPEN_SYMBOL.test(tail)) return '';
  if (after.startsWith('/') && SYMBOL_HEAD.test(tail)) return '';
  return ' ';
}
