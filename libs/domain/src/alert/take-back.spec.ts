import { describe, expect, it } from '@jest/globals';

import { TAKE_BACK_FOR_MS, takeBackRefusal } from './take-back.js';
import type { LastStep } from './take-back.js';

const before = {
  state: 'open',
  snoozedUntil: null,
  snoozedOn: null,
  unansweredSince: '2026-06-01',
  escalationStep: 1,
} as const;
const last = (given: Partial<LastStep>): LastStep => ({
  kind: 'acknowledged',
  personId: 7,
  at: 1_000,
  before,
  ...given,
});

describe('taking an answer back', () => {
  it.each([
    ['can be done at once by whoever gave it', last({}), 1_000, null],
    ['can be done until the time is over', last({}), 1_000 + TAKE_BACK_FOR_MS, null],
    ['comes too late after it', last({}), 1_001 + TAKE_BACK_FOR_MS, 'too_late'],
    ['is nobody else’s to do', last({ personId: 8 }), 1_000, 'not_yours'],
    ['finds nothing where the watch acted last', last({ personId: null, before: null }), 1_000, 'nothing'],
    ['finds nothing where nothing happened', null, 1_000, 'nothing'],
  ] as const)('%s', (_, step, at, refusal) => {
    expect(takeBackRefusal(step, { personId: 7, at })).toBe(refusal);
  });
});
