import type { XmlElement, XmlListener } from './xml-reader.js';

interface Style {
  basedOn: string | null;
  list: string | null;
  level: number | null;
  /** 0 for the first level of headings. */
  outline: number | null;
}

/** What a paragraph has from its style. */
export interface StyleFacts {
  readonly list: string | null;
  readonly level: number | null;
  readonly outline: number | null;
  /** The style that names the list, which a level of the list may be tied to. */
  readonly listStyle: string | null;
}

const MOST_ANCESTORS = 20;
const NO_STYLE: StyleFacts = { list: null, level: null, outline: null, listStyle: null };

/** Reads `styles.xml`, of which only numbering and outline levels matter to a text. */
export class StyleSheet implements XmlListener {
  private readonly styles = new Map<string, Style>();
  private readonly known = new Map<string, StyleFacts>();
  private standard: string | null = null;
  private style: Style | null = null;
  private changes = 0;

  open(element: XmlElement): void {
    const value = element.attribute('val') ?? '';
    if (element.name.endsWith('Change')) this.changes += 1;
    if (this.changes > 0) return;
    if (element.name === 'style') {
      const id = element.attribute('styleId') ?? '';
      this.style = { basedOn: null, list: null, level: null, outline: null };
      this.styles.set(id, this.style);
      const isStandard = ['1', 'true', 'on'].includes(element.attribute('default') ?? '');
      if (isStandard && element.attribute('type') === 'paragraph') this.standard = id;
    }
    const { style } = this;
    if (style === null) return;
    if (element.name === 'basedOn') style.basedOn = value;
    if (element.name === 'numId') style.list = value;
    if (element.name === 'ilvl') style.level = Number.parseInt(value, 10) || 0;
    if (element.name === 'outlineLvl') style.outline = Number.parseInt(value, 10);
  }

  close(name: string): void {
    if (name.endsWith('Change')) this.changes -= 1;
    if (name === 'style') this.style = null;
  }

  facts(id: string | null): StyleFacts {
    const name = id ?? this.standard;
    if (name === null) return NO_STYLE;
    let facts = this.known.get(name);
    if (facts === undefined) {
      facts = this.inherit(name);
      this.known.set(name, facts);
    }
    return facts;
  }

  /** The nearest style that says something decides; a circle of styles ends after as many steps as Word would go. */
  private inherit(name: string): StyleFacts {
    let { list, level, outline, listStyle } = NO_STYLE;
    let next: string | null = name;
    for (let step = 0; step < MOST_ANCESTORS && next !== null; step += 1) {
      const style = this.styles.get(next);
      if (style === undefined) break;
      if (list === null && style.list !== null) [list, listStyle] = [style.list, next];
      level ??= style.level;
      outline ??= style.outline;
      next = style.basedOn;
    }
    return { list, level, outline, listStyle };
  }
}
