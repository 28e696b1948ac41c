import type { ParsedItem, ParsedSection } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { joinLines } from '../text/join-lines.js';
import type { Line } from '../text/line.js';
import { shapeOf, type PageShape } from '../text/page-shape.js';
import { endsSentence } from '../text/sentence.js';
import type { WarningList } from '../warning/warning-list.js';
import { groupHeadingLines, HeadingReader, isLoneNumber, isMarkedHeading, opensHeading } from './heading.js';
import { ItemList, splitItems } from './item-list.js';
import { findParagraphStarts, withoutNumber } from './paragraph-chain.js';
import { SectionTree } from './section-tree.js';

/** A numbered paragraph as it is printed, before anyone asks what it means. */
export interface OutlineParagraph {
  readonly number: number;
  readonly text: string;
  readonly items: readonly ParsedItem[];
  /** Titles of the sections around it, the outermost first. */
  readonly headings: readonly string[];
}

export interface Outline {
  readonly header: readonly Line[];
  readonly paragraphs: readonly OutlineParagraph[];
  readonly sections: readonly ParsedSection[];
}

interface Draft {
  readonly number: number;
  readonly lines: string[];
  readonly items: ItemList;
  readonly headings: readonly string[];
}

const ELISION = /^[([]\s?(?:…|\.\.\.)\s?[)\]]$/;
const FOOTNOTE = /^(?:\*{1,3}\s*\S|\[\^[^\]\s]{1,12}\]:)/;
/** Characters of the longest heading; longer text between paragraphs is text. */
const LONGEST_HEADING = 400;
/** Lines of headings before the first paragraph. */
const MOST_HEADING_LINES = 20;
const EXCERPT = 60;

/** Tells headings, numbered paragraphs and lettered items apart. */
export function toOutline(lines: readonly Line[], grammar: Grammar, warnings: WarningList): Outline {
  const starts = findParagraphStarts(lines, grammar);
  const first = Math.min(...starts.keys());
  const builder = new OutlineBuilder(shapeOf(lines), grammar, warnings);
  if (starts.size === 0) return { header: lines, paragraphs: [], sections: [] };
  const header = builder.readHeader(lines.slice(0, first));
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const number = starts.get(index);
    if (number === undefined) builder.readLine(line);
    else builder.startParagraph(number, withoutNumber(line.text));
  }
  return { header, ...builder.finish() };
}

class OutlineBuilder {
  private readonly drafts: Draft[] = [];
  private readonly tree = new SectionTree();
  private readonly headingReader: HeadingReader;
  /** Lines since the last finished sentence: a heading if a paragraph follows, else text. */
  private pending: Line[] = [];
  /** The line of text read last. */
  private before = '';
  private isInParagraph = false;
  private isInFootnote = false;

  constructor(
    private readonly shape: PageShape,
    private readonly grammar: Grammar,
    private readonly warnings: WarningList,
  ) {
    this.headingReader = new HeadingReader(grammar);
  }

  /** Sections that open before the first paragraph; gives back the lines above them. */
  readHeader(lines: readonly Line[]): readonly Line[] {
    const title = lines.findIndex((line) => this.grammar.documentTitle.test(line.text));
    const from = lines.findIndex(
      (line, index) =>
        index > Math.max(0, title) &&
        (isMarkedHeading(line) || this.grammar.headings.introduction.test(line.text)),
    );
    if (from < 0) return lines;
    const headings = lines.slice(from).filter((line) => !FOOTNOTE.test(line.text));
    this.enterHeadings(headings.slice(-MOST_HEADING_LINES));
    return lines.slice(0, from);
  }

  startParagraph(number: number, text: string): void {
    this.settlePending(true);
    const last = this.drafts.at(-1)?.number ?? 0;
    if (number > last + 1) this.warnings.add('paragraphs_missing', null, last + 1, number - 1);
    this.tree.add(number);
    this.drafts.push({ number, lines: [], items: new ItemList(this.grammar), headings: this.tree.path() });
    this.before = '';
    this.isInParagraph = true;
    if (text !== '') this.addText(text);
  }

  readLine(line: Line): void {
    this.isInFootnote =
      FOOTNOTE.test(line.text) || (this.isInFootnote && !this.shape.isSolid && !line.blankBefore);
    if (this.isInFootnote) return;
    if (ELISION.test(line.text)) {
      this.warnings.add('text_elided', this.drafts.at(-1)?.number ?? null);
      return;
    }
    if (line.headingLevel > 0) {
      this.settlePending(false);
      this.enterHeadings([line]);
      return;
    }
    if (this.pending.length > 0) this.readPending(line);
    else if (this.mayOpenHeading(line)) this.pending = [line];
    else this.addText(line.text);
    const isOver = endsSentence(line.text, this.grammar) && !isLoneNumber(line);
    if (isOver || this.pendingLength() > LONGEST_HEADING) this.settlePending(false);
  }

  finish(): Pick<Outline, 'paragraphs' | 'sections'> {
    this.settlePending(false);
    const paragraphs = this.drafts.map(({ number, lines, items, headings }) => {
      for (const one of items.sequenceBreaks) {
        this.warnings.add('item_out_of_sequence', number, one.label, one.expected);
      }
      return { number, text: joinLines(lines, this.grammar), items: items.toItems(), headings };
    });
    return { paragraphs, sections: this.tree.toSections() };
  }

  private mayOpenHeading(line: Line): boolean {
    if (!opensHeading(line) || line.text.length > LONGEST_HEADING) return false;
    return (
      endsSentence(this.before, this.grammar) ||
      (this.shape.blanksSeparate && line.blankBefore && !/[,:]$/.test(this.before))
    );
  }

  private readPending(line: Line): void {
    const previous = this.pending.at(-1)?.text ?? '';
    const items = this.drafts.at(-1)?.items;
    if (items?.accepts(line.text, previous)) {
      this.settlePending(false);
      this.addText(line.text);
    } else this.pending.push(line);
  }

  private settlePending(paragraphFollows: boolean): void {
    const lines = this.pending;
    this.pending = [];
    if (paragraphFollows) this.enterHeadings(lines);
    else for (const line of lines) this.addText(line.text);
  }

  private pendingLength(): number {
    return this.pending.reduce((sum, line) => sum + line.text.length, 0);
  }

  private enterHeadings(lines: readonly Line[]): void {
    for (const group of groupHeadingLines(lines, this.shape, this.grammar)) {
      this.tree.enter(this.headingReader.read(group));
      this.isInParagraph = false;
      this.before = '.';
    }
  }

  private addText(text: string): void {
    const draft = this.drafts.at(-1);
    if (draft === undefined || !this.isInParagraph) {
      this.warnings.add('text_outside_paragraphs', draft?.number ?? null, text.slice(0, EXCERPT));
      return;
    }
    for (const part of splitItems(text, this.grammar)) {
      if (!draft.items.begin(part, this.before)) {
        if (draft.items.isEmpty) draft.lines.push(part);
        else draft.items.append(part);
      }
      this.before = part;
    }
  }
}
