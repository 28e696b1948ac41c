import { plainText } from './uhri-text.js';

/** A cell that does not hold what its column is for. */
export const UNREADABLE = Symbol('unreadable');

const MOST_ENTRIES = 500;
const PREFIX = /^[-–•]\s+/;

/**
 * The entries of a cell: lines that begin with `- `, or a list. A line without the sign goes on from the one before it where the
 * first has one. In order and each once, so that an export that only lists them otherwise says nothing new.
 */
export function entriesOf(cell: unknown): readonly string[] | typeof UNREADABLE {
  if (cell === undefined || cell === null) return [];
  const lines = Array.isArray(cell) ? (cell as readonly unknown[]) : [cell];
  if (!lines.every((line) => typeof line === 'string')) return UNREADABLE;
  const entries = lines.flatMap(entriesIn).filter((entry) => entry !== '');
  if (entries.length > MOST_ENTRIES) return UNREADABLE;
  return [...new Set(entries)].sort();
}

/** The one entry of a cell; empty where there is none. */
export function entryOf(cell: unknown): string | typeof UNREADABLE {
  if (typeof cell === 'number') return String(cell);
  const entries = entriesOf(cell);
  if (entries === UNREADABLE || entries.length > 1) return UNREADABLE;
  return entries[0] ?? '';
}

function entriesIn(text: string): string[] {
  const lines = plainText(text).split('\n');
  const hasPrefix = PREFIX.test(lines[0] ?? '');
  const entries: string[] = [];
  for (const line of lines) {
    if (hasPrefix && !PREFIX.test(line) && entries.length > 0) entries[entries.length - 1] += ` ${line}`;
    else
      entries.push(
        line
          .replace(PREFIX, '')
          .replace(/^[-–•]$/, '')
          .trim(),
      );
  }
  return entries;
}
