import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from '../calendar/civil-date.js';
import type { WorkCalendar } from '../calendar/working-day.js';
import { addWorkingDays } from '../calendar/working-day.js';
import type { Finding } from '../check/finding.js';
import type { Recipient } from '../institution/institution.js';
import type { Alert } from './alert.js';
import {
  ADDRESSEES,
  DEFAULT_ESCALATION,
  clockStart,
  escalationOccasion,
  escalationSteps,
  faultOfSteps,
  isEscalationOccasion,
  placesAfter,
} from './escalation.js';
import type { EscalationPlan, EscalationStep } from './escalation.js';
import { occasionOf } from './occasion.js';
import { reconcile, unanswered } from './reconcile.js';
import { snoozed } from './snooze.js';

/** A Monday. */
const MONDAY = '2026-06-01';
const CALENDAR: WorkCalendar = { holidays: new Set(), weekend: new Set([6, 7]) };
const finding: Finding = {
  rule: 'figure_stale',
  subject: { kind: 'indicator', id: 4 },
  severity: 'warning',
  reason: 'too_old',
  evidence: {},
  dueOn: null,
  institutionId: 5,
};
const person = (change: Partial<Recipient> & Pick<Recipient, 'personId'>): Recipient => ({
  institutionId: null,
  role: 'secretariat',
  language: 'es',
  reachable: true,
  isHead: false,
  ...change,
});
const OWNER = person({ personId: 1, role: 'focal_point', institutionId: 5 });
const HEAD = person({ personId: 2, role: 'focal_point', institutionId: 5, isHead: true });
const SECRETARIAT = person({ personId: 3 });
const OMBUDSPERSON = person({ personId: 4, role: 'ombudsperson' });
const EVERYBODY = [OWNER, HEAD, SECRETARIAT, OMBUDSPERSON];

function opened(on = MONDAY, change: Partial<Alert> = {}): Alert {
  const [transition] = reconcile([], [finding], on);
  return { ...transition!.alert, ...change };
}

function planOf(alert: Alert, change: Partial<EscalationPlan>): EscalationPlan {
  return {
    alert,
    today: MONDAY,
    steps: DEFAULT_ESCALATION,
    calendar: CALENDAR,
    owners: [OWNER],
    people: EVERYBODY,
    disowned: false,
    ...change,
  };
}

const taken = (alert: Alert, change: Partial<EscalationPlan>) =>
  escalationSteps(planOf(alert, change)).map(({ addressee, reason, recipients }) => [
    addressee,
    reason,
    recipients.map(({ personId }) => personId),
  ]);

