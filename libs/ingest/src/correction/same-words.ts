import type { ParsedItem } from '#domain';

interface Divided {
  readonly text: string;
  readonly items: readonly ParsedItem[];
}

/**
 * Whether two divisions of a paragraph hold the same words in the same order. The words are the Committee's: they can be divided
 * otherwise, not changed. Labels count as words, because a letter that is taken for none stands in the text again.
 */
export function sameWords(a: Divided, b: Divided): boolean {
  return wordsIn(a) === wordsIn(b);
}

function wordsIn({ text, items }: Divided): string {
  return flatten({ label: '', text, items })
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function flatten({ label, text, items }: ParsedItem): string {
  return [label, text, ...items.map(flatten)].join(' ');
}
