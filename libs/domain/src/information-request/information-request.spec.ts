import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from '../calendar/civil-date.js';
import { isWorkingDay, workCalendarOf, workingDaysBetween } from '../calendar/working-day.js';
import { REPLY_BOUNDS, replyClock, requestRefusal, requestStateOf } from './information-request.js';
import type { RequestDays, RequestOpenness } from './information-request.js';

const DUE = '2026-12-14';
const OPEN: RequestDays & RequestOpenness = {
  dueOn: DUE,
  answeredOn: null,
  closedOn: null,
  withdrawnOn: null,
  askedAgain: false,
  questionPublished: false,
  answerPublished: false,
};

const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));
const anyCalendar = fc
  .record({
    weekend: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
    holidays: fc.array(anyDay, { maxLength: 60 }),
    said: fc.uniqueArray(
      fc.record({ on: anyDay, standing: fc.constantFrom('closed' as const, 'worked' as const) }),
      {
        maxLength: 20,
        selector: ({ on }) => on,
      },
    ),
  })
  .map(({ weekend, holidays, said }) => workCalendarOf(new Set(holidays), said, weekend));
const anyCount = fc.integer({ min: REPLY_BOUNDS.from, max: REPLY_BOUNDS.to });

describe('the reply clock', () => {
  it('counts ten working days of Peru past the two holidays of December', () => {
    const peru = workCalendarOf(new Set(['2026-12-08', '2026-12-09']), [], [6, 7]);
    expect(replyClock('2026-11-27', 10, peru)).toEqual({
      dueOn: '2026-12-15',
      workingDays: 10,
      leftOut: ['2026-12-08', '2026-12-09'],
    });
  });

  it('counts the last day and not the first one', () => {
    const everyDay = workCalendarOf(new Set(), [], []);
    expect(replyClock('2026-11-27', 1, everyDay)).toEqual({
      dueOn: '2026-11-28',
      workingDays: 1,
      leftOut: [],
    });
  });

  it('does not call a weekend left out, nor a weekend that was worked', () => {
    const said = [{ on: '2026-11-28', standing: 'worked' as const }];
    const calendar = workCalendarOf(new Set(['2026-11-29']), said, [6, 7]);
    expect(replyClock('2026-11-27', 2, calendar)).toEqual({
      dueOn: '2026-11-30',
      workingDays: 2,
      leftOut: [],
    });
  });

  it('never ends on a day on which the offices are closed', () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCalendar, (sentOn, days, calendar) => {
        const { dueOn, leftOut } = replyClock(sentOn, days, calendar);
        expect(isWorkingDay(dueOn, calendar)).toBe(true);
        expect(workingDaysBetween(sentOn, dueOn, calendar)).toBe(days);
        for (const day of leftOut) expect(isWorkingDay(day, calendar)).toBe(false);
      }),
    );
  });

  it('ends later the more days are given, and no earlier the later it is sent', () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCalendar, (sentOn, days, calendar) => {
        const { dueOn } = replyClock(sentOn, days, calendar);
        expect(replyClock(sentOn, days + 1, calendar).dueOn > dueOn).toBe(true);
        expect(replyClock(addDays(sentOn, 1), days, calendar).dueOn >= dueOn).toBe(true);
      }),
    );
  });
});

describe('the state of a request', () => {
  it.each([
    ['sent', {}, DUE],
    ['overdue', {}, '2026-12-15'],
    ['answered', { answeredOn: '2026-12-20' }, '2026-12-21'],
    ['closed', { answeredOn: '2026-12-20', closedOn: '2026-12-21' }, '2026-12-21'],
    ['asked_again', { askedAgain: true }, '2026-12-21'],
    ['asked_again', { answeredOn: '2026-12-20', askedAgain: true }, '2026-12-21'],
    ['closed', { closedOn: '2026-12-21', askedAgain: true }, '2026-12-21'],
    ['withdrawn', { withdrawnOn: '2026-12-20' }, '2026-12-21'],
  ] as const)('is %s', (state, days, today) => {
    expect(requestStateOf({ ...OPEN, ...days }, today)).toBe(state);
  });
});

describe('what may happen to a request', () => {
  const answered = { answeredOn: DUE };
  it.each([
    ['answered', {}, null],
    ['answered', answered, 'answered'],
    ['answered', { withdrawnOn: DUE }, 'withdrawn'],
    ['answered', { askedAgain: true }, 'asked_again'],
    ['answered', { ...answered, closedOn: DUE }, 'closed'],
    ['closed', {}, 'not_answered'],
    ['closed', answered, null],
    ['closed', { ...answered, closedOn: DUE }, 'closed'],
    ['withdrawn', {}, null],
    ['withdrawn', answered, 'answered'],
    ['asked_again', {}, null],
    ['asked_again', answered, null],
    ['asked_again', { ...answered, closedOn: DUE }, null],
    ['asked_again', { withdrawnOn: DUE }, 'withdrawn'],
    ['asked_again', { askedAgain: true }, 'asked_again'],
    ['question_published', {}, null],
    ['question_published', { questionPublished: true }, 'published'],
    ['question_published', { withdrawnOn: DUE }, 'withdrawn'],
    ['answer_published', { questionPublished: true }, 'not_answered'],
    ['answer_published', answered, 'confidential'],
    ['answer_published', { ...answered, questionPublished: true }, null],
    [
      'answer_published',
      { ...answered, questionPublished: true, answerPublished: true, closedOn: DUE },
      'published',
    ],
  ] as const)('%s %j: %s', (event, days, refusal) => {
    // A late answer is taken as one in time is.
    for (const today of [DUE, '2027-03-01'])
      expect(requestRefusal(event, { ...OPEN, ...days }, today)).toBe(refusal);
  });

  it('asks twice of no closed request that was asked again', () => {
    const again = { ...OPEN, ...answered, closedOn: DUE, askedAgain: true };
    expect(requestRefusal('asked_again', again, DUE)).toBe('asked_again');
  });
});
