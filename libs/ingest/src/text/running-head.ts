import { DOCUMENT_SYMBOL } from '../nations/symbol.js';
import type { Line } from './line.js';

/** What stands on every page and belongs to none of its paragraphs. */
const FURNITURE: readonly RegExp[] = [
  /^(?:\d{1,3}\s+)?GE\.\d\d-\d{0,6}/,
  /^\d{1,3}$/,
  /^\d{1,3}\s?\/\s?\d{1,3}$/,
  /^-\s?\d{1,3}\s?-$/,
  /^(?:[Pp]age|[Pp]ágina)\s+\d{1,3}$/,
  /^_{3,}$/,
];
const ALONE = new RegExp(`^(?:\\d{1,3}\\s+)?(${DOCUMENT_SYMBOL.source})(?:\\s+\\d{1,3})?$`);

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
export function withoutRunningHeads(all: readonly Line[]): Body {
  const lines: Line[] = [];
  const runningHeads: RunningHead[] = [];
  for (const line of all) {
    const alone = line.text.length < 60 ? ALONE.exec(line.text)?.[1] : undefined;
    if (alone !== undefined) runningHeads.push({ symbol: alone.replaceAll('–', '-'), line: lines.length });
    else if (line.text.length > 40 || !FURNITURE.some((pattern) => pattern.test(line.text))) lines.push(line);
  }
  return { lines, runningHeads };
}
