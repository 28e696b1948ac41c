import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PrefixBest } from './prefix-best.js';

const SIZE = 1_000;

describe('the best value below a number', () => {
  it('is what looking at every value finds', () => {
    const put = fc.tuple(fc.nat(SIZE - 1), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(fc.array(put, { maxLength: 60 }), fc.nat(SIZE), (puts, number) => {
        const values = new PrefixBest<number>(SIZE, (one, other) => one > other);
        for (const [at, value] of puts) values.put(at, value);
        const below = puts.filter(([at]) => at < number).map(([, value]) => value);
        expect(values.below(number)).toBe(below.length === 0 ? undefined : Math.max(...below));
      }),
    );
  });

  it('takes at most ten comparisons to put and ten to find among a thousand numbers', () => {
    let comparisons = 0;
    const values = new PrefixBest<number>(SIZE, (one, other) => {
      comparisons += 1;
      return one > other;
    });
    for (let round = 0; round < 3; round += 1) {
      for (let number = 0; number < SIZE; number += 1) {
        comparisons = 0;
        values.put(number, round);
        expect(comparisons).toBeLessThanOrEqual(10);
        comparisons = 0;
        values.below(number);
        expect(comparisons).toBeLessThanOrEqual(10);
      }
    }
  });
});
