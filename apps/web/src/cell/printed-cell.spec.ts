import { describe, expect, it } from '@jest/globals';

import type { Cell } from '#contracts';

import { wordingFor } from '../wording/wording.js';
import { printCell, printValue } from './printed-cell.js';

const cell = (flag: Cell['flag'], bound: number | null = null): Cell => ({
  value: null,
  flag,
  bound,
  provisional: false,
});
const number = (value: number): Cell => ({ value, flag: null, bound: null, provisional: true });
const en = wordingFor('en');
const es = wordingFor('es');

describe('a printed cell', () => {
  it('tells a number, a zero and each kind of absence apart', () => {
    const texts = [
      number(1204),
      number(0),
      cell('lt10'),
      cell('below_bound', 5),
      cell('structural_zero'),
      cell('missing'),
      cell('not_applicable'),
      cell('not_shown'),
    ].map((one) => printCell(one, 'number', en).text);
    expect(texts).toEqual(['1,204', '0', '<10', '<5', '-', 'missing', 'n. a.', 'not shown']);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('writes numbers as each language does', () => {
    expect(printCell(number(1204), 'number', es).text).toBe('1\u202f204');
    expect(printValue(64.5, 'percent', es)).toBe('64,5\u202f%');
    expect(printValue(65, 'percent', en)).toBe('65\u202f%');
    expect(printValue(1, 'yes_no', es)).toBe('sí');
    expect([en, es].map((words) => printValue(20_783, 'day', words))).toEqual([
      '26 November 2026',
      '26 de noviembre de 2026',
    ]);
    expect([en, es].map((words) => printValue(4, 'stage', words))).toEqual(['in force', 'en vigor']);
  });

  it('keeps the provisional mark beside the figure', () => {
    expect(printCell(number(5), 'number', en).provisional).toBe(true);
  });
});
