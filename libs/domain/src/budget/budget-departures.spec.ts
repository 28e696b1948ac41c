import { describe, expect, it } from '@jest/globals';

import type { KeyedFigure } from '../indicator/parts-of-total.js';
import { budgetDepartures } from './budget-departures.js';

const amount = (phase: string, value: number, month?: number): KeyedFigure => ({
  categories: {
    institution: 'MIMP',
    level: 'national',
    phase,
    purpose: 'recovery',
    year: '2025',
    ...(month === undefined ? {} : { month: String(month) }),
  },
  state: 'reported',
  value,
  provisional: false,
});

describe('an executed amount that is handed in', () => {
  it.each([
    ['what was approved', [amount('approved', 100), amount('executed', 101, 6)], [], [[101, 100]]],
    ['exactly that much', [amount('approved', 100), amount('executed', 100, 6)], [], []],
    [
      'what was revised goes before what was approved',
      [amount('executed', 101, 6)],
      [amount('approved', 100), amount('revised', 120, 12)],
      [],
    ],
    [
      'what was revised to that month goes before the year',
      [amount('executed', 101, 6)],
      [amount('revised', 90, 6), amount('revised', 120, 12)],
      [[101, 90]],
    ],
    ['nothing that anybody knows of', [amount('executed', 101, 6)], [], []],
    [
      'a record that is corrected with it',
      [amount('approved', 110), amount('executed', 101, 6)],
      [amount('approved', 100)],
      [],
    ],
  ] as const)('is held to %s', (_, handedIn, onRecord, expected) => {
    expect(budgetDepartures(handedIn, onRecord).map(({ parts, total }) => [parts, total])).toEqual(expected);
  });
});
