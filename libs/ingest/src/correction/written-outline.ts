import type { FollowUpRequest, ParsedSection } from '#domain';

const INDENT = '  ';
/** `IV. Prevention [19-22]`, indented by how deep it stands. */
const HEADING = /^(\s*)(?:([IVXLC]+|[A-Z]|\d{1,2})\.\s+)?(\S.*?)?\s*\[([\d\s,–-]*)\]$/;
/** `18, 36(a): P2Y`, `9: 2027-01-31`, `9` where no delay is given. */
const REQUEST = /^([\w(),\s]+?)(?:\s*:\s*(P\d+[YMWD](?:\d+[MD])?|\d{4}-\d{2}-\d{2}))?$/;
const ID = /^\d{1,3}(?:\([a-z]{1,4}\))*$/;

/** The headings of a document with the numbers of their paragraphs, one to a line. */
export function writeOutline(sections: readonly ParsedSection[]): string {
  return sections.flatMap((section) => headingLines(section, 0)).join('\n');
}

function headingLines(
  { number, title, paragraphs, sections }: ParsedSection,
  depth: number,
): readonly string[] {
  const heading = `${number === null ? '' : `${number}. `}${title} [${writeNumbers(paragraphs)}]`;
  return [
    `${INDENT.repeat(depth)}${heading}`,
    ...sections.flatMap((inner) => headingLines(inner, depth + 1)),
  ];
}

/** Reads what `writeOutline` wrote; `known` are the numbers that the text has. */
export function readOutline(
  written: string,
  known: readonly number[],
): readonly ParsedSection[] | { readonly unreadable: string } {
  const root: Growing = { indent: -1, number: null, title: '', paragraphs: [], sections: [] };
  const open: Growing[] = [root];
  for (const line of written.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [, blanks, number, title, numbers] = HEADING.exec(line) ?? [];
    if (blanks === undefined || title === undefined || numbers === undefined) return { unreadable: line };
    const indent = blanks.replaceAll('\t', INDENT).length;
    while (open.length > 1 && (open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const section: Growing = {
      indent,
      number: number ?? null,
      title,
      paragraphs: readNumbers(numbers, known),
      sections: [],
    };
    open.at(-1)?.sections.push(section);
    open.push(section);
  }
  return root.sections.map(grown);
}

/** Follow-up that the document asks for, one request to a line. */
export function writeRequests(requests: readonly FollowUpRequest[]): string {
  return requests
    .map(({ paragraphs, delay, dueOn }) => {
      const by = dueOn ?? delay;
      return `${paragraphs.join(', ')}${by === null ? '' : `: ${by}`}`;
    })
    .join('\n');
}

/** Reads what `writeRequests` wrote; the sentence of a request that was read before stays with its paragraphs. */
export function readRequests(
  written: string,
  before: readonly FollowUpRequest[],
): readonly FollowUpRequest[] | { readonly unreadable: string } {
  const requests: FollowUpRequest[] = [];
  for (const line of written.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const [, ids, by] = REQUEST.exec(line) ?? [];
    const paragraphs = readIds(ids ?? '');
    if (paragraphs === null || paragraphs.length === 0) return { unreadable: line };
    const statement = before.find((one) => one.paragraphs.some((id) => paragraphs.includes(id)))?.statement;
    const isDelay = by?.startsWith('P') ?? false;
    requests.push({
      paragraphs,
      delay: isDelay ? (by ?? null) : null,
      dueOn: isDelay ? null : (by ?? null),
      statement: statement ?? '',
    });
  }
  return requests;
}

/** `15, 22(b)`; null where something else stands between the commas. */
export function readIds(written: string): readonly string[] | null {
  const ids = written
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return ids.every((id) => ID.test(id)) ? ids : null;
}

interface Growing {
  readonly indent: number;
  readonly number: string | null;
  readonly title: string;
  readonly paragraphs: readonly number[];
  readonly sections: Growing[];
}

function grown({ number, title, paragraphs, sections }: Growing): ParsedSection {
  return { number, title, paragraphs, sections: sections.map(grown) };
}

/** `4-6, 9`. */
function writeNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

function readNumbers(written: string, known: readonly number[]): readonly number[] {
  const wanted = new Set<number>();
  for (const run of written.split(',')) {
    const [from, to = from] = run.split(/[–-]/).map((number) => Number(number.trim()));
    for (const number of known)
      if (from !== undefined && to !== undefined && from !== 0 && number >= from && number <= to)
        wanted.add(number);
  }
  return [...wanted];
}
