import { isOn, type XmlElement } from './xml-reader.js';

/** What is in the file and not in the document a person sees (ECMA-376 Part 1, clauses in brackets). */
const UNSEEN: ReadonlySet<string> = new Set([
  'del', // 17.13.5.14: deleted by a revision
  'moveFrom', // 17.13.5.22: the place something was moved from
  'Fallback', // Part 3, 9.3: the same text again, for older programs
  'rt', // 17.3.3.24: a reading aid above the text
  'instrText',
  'delText',
  'delInstrText',
  'binData',
]);

/** Characters of a run, with what decides whether they are seen: revisions, fields, hidden text. */
export class RunReader {
  private unseen = 0;
  private isText = false;
  private isHidden = false;
  private isRunFormat = false;
  private readonly fields: ('code' | 'result')[] = [];

  /** Whether the element and all in it are to be left out. `empty` marks of a revision have no content of their own. */
  get isSkipping(): boolean {
    return this.unseen > 0;
  }

  /** Text that an opening element stands for, or null where it stands for none. */
  open(element: XmlElement): string | null {
    const { name } = element;
    if (this.unseen > 0 || UNSEEN.has(name) || name.endsWith('Change')) {
      this.unseen += 1;
      return null;
    }
    switch (name) {
      case 'r':
        this.isHidden = false;
        return null;
      case 'rPr':
        this.isRunFormat = true;
        return null;
      case 'vanish':
        if (this.isRunFormat) this.isHidden = isOn(element);
        return null;
      case 't':
        this.isText = true;
        return null;
      case 'fldChar':
        this.turnField(element.attribute('fldCharType'));
        return null;
      case 'cr':
        return this.seen('\n');
      case 'noBreakHyphen':
        return this.seen('-');
      case 'softHyphen':
        return this.seen('\u00AD');
      case 'sym':
        return this.seen(symbolOf(element.attribute('char')));
      default:
        return null;
    }
  }

  close(name: string): void {
    if (this.unseen > 0) this.unseen -= 1;
    else if (name === 't') this.isText = false;
    else if (name === 'rPr') this.isRunFormat = false;
    else if (name === 'r') this.isHidden = false;
  }

  /** The part of a text that is seen. */
  text(text: string): string {
    return this.isText ? (this.seen(text) ?? '') : '';
  }

  seen(text: string): string | null {
    return this.unseen > 0 || this.isHidden || this.fields.includes('code') ? null : text;
  }

  private turnField(type: string | undefined): void {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'end') this.fields.pop();
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
  }
}

/** A character of a symbol font has no meaning outside of it, but for the bullet. */
function symbolOf(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  if (!Number.isInteger(point) || point < 0x20 || point > 0xffff) return '';
  if (point === 0xf0b7) return '•';
  return point >= 0xd800 && point <= 0xf8ff ? '' : String.fromCharCode(point);
}
