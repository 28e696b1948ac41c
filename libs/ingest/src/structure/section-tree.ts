import type { ParsedSection } from '#domain';
import type { Heading } from './heading.js';

interface DraftSection extends Heading {
  readonly paragraphs: number[];
  readonly sections: DraftSection[];
}

/** Builds the tree of sections while headings and paragraphs come by in order. */
export class SectionTree {
  private readonly roots: DraftSection[] = [];
  private open: DraftSection[] = [];

  /** Opens a section. A heading that is printed again on a later page opens nothing. */
  enter(heading: Heading): void {
    if (this.open.some((section) => section.number === heading.number && section.title === heading.title))
      return;
    const enclosing = this.open.findIndex((section) => section.rank >= heading.rank);
    if (enclosing >= 0) this.open = this.open.slice(0, enclosing);
    const section: DraftSection = { ...heading, paragraphs: [], sections: [] };
    (this.open.at(-1)?.sections ?? this.roots).push(section);
    this.open.push(section);
  }

  add(paragraph: number): void {
    for (const section of this.open) section.paragraphs.push(paragraph);
  }

  /** Titles of the sections that are open now, the outermost first. */
  path(): readonly string[] {
    return this.open.map((section) => section.title);
  }

  toSections(): readonly ParsedSection[] {
    return this.roots.map(toSection);
  }
}

function toSection(draft: DraftSection): ParsedSection {
  const { number, title, paragraphs } = draft;
  return { number, title, paragraphs, sections: draft.sections.map(toSection) };
}
