/** A stretch of text, and whether it is what was sought. Text and mark stay apart, so that no markup is ever made from text. */
export interface MarkedStretch {
  readonly text: string;
  readonly sought: boolean;
}

interface Hit {
  readonly index: number;
  readonly word: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ELLIPSIS = '…';
/** Of a text that consists of hits, the first ones say enough about where to cut. */
const MOST_WEIGHED = 100;

export function wordsOf(text: string): string[] {
  return [...new Set(text.match(WORD) ?? [])];
}

/** Letters of search_plain() that have no decomposition. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ħ: 'h',
  œ: 'o',
  æ: 'a',
  ß: 's',
};

/** Those of the words that begin like one of the sought: a stem always begins as its word does. */
export function mayBeForms(words: readonly string[], sought: readonly string[]): string[] {
  const beginnings = new Set(sought.map(beginningOf));
  return words.filter((word) => beginnings.has(beginningOf(word)));
}

function beginningOf(word: string): string {
  const [first = ''] = word.slice(0, 8).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return UNDECOMPOSED[first] ?? first;
}

/**
 * Marks the given words in a text, and cuts the text where most different ones of them stand together.
 * @param longest in UTF-16 units; the cut falls between words
 */
export function markText(text: string, sought: ReadonlySet<string>, longest = Infinity): MarkedStretch[] {
  const hits = [...text.matchAll(WORD)]
    .filter(([word]) => sought.has(word))
    .map((match): Hit => ({ index: match.index, word: match[0] }));
  const start = startOf(text, hits, longest);
  const end = endOf(text, start + longest);
  const stretches: MarkedStretch[] = [];
  const add = (piece: string, isSought: boolean): void => {
    if (piece !== '') stretches.push({ text: piece, sought: isSought });
  };
  let at = start;
  if (start > 0) add(ELLIPSIS, false);
  for (const hit of hits) {
    if (hit.index < at || hit.index + hit.word.length > end) continue;
    add(text.slice(at, hit.index), false);
    add(hit.word, true);
    at = hit.index + hit.word.length;
  }
  add(text.slice(at, end), false);
  if (end < text.length) add(ELLIPSIS, false);
  return stretches;
}

/** A third of the room stands before the first hit that is shown, more where the text ends soon after it. */
function startOf(text: string, hits: readonly Hit[], longest: number): number {
  const hit = firstOfMost(hits, (longest * 2) / 3);
  if (text.length <= longest || hit < longest / 3) return 0;
  const wanted = Math.min(hit - Math.floor(longest / 3), text.length - longest);
  const space = text.indexOf(' ', wanted);
  return space < 0 || space >= hit ? hit : space + 1;
}

/** Where the stretch begins that holds most different words; the first one of equals. */
function firstOfMost(hits: readonly Hit[], room: number): number {
  let best = { index: 0, different: 0 };
  for (const { index } of hits.slice(0, MOST_WEIGHED)) {
    const within = hits.filter((hit) => hit.index >= index && hit.index + hit.word.length <= index + room);
    const different = new Set(within.map(({ word }) => word.toLowerCase())).size;
    if (different > best.different) best = { index, different };
  }
  return best.index;
}

/** Between words where a space is near, and never inside a character that takes two units. */
function endOf(text: string, wanted: number): number {
  if (text.length <= wanted) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  if (space > Math.max(0, wanted - 40)) return space;
  const last = text.charCodeAt(wanted - 1);
  return last >= 0xd800 && last <= 0xdbff ? wanted - 1 : wanted;
}
