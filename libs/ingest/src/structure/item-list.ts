import type { ParsedItem } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';
import { joinLines } from '../text/join-lines.js';
import { endsSentence } from '../text/sentence.js';

/** Texts taken from web pages lose the space after the bracket, never after a full stop. */
const MARKER = /^(\(?)(\p{Ll}{1,2}|[ivx]{1,6})(?:(\))(?:\s*(?=\S)|$)|(\.)(?:\s+(?=\S)|$))/u;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** The parts of a line that may each begin an item. */
export function splitItems(line: string, grammar: Grammar): readonly string[] {
  return line.includes(') ') || /\)\p{Lu}/u.test(line)
    ? line.split(printedWords(grammar).furtherItem)
    : [line];
}

interface DraftItem {
  readonly label: string;
  readonly lines: string[];
  readonly items: DraftItem[];
}

interface Marker {
  readonly label: string;
  /** `()`, `)` or `.`: how the letter is printed. */
  readonly form: string;
  readonly body: string;
}

export interface SequenceBreak {
  readonly label: string;
  readonly expected: string;
}

/** The lettered items of one paragraph, filled line by line. The sequence of letters guards against wrapped text. */
export class ItemList {
  private readonly drafts: DraftItem[] = [];
  private form = '';
  readonly sequenceBreaks: SequenceBreak[] = [];

  constructor(private readonly grammar: Grammar) {}

  get isEmpty(): boolean {
    return this.drafts.length === 0;
  }

  /** Whether the line begins an item here; `before` is the text printed so far. */
  accepts(line: string, before: string): boolean {
    const marker = readMarker(line);
    return marker !== null && this.listFor(marker, before) !== null;
  }

  /** Begins an item if the line begins one here. */
  begin(line: string, before: string): boolean {
    const marker = readMarker(line);
    const siblings = marker === null ? null : this.listFor(marker, before);
    if (marker === null || siblings === null) return false;
    const { label, form, body } = marker;
    const last = siblings.at(-1)?.label;
    if (last === undefined) this.form ||= form;
    else if (!follows(last, label)) {
      this.sequenceBreaks.push({ label, expected: LETTERS[LETTERS.indexOf(last) + 1] ?? last });
    }
    siblings.push({ label, lines: body === '' ? [] : [body], items: [] });
    return true;
  }

  /** Adds a line to the item that was begun last. */
  append(line: string): void {
    const outer = this.drafts.at(-1);
    (outer?.items.at(-1) ?? outer)?.lines.push(line);
  }

  toItems(): readonly ParsedItem[] {
    return this.drafts.map((draft) => toItem(draft, this.grammar));
  }

  private listFor({ label, form, body }: Marker, before: string): DraftItem[] | null {
    const outer = this.drafts.at(-1);
    if (outer === undefined) return opensList({ label, body }, before, this.grammar) ? this.drafts : null;
    const nested = outer.items.at(-1);
    const opensNested = (label === 'i' || (label === 'a' && outer.label !== 'a')) && before.endsWith(':');
    if (nested === undefined && opensNested) return outer.items;
    if (!printedWords(this.grammar).closesItem.test(before) && !/^["“«(]?\p{Lu}/u.test(body)) return null;
    if (nested !== undefined && follows(nested.label, label)) return outer.items;
    if (follows(outer.label, label)) return this.drafts;
    if (nested === undefined && label === 'i' && form === '()') return outer.items;
    return this.skipsTo(outer.label, label, form, before) ? this.drafts : null;
  }

  /** A letter is missing or misprinted in the source: it is read on, and said so. */
  private skipsTo(last: string, label: string, form: string, before: string): boolean {
    const distance = LETTERS.indexOf(label) - LETTERS.indexOf(last);
    const plausible = label.length === 1 && distance > 1 && distance <= 4;
    return plausible && form === this.form && form !== '.' && /[;.]$/.test(before);
  }
}

function readMarker(line: string): Marker | null {
  const match = MARKER.exec(line);
  const label = match?.[2];
  if (match === null || label === undefined) return null;
  return { label, form: `${match[1]}${match[3] ?? match[4]}`, body: line.slice(match[0].length) };
}

function opensList(
  { label, body }: Pick<Marker, 'label' | 'body'>,
  before: string,
  grammar: Grammar,
): boolean {
  if (label !== 'a' && label !== 'i') return false;
  return (
    before.endsWith(':') ||
    (/^["“«(]?\p{Lu}/u.test(body) && (endsSentence(before, grammar) || /[;,—–]$|\p{Ll}{3}$/u.test(before)))
  );
}

function follows(last: string, next: string): boolean {
  // A letter with a mark of its own, the Spanish ñ, follows the plain one and is left out as often.
  if (withoutMark(next) === last && next !== last) return true;
  if (withoutMark(last) !== last) return follows(withoutMark(last), next);
  const letter = LETTERS.indexOf(last);
  if (letter >= 0 && LETTERS[letter + 1] === next) return true;
  if (last === 'z' && next === 'aa') return true;
  if (/^([a-z])\1$/.test(last) && /^([a-z])\1$/.test(next)) return follows(last.slice(1), next.slice(1));
  const roman = ROMAN.indexOf(last);
  return roman >= 0 && ROMAN[roman + 1] === next;
}

function toItem(draft: DraftItem, grammar: Grammar): ParsedItem {
  const items = draft.items.map((nested) => toItem(nested, grammar));
  return { label: draft.label, text: joinLines(draft.lines, grammar), items };
}

function withoutMark(label: string): string {
  return label.normalize('NFD').replace(/\p{M}/gu, '');
}
