/**
 * The best value among all those with a number below a given one, in about log₂(size) comparisons (a Fenwick tree of
 * maxima). Values of one number may only get better. `isBetter(one, other)` must be false when `other` is to stay.
 */
export class PrefixBest<T> {
  private readonly best: (T | undefined)[] = [];

  constructor(
    private readonly size: number,
    private readonly isBetter: (one: T, other: T) => boolean,
  ) {}

  /** `number` from 0 to below the size. */
  put(number: number, value: T): void {
    for (let at = number + 1; at <= this.size; at += at & -at) {
      const known = this.best[at];
      if (known === undefined || this.isBetter(value, known)) this.best[at] = value;
    }
  }

  /** The best value of all numbers below. */
  below(number: number): T | undefined {
    let found: T | undefined;
    for (let at = Math.min(number, this.size); at > 0; at -= at & -at) {
      const known = this.best[at];
      if (known !== undefined && (found === undefined || this.isBetter(known, found))) found = known;
    }
    return found;
  }
}
