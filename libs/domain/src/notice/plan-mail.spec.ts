import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, daysBetween } from '../calendar/civil-date.js';
import { workCalendarOf } from '../calendar/working-day.js';
import { planMail } from './plan-mail.js';
import type { MailDay, UnsentNotice } from './plan-mail.js';
import { DAILY, mayLeaveOn } from './rhythm.js';
import type { MailDays, MailRhythm } from './rhythm.js';

const TODAY = '2026-11-27';
const calendar = workCalendarOf(new Set<string>(['2026-12-08', '2026-12-25']), [], [6, 7]);
const daily: MailDays = { chosen: DAILY, calendar };
const weekly: MailDays = { chosen: { ...DAILY, rhythm: 'weekly', weekday: 1 }, calendar };
const OPEN: MailDay = { today: TODAY, closed: false, mails: [] };
const CLOSED: MailDay = { ...OPEN, closed: true };

function notice(daysAhead: number | null, more: Partial<UnsentNotice> = {}): UnsentNotice {
  return {
    id: 1,
    dueOn: daysAhead === null ? null : addDays(TODAY, daysAhead),
    rung: daysAhead === null ? 0 : -daysAhead,
    escalated: false,
    waitsUntil: null,
    inMail: false,
    ...more,
  };
}

describe('the mail of a day', () => {
  it('is written when the mail day closes, and takes along what would have waited', () => {
    expect(planMail([notice(5)], OPEN, weekly)).toEqual({ sequence: 0, waits: [] });
    expect(planMail([notice(5), notice(60, { id: 2 })], OPEN, weekly)).toEqual({ sequence: 0, waits: [] });
    expect(planMail([], OPEN, daily)).toEqual({ sequence: null, waits: [] });
  });

  it('is not written where everything waits, and each notice says what for', () => {
    expect(planMail([notice(60)], OPEN, weekly)).toEqual({
      sequence: null,
      waits: [{ id: 1, until: '2026-11-30', for: 'weekly' }],
    });
  });

  it('is written on the day until which a notice waited, or on the first after it on which there is one', () => {
    const waited = notice(60, { waitsUntil: addDays(TODAY, -1) });
    expect(planMail([waited], OPEN, weekly).sequence).toBe(0);
    const waits = notice(60, { waitsUntil: addDays(TODAY, 1) });
    expect(planMail([waits], OPEN, weekly)).toEqual({ sequence: null, waits: [] });
  });

  it('keeps what arises after it for the next day', () => {
    expect(planMail([notice(5), notice(null, { id: 2 })], CLOSED, daily)).toEqual({
      sequence: null,
      waits: [
        { id: 1, until: '2026-11-28', for: 'next_day' },
        { id: 2, until: '2026-11-28', for: 'next_day' },
      ],
    });
  });

  it('has one extra for what is due or overdue, and no second one', () => {
    const sent = [{ sequence: 0, left: true }];
    expect(planMail([notice(0)], CLOSED, daily).sequence).toBe(1);
    expect(planMail([notice(-3), notice(9, { id: 2 })], { ...CLOSED, mails: sent }, daily).sequence).toBe(1);
    const twice = [...sent, { sequence: 1, left: true }];
    expect(planMail([notice(0)], { ...CLOSED, mails: twice }, daily)).toEqual({
      sequence: null,
      waits: [{ id: 1, until: '2026-11-28', for: 'next_day' }],
    });
  });

  it('has no extra while it has not left itself: what is due is asked about again, the rest waits', () => {
    const stuck = { ...CLOSED, mails: [{ sequence: 0, left: false }] };
    expect(planMail([notice(0), notice(9, { id: 2 })], stuck, daily)).toEqual({
      sequence: null,
      waits: [{ id: 2, until: '2026-11-28', for: 'next_day' }],
    });
  });

  it('that could not leave is written anew with the next day, and not within its own', () => {
    const stuck = notice(9, { inMail: true });
    expect(planMail([stuck], OPEN, daily).sequence).toBe(0);
    expect(planMail([stuck], { ...OPEN, mails: [{ sequence: 0, left: false }] }, daily).sequence).toBeNull();
  });
});

