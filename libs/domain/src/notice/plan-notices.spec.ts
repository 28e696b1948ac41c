import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Alert } from '../alert/alert.js';
import { addDays } from '../calendar/civil-date.js';
import type { Recipient } from '../institution/institution.js';
import { CONDITION_LADDER, DEADLINE_LADDER, reachedRungs } from './ladder.js';
import type { LedgerEntry } from './notice.js';
import { planNotices } from './plan-notices.js';

const DUE = '2026-06-30';
const alert: Alert = {
  rule: 'deadline',
  subject: { kind: 'obligation', id: 1 },
  state: 'open',
  severity: 'warning',
  reason: 'due_soon',
  evidence: {},
  dueOn: DUE,
  institutionId: 5,
  episode: 1,
  openedOn: '2026-04-01',
  snoozedUntil: null,
  snoozedOn: null,
  unansweredSince: '2026-04-01',
  escalationStep: 0,
};
const focalPoint: Recipient = {
  personId: 7,
  institutionId: 5,
  role: 'focal_point',
  language: 'es',
  reachable: true,
  isHead: false,
};
const plan = {
  alert,
  ladder: DEADLINE_LADDER,
  recipients: [focalPoint],
  ledger: [],
  parentOverdue: false,
  disowned: false,
};

describe('the ladder', () => {
  it('has its numbered monthly rungs after the last one', () => {
    expect(reachedRungs(DEADLINE_LADDER, DUE, addDays(DUE, 95)).slice(-3)).toEqual([30, 60, 90]);
    expect(reachedRungs(CONDITION_LADDER, DUE, DUE)).toEqual([0]);
    expect(reachedRungs(DEADLINE_LADDER, DUE, addDays(DUE, -91))).toEqual([]);
    expect(reachedRungs({ rungs: [0, 7], monthlyAfter: false }, DUE, addDays(DUE, 95))).toEqual([0, 7]);
  });
});

describe('planning notices', () => {
  it('sends on the day of a rung and says so', () => {
    const decisions = planNotices({ ...plan, today: addDays(DUE, -90) });
    expect(decisions).toEqual([
      { recipientId: 7, rung: -90, outcome: 'send', reason: 'rung_reached', rungOn: addDays(DUE, -90) },
    ]);
  });

  it('after an outage sends only the highest missed rung, late, and records the others as skipped', () => {
    const decisions = planNotices({
      ...plan,
      today: addDays(DUE, -5),
      ledger: [{ recipientId: 7, rung: -90, outcome: 'send' }],
    });
    expect(decisions.map(({ rung, outcome, reason }) => [rung, outcome, reason])).toEqual([
      [-60, 'skip', 'superseded_by_later_rung'],
      [-30, 'skip', 'superseded_by_later_rung'],
      [-14, 'skip', 'superseded_by_later_rung'],
      [-7, 'send', 'rung_reached_late'],
    ]);
  });

  it('names why nobody is written to', () => {
    const today = DUE;
    const reasonFor = (change: Partial<Parameters<typeof planNotices>[0]>): string | undefined =>
      planNotices({ ...plan, today, ...change })[0]?.reason;
    expect(reasonFor({ recipients: [] })).toBe('no_owner');
    expect(reasonFor({ recipients: [{ ...focalPoint, reachable: false }] })).toBe('unreachable');
    expect(reasonFor({ alert: { ...alert, state: 'snoozed', snoozedUntil: '2026-07-02' } })).toBe(
      'snoozed_until',
    );
    expect(reasonFor({ alert: { ...alert, state: 'resolved' } })).toBe('resolved');
    expect(reasonFor({ parentOverdue: true })).toBe('parent_overdue');
    expect(reasonFor({ disowned: true })).toBe('not_mine');
    expect(reasonFor({ today: addDays(DUE, -200) })).toBe('no_rung_yet');
    expect(reasonFor({ ledger: [{ recipientId: 7, rung: 0, outcome: 'send' }] })).toBe('already_sent');
  });

  it('lets an acknowledgement keep early rungs quiet, never the due day, its eve or what comes after', () => {
    const acknowledged: Alert = { ...alert, state: 'acknowledged' };
    expect(planNotices({ ...plan, alert: acknowledged, today: addDays(DUE, -7) }).at(-1)).toMatchObject({
      outcome: 'skip',
      reason: 'acknowledged',
    });
    for (const day of [-1, 0, 1])
      expect(planNotices({ ...plan, alert: acknowledged, today: addDays(DUE, day) }).at(-1)).toMatchObject({
        rung: day,
        outcome: 'send',
      });
  });

  it('repeats nothing of an acknowledged condition, and names the acknowledgement on quiet days too', () => {
    const condition: Alert = { ...alert, rule: 'figure_stale', dueOn: null, state: 'acknowledged' };
    const conditionPlan = { ...plan, alert: condition, ladder: CONDITION_LADDER };
    const ledger = [{ recipientId: 7, rung: 0, outcome: 'send' }] as const;
    expect(planNotices({ ...conditionPlan, ledger, today: '2026-04-03' })).toEqual([
      { recipientId: 7, rung: 0, outcome: 'none', reason: 'acknowledged', rungOn: '2026-04-01' },
    ]);
    expect(planNotices({ ...conditionPlan, ledger, today: '2026-04-08' })).toEqual([
      { recipientId: 7, rung: 7, outcome: 'skip', reason: 'acknowledged', rungOn: '2026-04-08' },
    ]);
  });

  it('gives a new owner the newest rung only, and nothing of what the old one was sent', () => {
    const successor: Recipient = { ...focalPoint, personId: 8 };
    const ledger = [{ recipientId: 7, rung: -30, outcome: 'send' }] as const;
    const sent = planNotices({
      ...plan,
      recipients: [focalPoint, successor],
      ledger,
      today: addDays(DUE, -29),
    }).filter((decision) => decision.outcome === 'send');
    expect(sent.map(({ recipientId, rung }) => [recipientId, rung])).toEqual([[8, -30]]);
  });

  it('sends each rung at most once, and after any pattern of outages exactly one notice per run that has something to say', () => {
    const outages = fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(outages, fc.boolean(), (pauses, hasDate) => {
        const ladder = hasDate ? DEADLINE_LADDER : CONDITION_LADDER;
        const watched: Alert = hasDate ? alert : { ...alert, dueOn: null, openedOn: DUE };
        const ledger: LedgerEntry[] = [];
        let today = addDays(DUE, hasDate ? -120 : 0);
        for (const pause of pauses) {
          today = addDays(today, pause);
          const written = planNotices({ ...plan, alert: watched, ladder, today, ledger }).filter(
            (decision) => decision.outcome !== 'none',
          );
          expect(written.filter((decision) => decision.outcome === 'send').length).toBeLessThanOrEqual(1);
          if (written.length > 0) expect(written.at(-1)?.outcome).toBe('send');
          for (const { rung, outcome } of written)
            if (rung !== null && outcome !== 'none') ledger.push({ recipientId: 7, rung, outcome });
        }
        expect(new Set(ledger.map((entry) => entry.rung)).size).toBe(ledger.length);
        // Nothing lost: every rung that has come is in the ledger, sent or with the reason why not.
        expect(ledger.map((entry) => entry.rung)).toEqual(reachedRungs(ladder, DUE, today));
      }),
      { numRuns: 500 },
    );
  });
});
