import { READING_LIMITS } from '../thread/reading-limits.js';
import { Refusal } from '../thread/refusal.js';
import { Archive } from './archive.js';
import { DocumentPrinter } from './document-printer.js';
import { ListCounter } from './list-counter.js';
import { ListDefinitions } from './list-definition.js';
import { NoteTexts } from './note-texts.js';
import { Relations } from './relations.js';
import { Story } from './story.js';
import { StyleSheet } from './style-sheet.js';
import { readXml, type XmlListener } from './xml-reader.js';

const PACKAGE_RELATIONS = '_rels/.rels';
const FEWEST_LETTERS = 1;

/** The text of a Word document (ECMA-376), as its reader sees it: numbers counted, revisions accepted, fields by their results. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const archive = await Archive.open(bytes);
  const top = await read(archive, PACKAGE_RELATIONS, new Relations(''));
  const main = top.ofType('officeDocument');
  if (main === undefined || !archive.has(main)) throw new Refusal('damaged');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const ownRelations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const relations = await read(archive, ownRelations, new Relations(folder));
  const styles = await read(archive, relations.ofType('styles'), new StyleSheet());
  const lists = await read(archive, relations.ofType('numbering'), new ListDefinitions());
  const notes = new Map<string, string>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const { texts } = await read(archive, relations.ofType(`${kind}s`), new NoteTexts());
    for (const [id, text] of texts) notes.set(`${kind} ${id}`, text);
  }
  const printer = new DocumentPrinter(styles, new ListCounter(lists), notes);
  await printHeaders(archive, main, relations, printer);
  const body = new Story(printer, (kind, id) => printer.markNote(kind, id));
  await read(archive, main, body);
  const text = printer.finish();
  if (printer.sheet.written < FEWEST_LETTERS) throw new Refusal('without_text');
  return text;
}

/** What stands at the head of the pages, once and first: the symbol of the document is often there and nowhere else. */
async function printHeaders(
  archive: Archive,
  main: string,
  relations: Relations,
  printer: DocumentPrinter,
): Promise<void> {
  if (relations.ofType('header') === undefined) return;
  const named = new Set<string>();
  const collect = new Story({ paragraph: () => undefined, header: (id) => named.add(id) }, () => '');
  await read(archive, main, collect);
  const printed = new Set<string>();
  for (const id of [...named].slice(0, READING_LIMITS.headers)) {
    const lines: string[] = [];
    const story = new Story(
      {
        paragraph: ({ text, frames }) => lines.push(...[text, ...frames].filter((one) => one.trim() !== '')),
      },
      () => '',
    );
    await read(archive, relations.ofId(id), story);
    const text = lines.join('\n').trim();
    if (text !== '' && !printed.has(text)) printer.sheet.notes(lines.map((line) => line.trim()));
    printed.add(text);
  }
}

/** Reads a part where the archive has it; a document without notes has no part for them. */
async function read<Listener extends XmlListener>(
  archive: Archive,
  part: string | undefined,
  listener: Listener,
): Promise<Listener> {
  if (part !== undefined && archive.has(part)) await readXml(archive.read(part), listener);
  return listener;
}
