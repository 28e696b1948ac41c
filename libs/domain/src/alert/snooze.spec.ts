import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from '../calendar/civil-date.js';
import type { Finding } from '../check/finding.js';
import type { Alert } from './alert.js';
import { reconcile } from './reconcile.js';
import { LONGEST_SNOOZE_DAYS, latestSnoozeEnd, snoozeRefusal, snoozeWarnedOn, snoozed } from './snooze.js';

const TODAY = '2026-06-01';

describe('putting an alert off', () => {
  it('needs an end that is ahead, and never passes the legal date', () => {
    expect(snoozeRefusal('2026-06-01', null, TODAY)).toBe('not_ahead');
    expect(snoozeRefusal('2026-06-02', null, TODAY)).toBeNull();
    expect(snoozeRefusal('2026-06-30', '2026-06-30', TODAY)).toBeNull();
    expect(snoozeRefusal('2026-07-01', '2026-06-30', TODAY)).toBe('past_legal_date');
    expect(snoozeRefusal('2026-06-02', '2026-06-01', TODAY)).toBe('legal_date_over');
    expect(snoozeRefusal('2026-06-02', '2026-05-01', TODAY)).toBe('legal_date_over');
  });

  it('lasts a quarter of a year at most, also where the legal date is far away', () => {
    const last = addDays(TODAY, LONGEST_SNOOZE_DAYS);
    expect(snoozeRefusal(last, null, TODAY)).toBeNull();
    expect(snoozeRefusal(addDays(last, 1), null, TODAY)).toBe('too_long');
    expect(snoozeRefusal(addDays(last, 1), '2027-06-01', TODAY)).toBe('too_long');
    expect(latestSnoozeEnd('2027-06-01', TODAY)).toBe(last);
  });

  it('is told of a week before its end, or half-way where it is short', () => {
    expect(snoozeWarnedOn('2026-06-01', '2026-07-01')).toBe('2026-06-24');
    expect(snoozeWarnedOn('2026-06-01', '2026-06-05')).toBe('2026-06-03');
    expect(snoozeWarnedOn('2026-06-01', '2026-06-02')).toBe('2026-06-02');
  });
});

const finding: Finding = {
  rule: 'deadline',
  subject: { kind: 'obligation', id: 3 },
  severity: 'notice',
  reason: 'due_soon',
  evidence: {},
  dueOn: null,
  institutionId: 2,
};

describe('a snooze over any history', () => {
  it('is over on the same day whichever days were swept, never lasts past its end, and reconciling twice changes nothing', () => {
    const history = fc.record({
      length: fc.integer({ min: 1, max: LONGEST_SNOOZE_DAYS }),
      legal: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
      /** Where the legal date is moved to after the snooze. */
      moved: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
      awake: fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }),
    });
    fc.assert(
      fc.property(history, ({ length, legal, moved, awake }) => {
        const legalDate = legal === null ? null : addDays(TODAY, legal);
        const until = addDays(TODAY, length);
        if (snoozeRefusal(until, legalDate, TODAY) !== null) return;
        const dueOn = moved === null || legal === null ? legalDate : addDays(TODAY, moved);
        const [begun] = reconcile([], [{ ...finding, dueOn: legalDate }], TODAY);
        let swept: Alert = snoozed(begun!.alert, until, TODAY);
        const wrong: string[] = [];
        const hold = (holds: boolean, what: string): unknown => holds || wrong.push(what);
        for (const [day, up] of awake.entries()) {
          const today = addDays(TODAY, day + 1);
          if (!up && day < awake.length - 1) continue;
          const [transition] = reconcile([swept], [{ ...finding, dueOn }], today);
          const quiet = today <= until && (dueOn === null || today <= dueOn);
          const { state, snoozedUntil } = transition!.alert;
          if (swept.state === 'snoozed') hold(state === (quiet ? 'snoozed' : 'open'), `${today} ${state}`);
          swept = transition!.alert;
          hold((snoozedUntil === null) === (state !== 'snoozed'), `${today} ${state} ${snoozedUntil}`);
          const [again] = reconcile([swept], [{ ...finding, dueOn }], today);
          hold(again?.kind === 'unchanged' && again.alert === swept, `${today} again ${again?.kind}`);
        }
        expect(wrong).toEqual([]);
        expect(swept.state).toBe('open');
      }),
      { numRuns: 1000 },
    );
  });
});
