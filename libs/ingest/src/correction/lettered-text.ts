import type { ParsedItem } from '#domain';

interface Divided {
  readonly text: string;
  readonly items: readonly ParsedItem[];
}

const INDENT = '  ';
/** `(a) words`, `a) words`, `a. words`, `(iv) words`, indented by how deep it is nested. */
const LETTERED = /^(\s*)\(?([a-z]{1,4}|\d{1,2})(?:\)|\.)\s+(.*)$/;

/** A paragraph as it is written in a form: its own words, then a line for each letter, nested ones indented. */
export function writeLettered({ text, items }: Divided): string {
  return [text, ...items.flatMap((item) => linesOf(item, 0))].join('\n');
}

function linesOf({ label, text, items }: ParsedItem, depth: number): readonly string[] {
  return [`${INDENT.repeat(depth)}(${label}) ${text}`, ...items.flatMap((item) => linesOf(item, depth + 1))];
}

/** Reads what `writeLettered` wrote. A line without a letter goes on with the words before it. */
export function readLettered(written: string): Divided {
  const root: Growing = { indent: -1, label: '', words: [], items: [] };
  const open: Growing[] = [root];
  for (const line of written.split(/\r?\n/)) {
    const [, blanks, label, words] = LETTERED.exec(line) ?? [];
    if (blanks === undefined || label === undefined || words === undefined) {
      open.at(-1)?.words.push(line.trim());
      continue;
    }
    const indent = blanks.replaceAll('\t', INDENT).length;
    while ((open.at(-1)?.indent ?? -1) >= indent && open.length > 1) open.pop();
    const item: Growing = { indent, label, words: [words.trim()], items: [] };
    open.at(-1)?.items.push(item);
    open.push(item);
  }
  const { text, items } = grown(root);
  return { text, items };
}

interface Growing {
  readonly indent: number;
  readonly label: string;
  readonly words: string[];
  readonly items: Growing[];
}

function grown({ label, words, items }: Growing): ParsedItem {
  const text = words.filter((word) => word !== '').join(' ');
  return { label, text, items: items.map(grown) };
}
