import { READING_LIMITS } from './thread/reading-limits.js';
import { Refusal } from './thread/refusal.js';

/**
 * The text of a document as it is read: lines, blank lines between paragraphs, notes apart, and a form feed on a line of its own
 * at the end of a page.
 */
export class ReadingSheet {
  private readonly lines: string[] = [];
  private length = 0;
  private letters = 0;

  /** @throws Refusal when the document has more text than is read */
  line(text: string): void {
    this.length += text.length + 1;
    if (this.length > READING_LIMITS.characters) throw new Refusal('too_much_text');
    this.letters += text.trim().length;
    this.lines.push(text);
  }

  blank(): void {
    const last = this.lines.at(-1);
    if (last !== undefined && last !== '' && last !== PAGE_END) this.lines.push('');
  }

  /** `[^1]: See …`, `* Adopted …`: one note a line, apart from the text. */
  notes(notes: readonly string[]): void {
    for (const note of notes) {
      this.blank();
      this.line(note);
    }
    if (notes.length > 0) this.blank();
  }

  pageEnd(): void {
    if (this.lines.at(-1) === '') this.lines.pop();
    if (this.lines.length > 0 && this.lines.at(-1) !== PAGE_END) this.lines.push(PAGE_END);
  }

  /** Characters that are no blanks. */
  get written(): number {
    return this.letters;
  }

  toText(): string {
    const lines = [...this.lines];
    while (lines.at(-1) === PAGE_END || lines.at(-1) === '') lines.pop();
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  }
}

const PAGE_END = '\f';
