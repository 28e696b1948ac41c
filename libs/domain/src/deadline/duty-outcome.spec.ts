import { describe, expect, it } from '@jest/globals';

import type { Deadline } from './deadline.js';
import { dutyOutcome } from './duty-outcome.js';
import type { DutyFacts, DutyOutcome } from './duty-outcome.js';

const confirmed: Deadline = { certainty: 'confirmed', dueOn: '2026-03-31', basis: '' };
const estimated: Deadline = { certainty: 'estimated', year: 2020, basis: '' };
const awaiting: Deadline = { certainty: 'awaiting_committee', basis: '' };
const owed: DutyFacts = {
  deadline: confirmed,
  handedIn: false,
  handedInOn: null,
  required: true,
  followed: true,
};
const cameOn = (handedInOn: string | null): Partial<DutyFacts> => ({ handedIn: true, handedInOn });

const ROWS: readonly [string, Partial<DutyFacts>, string, DutyOutcome, number | null][] = [
  ['open on its day', {}, '2026-03-31', 'open', null],
  ['overdue the day after', {}, '2026-04-01', 'overdue', 1],
  ['on time on the due day itself', cameOn('2026-03-31'), '2026-12-01', 'on_time', null],
  ['late by the days after it', cameOn('2026-04-10'), '2026-12-01', 'late', 10],
  ['sent, where the day it came is not on record', cameOn(null), '2026-12-01', 'sent', null],
  [
    'sent, where only a year was estimated',
    { ...cameOn('2026-04-10'), deadline: estimated },
    '2026-12-01',
    'sent',
    null,
  ],
  ['never overdue by an estimate', { deadline: estimated }, '2026-12-01', 'undated', null],
  ['never overdue while the Committee has set no day', { deadline: awaiting }, '2026-12-01', 'undated', null],
  ['not overdue where it was not required', { required: false }, '2026-04-01', 'not_sent', null],
  ['not blamed where nothing is kept of its kind', { followed: false }, '2026-04-01', 'not_recorded', null],
  ['open before its day, whatever is kept', { followed: false, required: false }, '2026-03-30', 'open', null],
];

describe('what became of a duty', () => {
  it.each(ROWS)('is %s', (_, given, today, outcome, daysLate) => {
    expect(dutyOutcome({ ...owed, ...given }, today)).toEqual({ outcome, daysLate });
  });
});
