import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Alert } from '../alert/alert.js';
import { addDays, daysBetween } from '../calendar/civil-date.js';
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
};
const focalPoint: Recipient = {
  personId: 7,
  institutionId: 5,
  role: 'focal_point',
  language: 'es',
  reachable: true,
};
const plan = { alert, ladder: DEADLINE_LADDER, recipients: [focalPoint], ledger: [], parentOverdue: false };

describe('the ladder', () => {
  it('has its numbered monthly rungs after the last one', () => {
    expect(reachedRungs(DEADLINE_LADDER, DUE, addDays(DUE, 95)).slice(-3)).toEqual([30, 60, 90]);
    expect(reachedRungs(CONDITION_LADDER, DUE, DUE)).toEqual([0]);
    expect(reachedRungs(DEADLINE_LADDER, DUE, addDays(DUE, -91))).toEqual([]);
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
    expect(reasonFor({ today: addDays(DUE, -200) })).toBe('no_rung_yet');
    expect(reasonFor({ ledger: [{ recipientId: 7, rung: 0, outcome: 'send' }] })).toBe('already_sent');
  });

  it('lets an acknowledgement keep early rungs quiet, never the due day itself', () => {
    const acknowledged: Alert = { ...alert, state: 'acknowledged' };
    expect(planNotices({ ...plan, alert: acknowledged, today: addDays(DUE, -7) }).at(-1)).toMatchObject({
      outcome: 'skip',
      reason: 'acknowledged',
    });
    expect(planNotices({ ...plan, alert: acknowledged, today: DUE }).at(-1)).toMatchObject({
      outcome: 'send',
    });
  });

  it('sends each rung at most once, and after any pattern of outages exactly one notice per run that has something to say', () => {
    const outages = fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(outages, (pauses) => {
        const ledger: LedgerEntry[] = [];
        let today = addDays(DUE, -120);
        for (const pause of pauses) {
          today = addDays(today, pause);
          const written = planNotices({ ...plan, today, ledger }).filter(
            (decision) => decision.outcome !== 'none',
          );
          expect(written.filter((decision) => decision.outcome === 'send').length).toBeLessThanOrEqual(1);
          if (written.length > 0) expect(written.at(-1)?.outcome).toBe('send');
          for (const { rung, outcome } of written)
            if (rung !== null && outcome !== 'none') ledger.push({ recipientId: 7, rung, outcome });
        }
        expect(new Set(ledger.map((entry) => entry.rung)).size).toBe(ledger.length);
        // Nothing lost: every rung that has come is in the ledger, sent or with the reason why not.
        expect(ledger.map((entry) => entry.rung)).toEqual(reachedRungs(DEADLINE_LADDER, DUE, today));
        expect(daysBetween(addDays(DUE, -120), today)).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
