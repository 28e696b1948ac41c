import { describe, expect, it } from '@jest/globals';

import { addDays } from '../calendar/civil-date.js';
import type { WorkCalendar } from '../calendar/working-day.js';
import { addWorkingDays } from '../calendar/working-day.js';
import { CONDITION_LADDER, DEADLINE_LADDER } from '../notice/ladder.js';
import type { Alert } from './alert.js';
import { alertChangesOn } from './alert-changes-on.js';
import type { AlertClocks } from './alert-changes-on.js';
import { DEFAULT_ESCALATION, clockStart } from './escalation.js';
import { reconcile } from './reconcile.js';

/** A Monday. */
const OPENED = '2026-06-01';
const CALENDAR: WorkCalendar = { holidays: new Set(['2026-06-03']), weekend: new Set([6, 7]) };
const OPEN = reconcile(
  [],
  [
    {
      rule: 'figure_stale',
      subject: { kind: 'indicator', id: 4 },
      severity: 'warning',
      reason: 'too_old',
      evidence: {},
      dueOn: null,
      institutionId: 5,
    },
  ],
  OPENED,
)[0]!.alert;

function days(change: Partial<Alert>, clocks: Partial<Omit<AlertClocks, 'alert'>> = {}): string[] {
  return alertChangesOn({
    alert: { ...OPEN, ...change },
    today: OPENED,
    ladder: CONDITION_LADDER,
    steps: [],
    calendar: CALENDAR,
    writtenToday: false,
    ...clocks,
  });
}

describe('the days on which something is to be done about an alert', () => {
  it('are none once it is settled', () => {
    expect(days({ state: 'resolved' }, { steps: DEFAULT_ESCALATION, writtenToday: true })).toEqual([]);
  });

  it('begin with its next rung: counted from its due day, or from the day a condition was first seen', () => {
    expect(days({})).toEqual(['2026-06-08']);
    expect(days({}, { today: '2026-06-08' })).toEqual(['2026-07-01']);
    expect(days({ dueOn: '2026-09-01' }, { ladder: DEADLINE_LADDER })).toEqual(['2026-06-03']);
  });

  it('go on month by month after the last rung of a ladder that repeats, and end with one that does not', () => {
    expect(days({}, { today: '2026-07-01' })).toEqual(['2026-07-31']);
    expect(days({}, { today: '2026-07-01', ladder: { rungs: [0, 7, 30], monthlyAfter: false } })).toEqual([]);
  });

  it('hold the day on which another ladder begins, and the rung that it brings', () => {
    const ladder = [
      { from: null, ladder: { rungs: [0], monthlyAfter: false } },
      { from: '2026-06-05', ladder: { rungs: [0, 6], monthlyAfter: false } },
    ];
    expect(days({}, { ladder })).toEqual(['2026-06-07', '2026-06-05']);
    expect(days({}, { ladder, today: '2026-06-05' })).toEqual(['2026-06-07']);
  });

  it('hold the day after the end of a snooze', () => {
    const quiet = { rungs: [0], monthlyAfter: false };
    expect(days({ state: 'snoozed', snoozedUntil: '2026-06-20' }, { ladder: quiet })).toEqual(['2026-06-21']);
  });

  it('hold its next step up, by working days, while nobody has answered', () => {
    const quiet = { ladder: { rungs: [0], monthlyAfter: false }, steps: DEFAULT_ESCALATION };
    const first = addWorkingDays(clockStart(OPEN), DEFAULT_ESCALATION[1]!.workingDays, CALENDAR);
    // Seven working days after Monday the first, with a holiday on the third.
    expect(first).toBe('2026-06-11');
    expect(days({ escalationStep: 0 }, quiet)).toEqual([first]);
    expect(days({ escalationStep: 0, state: 'acknowledged' }, quiet)).toEqual([]);
    expect(days({ escalationStep: DEFAULT_ESCALATION.length - 1 }, quiet)).toEqual([]);
  });

  it('hold the next day where a notice was written today: its reason is then that it went out before', () => {
    const quiet = { rungs: [0], monthlyAfter: false };
    expect(days({}, { ladder: quiet, writtenToday: true })).toEqual([addDays(OPENED, 1)]);
  });
});
