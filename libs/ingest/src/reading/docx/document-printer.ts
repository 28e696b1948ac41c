import { ReadingSheet } from '../reading-sheet.js';
import type { ListCounter } from './list-counter.js';
import type { ParagraphDraft } from './paragraph-draft.js';
import type { StyleSheet } from './style-sheet.js';

/** A number that stands in a cell of its own beside the text it counts. */
const LABEL_ONLY = /^(?:\d{1,3}\.|\(?[a-zA-Z]{1,4}[.)]|\(\d{1,3}\))$/;
const NUMBERED = /^\d/;
const HEADING_LEVELS = 6;

/** Prints paragraphs as a reader of Word sees them: with their numbers, pages and notes. */
export class DocumentPrinter {
  readonly sheet = new ReadingSheet();
  private notes: string[] = [];
  private atEnd: string[] = [];
  private marks = 0;
  private readonly markOf = new Map<string, string>();
  private row: string[] | null = null;
  private isCellEnd = false;

  constructor(
    private readonly styles: StyleSheet,
    private readonly counter: ListCounter,
    private readonly noteTexts: ReadonlyMap<string, string>,
  ) {}

  /** The mark of a note in the text: `[^1]`, counted in the order of the document. */
  markNote(kind: 'footnote' | 'endnote', id: string): string {
    this.marks += 1;
    this.markOf.set(`${kind} ${id}`, `[^${this.marks}]`);
    return `[^${this.marks}]`;
  }

  paragraph(draft: ParagraphDraft): void {
    if (draft.endsPageBefore) this.endPage();
    const lines = linesOf(draft.text);
    const label = lines.length > 0 ? this.labelOf(draft) : '';
    if (label !== '') lines[0] = label + (lines[0] ?? '');
    const level = lines.length > 0 ? this.headingLevel(draft, lines[0] ?? '') : 0;
    const printed = level === 0 ? lines : [`${'#'.repeat(level)} ${lines.join(' ')}`];
    this.print([...printed, ...draft.frames.flatMap(linesOf)]);
    for (const note of draft.notes) this.keepNote(note);
    if (draft.endsPageAfter) this.endPage();
  }

  rowStart(): void {
    this.row ??= [];
  }

  cellEnd(): void {
    this.isCellEnd = true;
  }

  rowEnd(isDeleted: boolean): void {
    const lines = this.row ?? [];
    this.row = null;
    if (!isDeleted) for (const line of lines) this.lineApart(line);
  }

  finish(): string {
    this.sheet.notes(this.notes);
    this.sheet.notes(this.atEnd);
    return this.sheet.toText();
  }

  private print(lines: readonly string[]): void {
    if (this.row === null) {
      if (lines.length > 0) this.sheet.blank();
      for (const line of lines) this.sheet.line(line);
      return;
    }
    for (const line of lines) {
      const before = this.row.at(-1);
      if (this.isCellEnd && before !== undefined && LABEL_ONLY.test(before))
        this.row[this.row.length - 1] = `${before}\t${line}`;
      else this.row.push(line);
      this.isCellEnd = false;
    }
  }

  private lineApart(line: string): void {
    this.sheet.blank();
    this.sheet.line(line);
  }

  /** Footnotes stand at the end of their page, notes of the whole document at its own. */
  private endPage(): void {
    this.sheet.notes(this.notes);
    this.notes = [];
    this.sheet.pageEnd();
  }

  private keepNote(key: string): void {
    const text = this.noteTexts.get(key);
    if (text === undefined || text === '') return;
    const mark = this.markOf.get(key) ?? null;
    (key.startsWith('endnote') ? this.atEnd : this.notes).push(mark === null ? text : `${mark}: ${text}`);
  }

  private labelOf(draft: ParagraphDraft): string {
    const style = this.styles.facts(draft.style);
    const list = draft.list ?? style.list;
    if (list === null || list === '0') return '';
    const ofStyle = draft.list === null && style.level === null && style.listStyle !== null;
    const level =
      draft.level ?? (ofStyle ? this.counter.levelOfStyle(list, style.listStyle ?? '') : (style.level ?? 0));
    return this.counter.label(list, level);
  }

  /** A numbered paragraph is none, whatever style it was given. */
  private headingLevel(draft: ParagraphDraft, first: string): number {
    const outline = draft.outline ?? this.styles.facts(draft.style).outline;
    if (outline === null || outline < 0 || outline >= HEADING_LEVELS || NUMBERED.test(first)) return 0;
    return outline + 1;
  }
}

function linesOf(text: string): string[] {
  return text
    .replace(/(?![\t\n])\p{Cc}|\p{Co}|\p{Cs}|\p{Cn}/gu, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/\u00AD/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
