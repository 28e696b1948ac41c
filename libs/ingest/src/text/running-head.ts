import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';
import { DOCUMENT_SYMBOL } from '../nations/symbol.js';
import type { Line } from './line.js';

/** What stands on every page and belongs to none of its paragraphs. */
const FURNITURE: readonly RegExp[] = [
  /^(?:\d{1,3}\s+)?GE\.\d\d-\d{0,6}/,
  /^\d{1,3}$/,
  /^\d{1,3}\s?\/\s?\d{1,3}$/,
  /^[-–—]\s?\d{1,3}\s?[-–—]$/,
];
const ALONE = new RegExp(`^(?:\\d{1,3}\\s+)?(${DOCUMENT_SYMBOL.source})(?:\\s+\\d{1,3})?$`);
/** Lines at the head and at the foot of a page among which a repeated one is sought. */
const EDGE = 3;
/** Pages on which a line must stand at the edge to be a running head. */
const FEWEST_PAGES = 3;
const LONGEST_RUNNING_HEAD = 120;

export interface RunningHead {
  readonly symbol: string;
  /** How many lines stand above it. */
  readonly line: number;
}

export interface Body {
  readonly lines: readonly Line[];
  /** Symbols that stood alone on a line, in order, once per page. */
  readonly runningHeads: readonly RunningHead[];
}

/** Takes page numbers, job numbers and running heads out of the lines. */
export function withoutRunningHeads(all: readonly Line[], grammar: Grammar): Body {
  const furniture = [...FURNITURE, printedWords(grammar).pageNumber];
  const lines: Line[] = [];
  const runningHeads: RunningHead[] = [];
  const repeated = repeatedAtEdges(all);
  let opensPage = false;
  for (const line of all) {
    const alone = line.text.length < 60 ? ALONE.exec(line.text)?.[1] : undefined;
    opensPage ||= line.opensPage;
    if (alone !== undefined) runningHeads.push({ symbol: alone.replaceAll('–', '-'), line: lines.length });
    else if (
      !repeated.has(line) &&
      (line.text.length > 40 || !furniture.some((one) => one.test(line.text)))
    ) {
      lines.push(line.opensPage === opensPage ? line : { ...line, opensPage });
      opensPage = false;
      continue;
    }
    opensPage = true;
  }
  return { lines, runningHeads };
}

/** Lines that stand at the head or foot of most pages, their page numbers apart. Pages end at form feeds. */
function repeatedAtEdges(lines: readonly Line[]): ReadonlySet<Line> {
  const pages = toPages(lines);
  const seen = new Map<string, Line[]>();
  for (const page of pages) {
    const edges = page.length <= 2 * EDGE ? page : [...page.slice(0, EDGE), ...page.slice(-EDGE)];
    for (const line of edges) {
      const key = line.text.replace(/\d+/g, '#');
      if (key.length > LONGEST_RUNNING_HEAD || line.headingLevel > 0) continue;
      const alike = seen.get(key);
      if (alike === undefined) seen.set(key, [line]);
      else alike.push(line);
    }
  }
  const least = Math.max(FEWEST_PAGES, pages.length / 2);
  return new Set([...seen.values()].filter((one) => one.length >= least).flat());
}

/** The lines of each page. A text without page ends is one page. */
export function toPages(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages: Line[][] = [];
  for (const line of lines) {
    const page = pages.at(-1);
    if (page === undefined || line.opensPage) pages.push([line]);
    else page.push(line);
  }
  return pages;
}
