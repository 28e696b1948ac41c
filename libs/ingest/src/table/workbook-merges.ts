import type { Archive } from '../reading/docx/archive.js';
import { TABLE_LIMITS } from './table.js';

/** Cells that are joined downwards, rows and columns from 1 and 0 (ECMA-376-1, 18.3.1.55). */
export interface JoinedCells {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

const RANGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;
const BOOK = 'xl/workbook.xml';
const SHEET = /<(?:\w+:)?sheet\s[^>]*>/;
/** A tag of one range is shorter, so that none is cut in two between pieces. */
const OVERLAP = 200;

/** The library that reads cells says nothing of those that are joined. Empty where the sheet is not found. */
export async function joinedCellsIn(archive: Archive, sheet: string | null): Promise<JoinedCells[]> {
  const part = await partOf(archive, sheet);
  if (part === null) return [];
  const found = new Map<string, JoinedCells>();
  let rest = '';
  for await (const piece of archive.read(part)) {
    const text = rest + piece;
    for (const [, column = '', first = '', last = ''] of text.matchAll(RANGE)) {
      if (Number(last) <= Number(first) || found.size >= TABLE_LIMITS.workbookCells) continue;
      const joined = { column: columnNumber(column), firstRow: Number(first), lastRow: Number(last) };
      found.set(`${column}${first}`, joined);
    }
    rest = text.slice(-OVERLAP);
  }
  return [...found.values()];
}

/** What the sheet is called; null where the workbook does not say it. */
export async function sheetNameIn(archive: Archive, sheet: string | null): Promise<string | null> {
  if (sheet !== null) return sheet;
  const tag = archive.has(BOOK) ? SHEET.exec(await textOf(archive, BOOK))?.[0] : undefined;
  return (tag && attribute(tag, 'name')) ?? null;
}

async function partOf(archive: Archive, sheet: string | null): Promise<string | null> {
  const relations = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(BOOK) || !archive.has(relations)) return null;
  const sheets = [...(await textOf(archive, BOOK)).matchAll(new RegExp(SHEET, 'g'))].map(([tag]) => tag);
  const tag = sheet === null ? sheets[0] : sheets.find((one) => attribute(one, 'name') === sheet);
  const id = tag && attribute(tag, '\\w+:id');
  if (id === undefined) return null;
  const relation = [...(await textOf(archive, relations)).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)]
    .map(([one]) => one)
    .find((one) => attribute(one, 'Id') === id);
  const target = relation && attribute(relation, 'Target');
  if (target === undefined) return null;
  const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return archive.has(part) ? part : null;
}

async function textOf(archive: Archive, part: string): Promise<string> {
  let text = '';
  for await (const piece of archive.read(part)) text += piece;
  return text;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A is 0, Z is 25, AA is 26. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
