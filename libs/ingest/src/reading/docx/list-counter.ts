import type { ListDefinitions, ListNumbering } from './list-definition.js';
import { formatNumber } from './number-format.js';

const TAB = '\t';
const BULLET = '•';
const LONGEST_LABEL = 60;

/** Counts the lists of a document as Word does, and prints the label before each paragraph. */
export class ListCounter {
  /** Numbers by definition: two lists of one definition count on. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();
  private readonly known = new Map<string, ListNumbering | null>();

  constructor(private readonly definitions: ListDefinitions) {}

  /** The label of the next paragraph of a list with the blank after it, or nothing where it has none. */
  label(list: string, at: number): string {
    const numbering = this.numbering(list);
    const level = numbering?.levels.get(at);
    if (numbering === null || level === undefined) return '';
    const counts = this.step(list, numbering, at);
    if (level.format === 'bullet') return `${/^\p{Co}?$/u.test(level.text) ? BULLET : level.text}${TAB}`;
    const printed = level.text.slice(0, LONGEST_LABEL).replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const shown = numbering.levels.get(of);
      const format = level.isLegal ? 'decimal' : (shown?.format ?? 'decimal');
      return formatNumber(counts[of] ?? startOf(numbering, of), format);
    });
    if (printed === '') return '';
    return printed + ({ nothing: '', space: ' ' }[level.suffix] ?? TAB);
  }

  /** The level of a list that a paragraph style is tied to; 0 where none is. */
  levelOfStyle(list: string, style: string): number {
    const found = [...(this.numbering(list)?.levels ?? [])].find(([, level]) => level.style === style);
    return found?.[0] ?? 0;
  }

  private step(list: string, numbering: ListNumbering, at: number): readonly (number | undefined)[] {
    const counts = this.counts.get(numbering.abstract) ?? [];
    this.counts.set(numbering.abstract, counts);
    if (!this.begun.has(list)) {
      this.begun.add(list);
      // A list that names its own start begins there, whatever its definition has counted so far.
      for (const of of numbering.starts.keys()) counts[of] = undefined;
    }
    const before = counts[at];
    counts[at] = before === undefined ? startOf(numbering, at) : before + 1;
    for (let above = 0; above < at; above += 1) counts[above] ??= startOf(numbering, above);
    for (const [deeper, { restart }] of numbering.levels)
      if (deeper > at && (restart === null || (restart > 0 && at < restart))) counts[deeper] = undefined;
    return counts;
  }

  private numbering(list: string): ListNumbering | null {
    let numbering = this.known.get(list);
    if (numbering === undefined) {
      numbering = this.definitions.numbering(list);
      this.known.set(list, numbering);
    }
    return numbering;
  }
}

function startOf(numbering: ListNumbering, level: number): number {
  return numbering.starts.get(level) ?? numbering.levels.get(level)?.start ?? 1;
}
