import { describe, expect, it } from '@jest/globals';

import { ruleFor } from './follow-up-rule.js';
import type { FollowUpRule } from './follow-up-rule.js';

const RULE: FollowUpRule = {
  code: 'one',
  mechanism: 'CRC',
  instrument: null,
  purpose: 'next_report',
  validFrom: '2020-01-01',
  validUntil: '2022-12-31',
  offset: 'P5Y',
  itemsFrom: null,
  itemsTo: null,
  certainty: 'estimated',
  doubtful: false,
};
const CRC = { mechanism: 'CRC', instrument: 'CRC' };

describe('a rule of follow-up', () => {
  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'one'],
    ['2022-12-31', 'one'],
    ['2023-01-01', undefined],
  ])('holds from its first day to its last: %s', (on, code) => {
    expect(ruleFor([RULE], CRC, 'next_report', on)?.code).toBe(code);
  });

  it.each<[string, Partial<FollowUpRule>]>([
    ['another purpose', { purpose: 'follow_up' }],
    ['another mechanism', { mechanism: 'CCPR' }],
    ['another instrument', { instrument: 'CRC-OP-SC' }],
  ])('is none of %s', (_case, change) => {
    expect(ruleFor([{ ...RULE, ...change }], CRC, 'next_report', '2021-06-30')).toBeNull();
  });

  it('without ends holds on every day', () => {
    const always = { ...RULE, validFrom: null, validUntil: null };
    expect(ruleFor([always], CRC, 'next_report', '1990-01-01')).toBe(always);
  });

  it('that came last goes before an older one, one with a first day before one without, whatever their order', () => {
    const older = { ...RULE, validFrom: '2010-01-01' };
    const ever = { ...RULE, code: 'zero', validFrom: null };
    const ofTheDay = (rules: FollowUpRule[]) => ruleFor(rules, CRC, 'next_report', '2021-06-30');
    expect(ofTheDay([older, RULE, ever])).toBe(RULE);
    expect(ofTheDay([RULE, ever, older])).toBe(RULE);
    expect(ofTheDay([ever, older])).toBe(older);
    expect(ofTheDay([older, ever])).toBe(older);
  });

  it('of the instrument goes before a newer one of the mechanism', () => {
    const own = { ...RULE, code: 'own', instrument: 'CRC', validFrom: null };
    expect(ruleFor([RULE, own], CRC, 'next_report', '2021-06-30')).toBe(own);
    expect(ruleFor([own, RULE], CRC, 'next_report', '2021-06-30')).toBe(own);
  });

  it('of two for the same days is always the same one', () => {
    const other = { ...RULE, code: 'two' };
    expect(ruleFor([RULE, other], CRC, 'next_report', '2021-06-30')).toBe(other);
    expect(ruleFor([other, RULE], CRC, 'next_report', '2021-06-30')).toBe(other);
  });
});