describe('carrying up what nobody answers', () => {
  it('comes after 7, 14 and 30 working days, not before, and leaves out holidays', () => {
    const alert = opened();
    expect(taken(alert, { today: '2026-06-09' })).toEqual([]);
    expect(taken(alert, { today: '2026-06-10' })).toEqual([['head', 'unanswered', [2]]]);
    const calendar = { ...CALENDAR, holidays: new Set(['2026-06-03', '2026-06-04']) };
    expect(taken(alert, { calendar, today: '2026-06-11' })).toEqual([]);
    expect(taken(alert, { calendar, today: '2026-06-12' })).toEqual([['head', 'unanswered', [2]]]);
    const atHead = { ...alert, escalationStep: 1 };
    expect(taken(atHead, { today: '2026-06-18' })).toEqual([]);
    expect(taken(atHead, { today: '2026-06-19' })).toEqual([['coordinating_body', 'unanswered', [3]]]);
    const atBody = { ...alert, escalationStep: 2 };
    expect(taken(atBody, { today: '2026-07-13' })).toEqual([['docket', 'unanswered', [4]]]);
    expect(taken({ ...alert, escalationStep: 3 }, { today: '2027-06-01' })).toEqual([]);
  });

  it('tells each of the steps that an outage missed, once, and says that it is late', () => {
    expect(taken(opened(), { today: '2026-08-03' })).toEqual([
      ['head', 'unanswered_late', [2]],
      ['coordinating_body', 'unanswered_late', [3]],
      ['docket', 'unanswered_late', [4]],
    ]);
  });

  it('counts from the due day, however early the first reminder was', () => {
    const early = opened('2026-03-02', { dueOn: MONDAY });
    expect(clockStart(early)).toBe(MONDAY);
    expect(taken(early, { today: '2026-06-09' })).toEqual([]);
    expect(taken(early, { today: '2026-06-10' })).toHaveLength(1);
    expect(clockStart(opened(MONDAY, { dueOn: '2026-01-31' }))).toBe(MONDAY);
  });

  it('goes on at once where an institution has no head, or none whom mail reaches, and says why', () => {
    const today = '2026-06-10';
    expect(taken(opened(), { today, people: [OWNER, SECRETARIAT, OMBUDSPERSON] })).toEqual([
      ['head', 'nobody_there', []],
      ['coordinating_body', 'nobody_before', [3]],
    ]);
    const away = { ...HEAD, reachable: false };
    expect(taken(opened(), { today, people: [OWNER, away, SECRETARIAT] })[0]).toEqual([
      'head',
      'unreachable',
      [],
    ]);
    expect(taken(opened(), { today, people: [OWNER] })).toEqual([
      ['head', 'nobody_there', []],
      ['coordinating_body', 'nobody_there', []],
      ['docket', 'nobody_before', []],
    ]);
    const orphan = opened(MONDAY, { institutionId: null });
    expect(taken(orphan, { today })[0]).toEqual(['head', 'nobody_there', []]);
  });

  it('does not hurry to the next step because whoever is at this one was asked already', () => {
    const today = '2026-06-10';
    expect(taken(opened(), { today, owners: [HEAD], people: [HEAD, SECRETARIAT] })).toEqual([
      ['head', 'asked_already', []],
    ]);
    const orphan = opened(MONDAY, { rule: 'nobody_responsible', institutionId: null });
    const asked = { owners: [SECRETARIAT], people: [SECRETARIAT, OMBUDSPERSON] };
    expect(taken(orphan, { today, ...asked })).toEqual([
      ['head', 'nobody_there', []],
      ['coordinating_body', 'asked_already', []],
    ]);
    expect(taken({ ...orphan, escalationStep: 2 }, { today: '2026-07-10', ...asked })).toEqual([]);
    expect(taken({ ...orphan, escalationStep: 2 }, { today: '2026-07-13', ...asked })).toHaveLength(1);
  });

  it('stops at an answer, whichever it is', () => {
    const today = '2026-12-01';
    expect(taken(opened(MONDAY, { state: 'acknowledged' }), { today })).toEqual([]);
    expect(taken(snoozed(opened(), '2026-12-31', today), { today })).toEqual([]);
    expect(taken(opened(MONDAY, { state: 'resolved' }), { today })).toEqual([]);
    expect(taken(opened(), { today, disowned: true })).toEqual([]);
  });

  it('has an occasion of its own for each day from which it counts', () => {
    const alert = opened();
    expect(isEscalationOccasion(escalationOccasion(alert))).toBe(true);
    expect(isEscalationOccasion(occasionOf(alert))).toBe(false);
    expect(escalationOccasion({ ...alert, ...unanswered('2026-07-01') })).not.toBe(escalationOccasion(alert));
    expect(escalationOccasion({ ...alert, episode: 2 })).not.toBe(escalationOccasion(alert));
    expect(escalationOccasion({ ...alert, dueOn: '2026-09-01' })).not.toBe(escalationOccasion(alert));
  });

  it('follows the steps of the State', () => {
    const steps = [
      { addressee: 'owner', workingDays: 0 },
      { addressee: 'docket', workingDays: 2 },
    ] as const;
    expect(taken(opened(), { steps, today: '2026-06-03' })).toEqual([['docket', 'unanswered', [4]]]);
  });
});

type Event = 'none' | 'acknowledge' | 'snooze' | 'reopen' | 'worse' | 'cause_gone' | 'disown' | 'send_back';
const EVENTS: readonly Event[] = [
  ...(['none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none'] as const),
  ...(['acknowledge', 'snooze', 'reopen', 'worse', 'cause_gone', 'disown', 'send_back'] as const),
];

interface Life {
  alert: Alert | null;
  disowned: boolean;
  severity: Finding['severity'];
  cause: boolean;
  /** Keys of the ledger: occasion, step and person. */
  readonly told: string[];
}

/** One day of people, then, where the watch is awake, one sweep. */
function liveOn(life: Life, today: string, event: Event, awake: boolean): void {
  const { alert } = life;
  if (event === 'worse') life.severity = 'critical';
  if (event === 'cause_gone') life.cause = !life.cause;
  if (alert && alert.state !== 'resolved') {
    if (event === 'acknowledge' && alert.state === 'open') life.alert = { ...alert, state: 'acknowledged' };
    if (event === 'snooze') life.alert = snoozed(alert, addDays(today, 9), today);
    if (event === 'reopen' && alert.state !== 'open') life.alert = { ...alert, ...unanswered(today) };
    if (event === 'disown') life.disowned = true;
    if (event === 'send_back' && life.disowned) {
      life.disowned = false;
      if (alert.state === 'open') life.alert = { ...alert, unansweredSince: today, escalationStep: 0 };
    }
  }
  if (!awake) return;
  const found = life.cause ? [{ ...finding, severity: life.severity }] : [];
  const [transition] = reconcile(life.alert ? [life.alert] : [], found, today);
  if (!transition) return;
  const steps = escalationSteps(planOf(transition.alert, { today, disowned: life.disowned }));
  life.alert = { ...transition.alert, escalationStep: steps.at(-1)?.step ?? transition.alert.escalationStep };
  for (const { step, recipients } of steps)
    for (const { personId } of recipients)
      life.told.push(`${escalationOccasion(life.alert)} ${step} ${personId}`);
}

