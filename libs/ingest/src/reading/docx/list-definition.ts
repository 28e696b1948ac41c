import { isOn, type XmlElement, type XmlListener } from './xml-reader.js';

/** One level of a numbering (ECMA-376 §17.9.6). */
export interface ListLevel {
  start: number;
  format: string;
  /** Such as `%1.` or `(%2)`, where %2 is the number of the second level. */
  text: string;
  suffix: string;
  /** The level whose step starts this one anew; 0 for none, null for any above. */
  restart: number | null;
  style: string | null;
  isLegal: boolean;
}

export interface ListNumbering {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, ListLevel>;
}

interface AbstractList {
  readonly levels: Map<number, ListLevel>;
  /** Name of the style whose numbering this one is. */
  styleLink: string | null;
  definesStyle: string | null;
}

const MOST_LEVELS = 9;

/** Reads `numbering.xml`: abstract definitions, and the lists that use them. */
export class ListDefinitions implements XmlListener {
  private readonly abstracts = new Map<string, AbstractList>();
  private readonly lists = new Map<
    string,
    { abstract: string; starts: Map<number, number>; levels: Map<number, ListLevel> }
  >();
  private abstract: AbstractList | null = null;
  private list: { abstract: string; starts: Map<number, number>; levels: Map<number, ListLevel> } | null =
    null;
  private level: ListLevel | null = null;
  private overridden = 0;

  open(element: XmlElement): void {
    const value = element.attribute('val') ?? '';
    switch (element.name) {
      case 'abstractNum':
        this.abstract = { levels: new Map(), styleLink: null, definesStyle: null };
        this.abstracts.set(element.attribute('abstractNumId') ?? '', this.abstract);
        return;
      case 'num':
        this.list = { abstract: '', starts: new Map(), levels: new Map() };
        this.lists.set(element.attribute('numId') ?? '', this.list);
        return;
      case 'abstractNumId':
        if (this.list !== null) this.list.abstract = value;
        return;
      case 'numStyleLink':
        if (this.abstract !== null) this.abstract.styleLink = value;
        return;
      case 'styleLink':
        if (this.abstract !== null) this.abstract.definesStyle = value;
        return;
      case 'lvlOverride':
        this.overridden = whole(element.attribute('ilvl'), 0);
        return;
      case 'startOverride':
        this.list?.starts.set(this.overridden, whole(value, 1));
        return;
      case 'lvl':
        this.openLevel(whole(element.attribute('ilvl'), 0));
        return;
      default:
        this.openProperty(element, value);
    }
  }

  close(name: string): void {
    if (name === 'abstractNum') this.abstract = null;
    if (name === 'num') this.list = null;
    if (name === 'lvl') this.level = null;
  }

  /** The numbering of a list with its levels, those of the list itself before those of its definition. */
  numbering(id: string): ListNumbering | null {
    const list = this.lists.get(id);
    if (list === undefined) return null;
    let abstract = this.abstracts.get(list.abstract);
    let key = list.abstract;
    if (abstract !== undefined && abstract.styleLink !== null) {
      const link = abstract.styleLink;
      const defining = [...this.abstracts].find(([, one]) => one.definesStyle === link);
      if (defining !== undefined) [key, abstract] = defining;
    }
    if (abstract === undefined) return null;
    return { abstract: key, starts: list.starts, levels: new Map([...abstract.levels, ...list.levels]) };
  }

  private openLevel(at: number): void {
    if (at < 0 || at >= MOST_LEVELS) return;
    this.level = {
      start: 1,
      format: 'decimal',
      text: '',
      suffix: 'tab',
      restart: null,
      style: null,
      isLegal: false,
    };
    (this.abstract ?? this.list)?.levels.set(at, this.level);
  }

  private openProperty(element: XmlElement, value: string): void {
    const { level } = this;
    if (level === null) return;
    if (element.name === 'start') level.start = whole(value, 1);
    if (element.name === 'numFmt') level.format = value;
    if (element.name === 'lvlText') level.text = value;
    if (element.name === 'suff') level.suffix = value;
    if (element.name === 'lvlRestart') level.restart = whole(value, 0);
    if (element.name === 'pStyle') level.style = value;
    if (element.name === 'isLgl') level.isLegal = isOn(element);
  }
}

function whole(text: string | undefined, otherwise: number): number {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) ? number : otherwise;
}
