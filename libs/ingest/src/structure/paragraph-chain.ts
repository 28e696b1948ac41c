import type { Grammar } from '../grammar/grammar.js';
import type { Line } from '../text/line.js';
import { shapeOf } from '../text/page-shape.js';
import { endsSentence } from '../text/sentence.js';
import { PrefixBest } from './prefix-best.js';

const NUMBERED = /^(\d{1,3})\.(?:\s*(?=["'“‘«(¿¡[]{0,2}\p{Lu})|$)/u;
const OPENS_SENTENCE = /^["'“‘«(¿¡[]{0,2}\p{Lu}/u;

/** A line that may begin a numbered paragraph. */
interface Link {
  readonly line: number;
  readonly number: number;
  readonly score: number;
  readonly previous: Link | null;
}

/** A number that follows the last one says more than a well-placed line; a gap must be earned by the line's place. */
const IN_SEQUENCE = 1;
const PLAIN = 1;
const WELL_PLACED = 1;
const GAP = -1.5;
const LATE_START = -0.5;
/** One more than the greatest number of three figures. */
const NUMBERS = 1_000;

/**
 * Which lines begin which numbered paragraph. A wrapped line may begin with a number and a full stop, and a footnote
 * may look like a paragraph; so the rising chain of numbers with the fewest gaps is taken.
 */
export function findParagraphStarts(lines: readonly Line[], grammar: Grammar): ReadonlyMap<number, number> {
  const { blanksSeparate } = shapeOf(lines);
  const isWellPlaced = (before: Line | undefined, line: Line): boolean =>
    before === undefined ||
    before.headingLevel > 0 ||
    endsSentence(before.text, grammar) ||
    (blanksSeparate && line.blankBefore);
  const best: (Link | undefined)[] = [];
  const chains = new PrefixBest<Link>(NUMBERS, isBetter);
  let last: Link | null = null;
  for (const [index, line] of lines.entries()) {
    const number = numberAt(lines, index);
    if (number === null) continue;
    const place = PLAIN + (isWellPlaced(lines[index - 1], line) ? WELL_PLACED : 0);
    const link = extend(best[number - 1], chains.below(number - 1), { line: index, number, place });
    if (link.score > (best[number]?.score ?? -Infinity)) {
      best[number] = link;
      chains.put(number, link);
    }
    if (last === null || link.score > last.score) last = link;
  }
  const starts = new Map<number, number>();
  for (let link = last; link !== null; link = link.previous) starts.set(link.line, link.number);
  return starts;
}

/** The text of a paragraph's first line without its number. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBERED, '');
}

function numberAt(lines: readonly Line[], index: number): number | null {
  const line = lines[index];
  const match = line === undefined || line.headingLevel > 0 ? null : NUMBERED.exec(line.text);
  if (match === null || line === undefined) return null;
  const alone = match[0].length === line.text.length;
  return alone && !OPENS_SENTENCE.test(lines[index + 1]?.text ?? '') ? null : Number(match[1]);
}

/** Of equal chains the one that has come further. */
function isBetter(one: Link, other: Link): boolean {
  return one.score > other.score || (one.score === other.score && one.number > other.number);
}

/** The best chain that a line ends: one that began with it, one with a gap before it, or one that it carries on. */
function extend(
  before: Link | undefined,
  further: Link | undefined,
  { line, number, place }: { readonly line: number; readonly number: number; readonly place: number },
): Link {
  let previous: Link | null = null;
  let score = place + (number === 1 ? IN_SEQUENCE : LATE_START);
  if (further !== undefined && further.score + place + GAP >= score)
    [previous, score] = [further, further.score + place + GAP];
  if (before !== undefined && before.score + place + IN_SEQUENCE >= score)
    [previous, score] = [before, before.score + place + IN_SEQUENCE];
  return { line, number, score, previous };
}
