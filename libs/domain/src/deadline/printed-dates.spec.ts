import { describe, expect, it } from '@jest/globals';

import { deriveByRule, deriveDeadlines } from './derive-deadlines.js';
import type { DatedDocument } from './derive-deadlines.js';
import type { FollowUpRule } from './follow-up-rule.js';

const RULE: FollowUpRule = {
  code: 'year',
  mechanism: 'CRC',
  instrument: null,
  purpose: 'follow_up',
  validFrom: null,
  validUntil: null,
  offset: 'P1Y',
  itemsFrom: null,
  itemsTo: null,
  certainty: 'estimated',
  doubtful: false,
};
const DOCUMENT: DatedDocument = {
  mechanism: 'CRC',
  instrument: 'CRC',
  adoptedOn: '2025-01-31',
  nextReport: { dueOn: '2030-08-14', statement: 'by 14 August 2030' },
  followUp: [
    { paragraphs: ['9'], delay: 'P2Y', dueOn: null, statement: 'within two years' },
    { paragraphs: ['21'], delay: null, dueOn: null, statement: 'soon' },
  ],
};

describe('the dates that a document prints and those that it leaves open', () => {
  it('stand in the order of the document, the next report last, each with its words', () => {
    expect(deriveDeadlines(DOCUMENT, [RULE])).toEqual([
      {
        purpose: 'follow_up',
        paragraphs: ['9'],
        statement: 'within two years',
        origin: 'printed_delay',
        deadline: { certainty: 'confirmed', dueOn: '2027-01-31', basis: '' },
        rule: null,
        delay: 'P2Y',
        year: null,
      },
      {
        purpose: 'follow_up',
        paragraphs: ['21'],
        statement: 'soon',
        origin: 'rule',
        deadline: { certainty: 'estimated', year: 2026, basis: '' },
        rule: RULE,
        delay: null,
        year: 2026,
      },
      {
        purpose: 'next_report',
        paragraphs: [],
        statement: 'by 14 August 2030',
        origin: 'printed_date',
        deadline: { certainty: 'confirmed', dueOn: '2030-08-14', basis: '' },
        rule: null,
        delay: null,
        year: null,
      },
    ]);
  });

  it('keep a printed delay that has no day to be counted from', () => {
    const [first] = deriveDeadlines({ ...DOCUMENT, adoptedOn: null }, [RULE]);
    expect(first).toMatchObject({
      origin: 'no_rule',
      delay: 'P2Y',
      deadline: { certainty: 'awaiting_committee', basis: '' },
    });
  });
});

describe('what a rule alone gives', () => {
  const given = (change: Partial<FollowUpRule>) =>
    deriveByRule(DOCUMENT, [{ ...RULE, ...change }], 'follow_up');

  it.each<[string, Partial<FollowUpRule>, object | null]>([
    ['an interval', {}, { deadline: { certainty: 'estimated', year: 2026, basis: '' }, year: 2026 }],
    [
      'no interval, although it calls it an estimate',
      { offset: null },
      { deadline: { certainty: 'awaiting_committee', basis: '' }, year: null },
    ],
    [
      'an interval that only the committee makes a date',
      { certainty: 'awaiting_committee' },
      { deadline: { certainty: 'awaiting_committee', basis: '' }, year: 2026 },
    ],
    ['no such procedure', { certainty: null }, null],
  ])('is by %s', (_case, change, expected) => {
    const found = given(change);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toEqual({ ...expected, origin: 'rule', rule: { ...RULE, ...change } });
  });

  it('is to await the committee where there is none, or nobody knows the day', () => {
    const open = {
      deadline: { certainty: 'awaiting_committee', basis: '' },
      origin: 'no_rule',
      rule: null,
      year: null,
    };
    expect(deriveByRule(DOCUMENT, [], 'follow_up')).toEqual(open);
    expect(deriveByRule({ ...DOCUMENT, adoptedOn: null }, [RULE], 'follow_up')).toEqual(open);
  });
});
