import type { DecimalMark } from '#domain';

/** They show no mark, and are the same number with either. */
const DIGITS = /^\d+$/;

/**
 * Which decimal mark a written number proves. `ambiguous`: one mark with three digits behind it, which is a thousand in one country and
 * one in another. Null: it says nothing.
 */
function markShownBy(text: string): DecimalMark | 'ambiguous' | null {
  const number = text.replace(/^[<‹＜+\-−–\s]+|[\s%]+$/gu, '');
  if (!/^[\d.,\s\u00a0\u2009\u202f]+$/u.test(number)) return null;
  const points = number.split('.').length - 1;
  const commas = number.split(',').length - 1;
  if (points + commas === 0) return null;
  if (points > 0 && commas > 0) return number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
  const mark = points > 0 ? '.' : ',';
  if (points + commas > 1) return mark === '.' ? ',' : '.';
  const [whole = '', rest = ''] = number.split(mark);
  return rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? 'ambiguous' : mark;
}

/** The mark of a file: told, or proven by the first number that proves one. Until then it is not known. */
export class DecimalEvidence {
  constructor(private mark: DecimalMark | null) {}

  learn(texts: Iterable<string>): void {
    for (const text of texts) {
      if (this.mark !== null) return;
      const shown = markShownBy(text);
      if (shown === '.' || shown === ',') this.mark = shown;
    }
  }

  /** Null where this number could be read in two ways and nothing before it says which. */
  markFor(text: string): DecimalMark | null {
    if (this.mark !== null) return this.mark;
    if (DIGITS.test(text)) return '.';
    const shown = markShownBy(text);
    if (shown === 'ambiguous') return null;
    if (shown !== null) this.mark = shown;
    return shown ?? '.';
  }
}
