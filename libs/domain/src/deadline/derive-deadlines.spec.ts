import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from '../calendar/civil-date.js';
import { addDuration } from '../calendar/duration.js';
import { deriveDeadlines } from './derive-deadlines.js';
import type { DatedDocument } from './derive-deadlines.js';
import { ruleFor } from './follow-up-rule.js';
import type { FollowUpRule } from './follow-up-rule.js';

const BARE: FollowUpRule = {
  code: 'bare',
  mechanism: 'CCPR',
  instrument: null,
  purpose: 'follow_up',
  validFrom: null,
  validUntil: null,
  offset: null,
  itemsFrom: null,
  itemsTo: null,
  certainty: 'estimated',
  doubtful: false,
};
const RULES: readonly FollowUpRule[] = [
  { ...BARE, code: 'one', validUntil: '2018-06-30', offset: 'P1Y' },
  { ...BARE, code: 'two', validFrom: '2018-07-01', validUntil: '2020-12-31', offset: 'P2Y' },
  { ...BARE, code: 'three', validFrom: '2021-01-01', offset: 'P3Y' },
  { ...BARE, code: 'none', mechanism: 'CRC', certainty: null },
  { ...BARE, code: 'interval', mechanism: 'CRC', purpose: 'next_report', offset: 'P5Y' },
  {
    ...BARE,
    code: 'protocol',
    mechanism: 'CRC',
    instrument: 'CRC-OP-SC',
    purpose: 'next_report',
    certainty: 'awaiting_committee',
  },
  {
    ...BARE,
    code: 'calendar',
    mechanism: 'CRC',
    instrument: 'CRC',
    purpose: 'next_report',
    validFrom: '2023-01-01',
    offset: 'P8Y',
    certainty: 'awaiting_committee',
  },
];
const REQUEST = {
  paragraphs: ['9', '21(a)'],
  delay: null,
  dueOn: null,
  statement: 'Follow up on 9 and 21 (a).',
};

function document(parts: Partial<DatedDocument> = {}): DatedDocument {
  return {
    mechanism: 'CCPR',
    instrument: 'CCPR',
    adoptedOn: '2019-03-28',
    nextReport: { dueOn: '2027-03-31', statement: null },
    followUp: [REQUEST],
    ...parts,
  };
}

const followUpOf = (parts: Partial<DatedDocument>) =>
  deriveDeadlines(document(parts), RULES).filter(({ purpose }) => purpose === 'follow_up');
const nextReportOf = (parts: Partial<DatedDocument>) =>
  deriveDeadlines(document({ nextReport: { dueOn: null, statement: null }, followUp: [], ...parts }), RULES);