interface Step {
  readonly day: number;
  readonly ahead: number | null;
  readonly rung: number;
  readonly escalated: boolean;
  /** Arises after the mail day has closed. */
  readonly late: boolean;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  day: fc.integer({ min: 0, max: 40 }),
  ahead: fc.option(fc.integer({ min: -40, max: 90 }), { nil: null }),
  rung: fc.constantFrom(0, 7, 30, 60),
  escalated: fc.boolean(),
  late: fc.boolean(),
});
const anyChoice: fc.Arbitrary<MailRhythm> = fc
  .record({
    rhythm: fc.constantFrom('daily', 'weekly', 'monthly'),
    weekday: fc.integer({ min: 1, max: 7 }),
    quietWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    quietWhenClosed: fc.boolean(),
  })
  .map((chosen) => ({ ...chosen, weekday: chosen.rhythm === 'weekly' ? chosen.weekday : null }));

interface Sent {
  readonly on: string;
  readonly sequence: number;
  readonly ids: readonly number[];
}

/** Lives through 150 days: a closing at eight, and one for what arose later. On days of an outage nothing happens. */
function liveThrough(steps: readonly Step[], days: MailDays, isOut: (day: number) => boolean) {
  const sent: Sent[] = [];
  let unsent: UnsentNotice[] = [];
  const arrived = new Map<number, string>();
  for (let number = 0; number <= 150; number += 1) {
    const today = addDays(TODAY, number);
    const arise = (late: boolean) => {
      for (const [id, step] of steps.entries())
        if (step.day === number && step.late === late) {
          const dueOn = step.ahead === null ? null : addDays(today, step.ahead);
          const rung = step.ahead === null ? step.rung : -step.ahead;
          unsent.push({ id, dueOn, rung, escalated: step.escalated, waitsUntil: null, inMail: false });
          arrived.set(id, today);
        }
    };
    const close = (closed: boolean) => {
      const mails = sent.filter(({ on }) => on === today).map(({ sequence }) => ({ sequence, left: true }));
      const { sequence, waits } = planMail(unsent, { today, closed, mails }, days);
      if (sequence !== null) {
        sent.push({ on: today, sequence, ids: unsent.map(({ id }) => id) });
        unsent = [];
      }
      for (const { id, until } of waits)
        unsent = unsent.map((one) => (one.id === id ? { ...one, waitsUntil: until } : one));
    };
    arise(false);
    if (!isOut(number)) close(false);
    arise(true);
    if (!isOut(number)) {
      close(true);
      close(true);
    }
  }
  return { sent, arrived, left: unsent };
}

describe('over many days', () => {
  const anyDays = anyChoice.map((chosen): MailDays => ({ chosen, calendar }));
  const anyOutage = fc.record({
    from: fc.integer({ min: 0, max: 45 }),
    days: fc.integer({ min: 0, max: 12 }),
  });

  it('every notice goes out in exactly one mail, and a day has at most one mail and one extra', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), anyDays, anyOutage, (steps, days, outage) => {
        const isOut = (day: number) => day >= outage.from && day < outage.from + outage.days;
        const { sent, left } = liveThrough(steps, days, isOut);
        expect(left).toEqual([]);
        const told = sent.flatMap(({ ids }) => ids).sort((a, b) => a - b);
        expect(told).toEqual(steps.map((_, id) => id));
        const names = sent.map(({ on, sequence }) => `${on} ${sequence}`);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 500 },
    );
  });

  it('without an outage no date is lost by waiting, and what may leave when the day closes does', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), anyDays, (steps, days) => {
        const { sent, arrived } = liveThrough(steps, days, () => false);
        for (const { on, ids } of sent)
          for (const id of ids) {
            const step = steps[id]!;
            const since = arrived.get(id)!;
            const dueOn = step.ahead === null ? null : addDays(since, step.ahead);
            const told = {
              dueOn,
              rung: step.ahead === null ? step.rung : -step.ahead,
              escalated: step.escalated,
            };
            if (!step.late && mayLeaveOn(since, told, days)) expect(on).toBe(since);
            // What arises on the day itself gets the one extra, which may be spent.
            if (dueOn !== null && dueOn > since) expect(daysBetween(on, dueOn)).toBeGreaterThanOrEqual(0);
          }
      }),
      { numRuns: 500 },
    );
  });
});
