import { describe, expect, it } from '@jest/globals';

import { addDays } from '../calendar/civil-date.js';
import { CONDITION_LADDER, DEADLINE_LADDER, reachedRungs, rungDay } from './ladder.js';

const DUE = '2026-06-30';

describe('the rungs of a ladder', () => {
  it.each([
    [-91, undefined],
    [-90, -90],
    [0, 0],
    [30, 30],
    [59, 30],
    [60, 60],
    [89, 60],
    [90, 90],
  ])('of a due day have come, %s days from it, up to %s', (days, rung) => {
    expect(reachedRungs(DEADLINE_LADDER, DUE, addDays(DUE, days)).at(-1)).toBe(rung);
  });

  it('of a condition begin on the day it was first seen, and repeat by the month', () => {
    expect(reachedRungs(CONDITION_LADDER, DUE, addDays(DUE, -1))).toEqual([]);
    expect(reachedRungs(CONDITION_LADDER, DUE, addDays(DUE, 120))).toEqual([0, 7, 30, 60, 90, 120]);
  });

  it('of a due day are those of the follow-up of the State', () => {
    expect(reachedRungs(DEADLINE_LADDER, DUE, addDays(DUE, 30))).toEqual([
      -90, -60, -30, -14, -7, -1, 0, 1, 7, 14, 30,
    ]);
  });

  it('fall on days of the calendar', () => {
    expect(rungDay(DUE, -90)).toBe('2026-04-01');
    expect(rungDay(DUE, 60)).toBe('2026-08-29');
  });
});