describe('the dates of a document', () => {
  it('follow a printed day before a printed delay, and a printed delay before any rule', () => {
    const printed = { ...REQUEST, delay: 'P1Y', dueOn: '2020-03-29' };
    expect(followUpOf({ followUp: [printed] })).toMatchObject([
      { origin: 'printed_date', rule: null, deadline: { certainty: 'confirmed', dueOn: '2020-03-29' } },
    ]);
    expect(followUpOf({ followUp: [{ ...printed, dueOn: null }] })).toMatchObject([
      { origin: 'printed_delay', rule: null, deadline: { certainty: 'confirmed', dueOn: '2020-03-28' } },
    ]);
    expect(followUpOf({})).toMatchObject([
      {
        origin: 'rule',
        rule: { code: 'two' },
        paragraphs: ['9', '21(a)'],
        deadline: { certainty: 'estimated', year: 2021 },
      },
    ]);
  });

  it.each([
    ['2018-06-30', 'one', 2019],
    ['2018-07-01', 'two', 2020],
    ['2020-12-31', 'two', 2022],
    ['2021-01-01', 'three', 2024],
  ])('of a follow-up adopted on %s come from the rule %s: about %i', (adoptedOn, code, year) => {
    expect(followUpOf({ adoptedOn })).toMatchObject([
      { rule: { code }, deadline: { certainty: 'estimated', year } },
    ]);
  });

  it('are none where the committee has no follow-up', () => {
    expect(followUpOf({ mechanism: 'CRC', instrument: 'CRC' })).toEqual([]);
  });

  it('estimate the next report from the interval of the treaty, as a year', () => {
    expect(nextReportOf({ mechanism: 'CRC', instrument: 'CRC', adoptedOn: '2016-01-29' })).toMatchObject([
      { rule: { code: 'interval' }, deadline: { certainty: 'estimated', year: 2021 } },
    ]);
  });

  it('await the committee where only it can say when, with the year of its calendar beside', () => {
    expect(nextReportOf({ mechanism: 'CRC', instrument: 'CRC', adoptedOn: '2025-01-31' })).toMatchObject([
      { rule: { code: 'calendar' }, year: 2033, deadline: { certainty: 'awaiting_committee' } },
    ]);
    expect(
      nextReportOf({ mechanism: 'CRC', instrument: 'CRC-OP-SC', adoptedOn: '2025-01-31' }),
    ).toMatchObject([
      { rule: { code: 'protocol' }, year: null, deadline: { certainty: 'awaiting_committee' } },
    ]);
  });

  it.each([
    ['the committee is not known', { mechanism: 'XYZ', instrument: 'XYZ' }],
    ['the day of adoption is not known', { adoptedOn: null }],
  ])('await the committee without a rule where %s', (_what, parts) => {
    expect(followUpOf(parts)).toMatchObject([
      { origin: 'no_rule', rule: null, deadline: { certainty: 'awaiting_committee' } },
    ]);
  });

  it('keep to what is printed although the day of adoption is not known', () => {
    expect(deriveDeadlines(document({ adoptedOn: null, followUp: [] }), RULES)).toMatchObject([
      { origin: 'printed_date', deadline: { certainty: 'confirmed', dueOn: '2027-03-31' } },
    ]);
  });

  it('are confirmed only by what the document prints, whatever the rules say', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1970-01-01', count));
    const offset = fc.option(
      fc.integer({ min: 1, max: 120 }).map((months) => `P${months}M`),
      { nil: null },
    );
    fc.assert(
      fc.property(days, offset, offset, fc.option(days, { nil: null }), (adoptedOn, byRule, delay, dueOn) => {
        const rules: FollowUpRule[] = [
          { ...BARE, offset: byRule, certainty: byRule === null ? 'awaiting_committee' : 'estimated' },
        ];
        const [one] = deriveDeadlines(
          document({ adoptedOn, followUp: [{ ...REQUEST, delay, dueOn }] }),
          rules,
        );
        const expected =
          dueOn !== null
            ? { certainty: 'confirmed', dueOn, basis: '' }
            : delay !== null
              ? { certainty: 'confirmed', dueOn: addDuration(adoptedOn, delay), basis: '' }
              : byRule === null
                ? { certainty: 'awaiting_committee', basis: '' }
                : {
                    certainty: 'estimated',
                    year: Number(addDuration(adoptedOn, byRule).slice(0, 4)),
                    basis: '',
                  };
        expect(one?.deadline).toEqual(expected);
      }),
    );
  });
});

describe('the rule of a day', () => {
  it('is that for the instrument before that for the whole mechanism', () => {
    const opsc = { mechanism: 'CRC', instrument: 'CRC-OP-SC' };
    expect(ruleFor(RULES, opsc, 'next_report', '2016-01-29')?.code).toBe('protocol');
    expect(ruleFor(RULES, { ...opsc, instrument: 'CRC-OP-AC' }, 'next_report', '2016-01-29')?.code).toBe(
      'interval',
    );
  });

  it('does not depend on the order of the rules', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...RULES], { minLength: RULES.length }), (shuffled) => {
        const asked = [
          shuffled,
          { mechanism: 'CRC', instrument: 'CRC' },
          'next_report',
          '2024-01-01',
        ] as const;
        expect(ruleFor(...asked)?.code).toBe('calendar');
      }),
    );
  });
});