const begin = (): Life => ({ alert: null, disowned: false, severity: 'warning', cause: true, told: [] });

describe('carrying up over any history', () => {
  const days = fc.array(fc.record({ event: fc.constantFrom(...EVENTS), awake: fc.boolean() }), {
    minLength: 20,
    maxLength: 120,
  });

  it('tells nobody of the same step twice, whatever people do and whenever the watch is down', () => {
    fc.assert(
      fc.property(days, (history) => {
        const life = begin();
        const toldAgain: string[] = [];
        history.forEach(({ event, awake }, day) => {
          liveOn(life, addDays(MONDAY, day), event, awake);
          // A second sweep of the day finds nothing left to do.
          const before = life.told.length;
          liveOn(life, addDays(MONDAY, day), 'none', awake);
          if (life.told.length > before) toldAgain.push(...life.told.slice(before));
        });
        expect(toldAgain).toEqual([]);
        expect(new Set(life.told).size).toBe(life.told.length);
      }),
      { numRuns: 500 },
    );
  });

  it('tells the same people of the same steps after an outage as without one, as long as nobody answers', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 120 }), (awake) => {
        const full = begin();
        const incremental = begin();
        liveOn(full, MONDAY, 'none', true);
        liveOn(incremental, MONDAY, 'none', true);
        awake.forEach((up, day) => {
          liveOn(full, addDays(MONDAY, day + 1), 'none', true);
          liveOn(incremental, addDays(MONDAY, day + 1), 'none', up);
        });
        liveOn(incremental, addDays(MONDAY, awake.length), 'none', true);
        expect(incremental.told).toEqual(full.told);
        expect(incremental.alert).toEqual(full.alert);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells nobody before the working days since the last answer are over', () => {
    fc.assert(
      fc.property(days, (history) => {
        const life = begin();
        const early: string[] = [];
        history.forEach(({ event }, day) => {
          const today = addDays(MONDAY, day);
          const before = life.told.length;
          liveOn(life, today, event, true);
          if (life.told.length > before && life.alert)
            if (addWorkingDays(life.alert.unansweredSince, 7, CALENDAR) > today) early.push(today);
        });
        expect(early).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const above = (...days: [EscalationStep['addressee'], number][]): EscalationStep[] =>
  days.map(([addressee, workingDays]) => ({ addressee, workingDays }));

describe('the steps that a State sets', () => {
  it.each([
    [above(['head', 7], ['coordinating_body', 14], ['docket', 30]), null],
    [above(['docket', 365]), null],
    [above(), 'empty'],
    [above(['head', 0]), 'out_of_range'],
    [above(['docket', 366]), 'out_of_range'],
    [above(['head', 1.5]), 'out_of_range'],
    [above(['head', Number.NaN]), 'out_of_range'],
    [above(['head', 7], ['docket', 7]), 'not_rising'],
    [above(['head', 14], ['coordinating_body', 7]), 'not_rising'],
    [above(['docket', 7], ['head', 14]), 'not_rising'],
    [above(['head', 7], ['head', 14]), 'not_rising'],
  ])('%j are found %s', (steps, fault) => {
    expect(faultOfSteps(steps)).toBe(fault);
  });

  const someSteps = fc
    .subarray(['head', 'coordinating_body', 'docket'] as const)
    .map((who): EscalationStep[] => [
      { addressee: 'owner', workingDays: 0 },
      ...who.map((addressee, place) => ({ addressee, workingDays: 5 * (place + 1) })),
    ]);

  it('leave an alert at the highest that has heard of it: nobody hears of it twice, and nobody above is passed over', () => {
    fc.assert(
      fc.property(someSteps, someSteps, (before, after) => {
        const rank = ({ addressee }: EscalationStep) => ADDRESSEES.indexOf(addressee);
        placesAfter(before, after).forEach((place, stood) => {
          const reached = rank(before[stood]!);
          expect(after.slice(0, place + 1).every((step) => rank(step) <= reached)).toBe(true);
          expect(after.slice(place + 1).every((step) => rank(step) > reached)).toBe(true);
        });
      }),
    );
  });
});
