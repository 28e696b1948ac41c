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

  it.each([
    ['a phase that is not executed', [amount('revised', 200, 6)], [amount('approved', 100)]],
    [
      'what is not known',
      [{ ...amount('executed', 0, 6), state: 'missing', value: null }],
      [amount('approved', -1)],
    ],
    ['another purpose', [amount('executed', 101, 6)], [of({ purpose: 'defence' }, amount('approved', 100))]],
    ['another year', [amount('executed', 101, 6)], [of({ year: '2024' }, amount('approved', 100))]],
  ] as const)('is not held to %s', (_, handedIn, onRecord) => {
    expect(budgetDepartures(handedIn, onRecord)).toEqual([]);
  });

  it('is held to a budget that a later record says is not known, as it was known before', () => {
    const unknown: KeyedFigure = { ...amount('approved', 0), state: 'missing', value: null };
    expect(budgetDepartures([amount('executed', 101, 6)], [amount('approved', 100), unknown])).toHaveLength(
      1,
    );
  });

  it('is told by its line and month, whatever the order in which its categories were written', () => {
    const approved = amount('approved', 100);
    const turned = {
      ...approved,
      categories: Object.fromEntries(Object.entries(approved.categories).reverse()),
    };
    expect(budgetDepartures([amount('executed', 101, 6)], [turned])).toEqual([
      {
        rule: 'executed.exceeds_budget',
        dimension: 'phase',
        whole: { institution: 'MIMP', level: 'national', purpose: 'recovery', year: '2025', month: '6' },
        category: 'executed',
        parts: 101,
        total: 100,
      },
    ]);
  });
});

function of(changed: Readonly<Record<string, string>>, figure: KeyedFigure): KeyedFigure {
  return { ...figure, categories: { ...figure.categories, ...changed } };
}
