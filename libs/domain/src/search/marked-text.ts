/** A stretch of text, and whether it is what was sought. Text and mark stay apart, so that no markup is ever made from text. */
export interface MarkedStretch {
  readonly text: string;
  readonly sought: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ELLIPSIS = '…';

export function wordsOf(text: string): string[] {
  return [...new Set(text.match(WORD) ?? [])];
}

/**
 * Marks the given words in a text, and cuts the text around the first of them.
 * @param longest in UTF-16 units; the cut falls between words
 */
export function markText(text: string, sought: ReadonlySet<string>, longest = Infinity): MarkedStretch[] {
  const hits = [...text.matchAll(WORD)].filter(([word]) => sought.has(word));
  const start = startOf(text, hits[0]?.index ?? 0, longest);
  const end = endOf(text, start + longest);
  const stretches: MarkedStretch[] = [];
  const add = (piece: string, isSought: boolean): void => {
    if (piece !== '') stretches.push({ text: piece, sought: isSought });
  };
  let at = start;
  if (start > 0) add(ELLIPSIS, false);
  for (const hit of hits) {
    if (hit.index < at || hit.index + hit[0].length > end) continue;
    add(text.slice(at, hit.index), false);
    add(hit[0], true);
    at = hit.index + hit[0].length;
  }
  add(text.slice(at, end), false);
  if (end < text.length) add(ELLIPSIS, false);
  return stretches;
}

/** A third of the room stands before the first hit. */
function startOf(text: string, hit: number, longest: number): number {
  if (text.length <= longest || hit < longest / 3) return 0;
  const space = text.indexOf(' ', Math.min(hit, text.length - longest) - Math.floor(longest / 3));
  return space < 0 || space >= hit ? hit : space + 1;
}

function endOf(text: string, wanted: number): number {
  if (text.length <= wanted) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  return space > wanted - 40 ? space : wanted;
}
