import { newParagraph, type ParagraphDraft } from './paragraph-draft.js';
import { RunReader } from './run-reader.js';
import { isOn, type XmlElement, type XmlListener } from './xml-reader.js';

export interface StoryEvents {
  /** A paragraph that is finished, in the order of the document. */
  paragraph(paragraph: ParagraphDraft): void;
  /** Whether the paragraphs that follow stand in a cell. */
  cellEnd?(): void;
  rowStart?(): void;
  rowEnd?(isDeleted: boolean): void;
  /** A header that a section names, by its relation. */
  header?(relation: string): void;
}

/** Reads the paragraphs of one story: the body, a header, or the notes (ECMA-376 §17.2). */
export class Story implements XmlListener {
  private readonly runs = new RunReader();
  private readonly drafts: ParagraphDraft[] = [];
  private carried = '';
  private path: string[] = [];
  private contents = 0;
  private isRowDeleted = false;

  constructor(
    private readonly events: StoryEvents,
    private readonly noteMark: (kind: 'footnote' | 'endnote', id: string) => string,
  ) {}

  open(element: XmlElement): void {
    const parent = this.path.at(-1) ?? '';
    this.path.push(element.name);
    if (this.isRevisionMark(element.name, parent)) return;
    if (element.name === 'docPartGallery' && element.attribute('val') === 'Table of Contents')
      this.contents = this.path.lastIndexOf('sdt') + 1;
    const printed = this.runs.open(element);
    if (this.runs.isSkipping) return;
    const paragraph = this.drafts.at(-1);
    if (printed !== null) this.write(printed);
    if (element.name === 'p') this.drafts.push(newParagraph());
    else if (element.name === 'tr') {
      this.isRowDeleted = false;
      this.events.rowStart?.();
    } else if (element.name === 'headerReference') this.events.header?.(element.attribute('id') ?? '');
    else if (paragraph !== undefined) this.openInParagraph(element, parent, paragraph);
  }

  text(text: string): void {
    this.write(this.runs.text(text));
  }

  close(name: string): void {
    this.path.pop();
    if (this.contents > this.path.length) this.contents = 0;
    const isMark = this.isRevisionMark(name, this.path.at(-1) ?? '');
    const wasSkipping = this.runs.isSkipping;
    if (!isMark) this.runs.close(name);
    if (isMark || wasSkipping) return;
    if (name === 'p') this.closeParagraph();
    else if (name === 'tc') this.events.cellEnd?.();
    else if (name === 'tr') this.events.rowEnd?.(this.isRowDeleted);
  }

  private openInParagraph(element: XmlElement, parent: string, paragraph: ParagraphDraft): void {
    const value = element.attribute('val') ?? '';
    switch (element.name) {
      case 'pStyle':
        paragraph.style = value;
        return;
      case 'numId':
        paragraph.list = value;
        return;
      case 'ilvl':
        paragraph.level = Number.parseInt(value, 10) || 0;
        return;
      case 'outlineLvl':
        paragraph.outline = Number.parseInt(value, 10);
        return;
      case 'pageBreakBefore':
        paragraph.endsPageBefore = isOn(element);
        return;
      case 'sectPr':
        paragraph.endsPageAfter = true;
        return;
      case 'type':
        if (parent === 'sectPr' && value === 'continuous') paragraph.endsPageAfter = false;
        return;
      case 'tab':
        if (parent === 'r') this.write('\t');
        return;
      case 'br':
        this.openBreak(element.attribute('type'), paragraph);
        return;
      case 'lastRenderedPageBreak':
        this.openBreak('page', paragraph);
        return;
      case 'footnoteReference':
      case 'endnoteReference':
        this.openNote(element, paragraph);
        return;
      default:
    }
  }

  /** A page that ends before the first word ends before the paragraph, any other one after it: no paragraph is torn. */
  private openBreak(type: string | undefined, paragraph: ParagraphDraft): void {
    if (type !== 'page') this.write('\n');
    else if (paragraph.text.trim() === '') paragraph.endsPageBefore = true;
    else paragraph.endsPageAfter = true;
  }

  private openNote(element: XmlElement, paragraph: ParagraphDraft): void {
    const kind = element.name === 'footnoteReference' ? 'footnote' : 'endnote';
    const id = element.attribute('id') ?? '';
    if (this.runs.seen('') === null) return;
    paragraph.notes.push(`${kind} ${id}`);
    const hasOwnMark = ['1', 'true', 'on'].includes(element.attribute('customMarkFollows') ?? '');
    if (!hasOwnMark) this.write(this.noteMark(kind, id));
  }

  private write(text: string): void {
    const paragraph = this.drafts.at(-1);
    if (text === '' || paragraph === undefined || this.contents > 0) return;
    if (this.runs.seen(text) !== null) paragraph.text += text;
  }

  private closeParagraph(): void {
    const paragraph = this.drafts.pop();
    if (paragraph === undefined) return;
    const around = this.drafts.at(-1);
    if (around !== undefined) {
      if (paragraph.text.trim() !== '') around.frames.push(paragraph.text);
      around.frames.push(...paragraph.frames);
      around.notes.push(...paragraph.notes);
      return;
    }
    paragraph.text = this.carried + paragraph.text;
    this.carried = '';
    if (paragraph.joinsNext) this.carried = paragraph.text;
    else this.events.paragraph(paragraph);
  }

  /** `w:del` inside of properties says that a mark, a row or a format was deleted: it holds no text itself. */
  private isRevisionMark(name: string, parent: string): boolean {
    if (name !== 'del' || this.runs.isSkipping) return false;
    if (parent === 'trPr') this.isRowDeleted = true;
    if (parent === 'rPr' && this.path.includes('pPr')) {
      const paragraph = this.drafts.at(-1);
      if (paragraph !== undefined) paragraph.joinsNext = true;
    }
    return parent === 'trPr' || parent === 'rPr';
  }
}
