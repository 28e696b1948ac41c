import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Alert } from '../alert/alert.js';
import { addDays } from '../calendar/civil-date.js';
import { CONDITION_LADDER, DEADLINE_LADDER, comingRungs, reachedRungs, rungDay } from './ladder.js';
import type { LadderSchedule } from './ladder.js';
import { LADDER_KINDS, faultOfLadder, firstRungOf, ladderScheduleFor } from './ladder-rule.js';
import type { LadderKind, LadderRule } from './ladder-rule.js';
import type { Ladder, LedgerEntry } from './notice.js';
import { planNotices } from './plan-notices.js';

const DUE = '2026-06-30';
const RUNS = process.env['FULL_TESTS'] === '1' ? 20_000 : 1_000;
let number = 0;

function rule(change: Partial<LadderRule>): LadderRule {
  number += 1;
  return {
    id: number,
    kind: 'deadline',
    institutionId: null,
    validFrom: '2026-01-01',
    validUntil: null,
    ladder: { rungs: [-5, 5], monthlyAfter: false },
    ...change,
  };
}

const ladderOf = (...rungs: number[]): Ladder => ({ rungs, monthlyAfter: false });
const spans = (rules: LadderRule[], kind: string | null = 'report', institutionId = 5): unknown[] =>
  ladderScheduleFor(rules, { kind, institutionId }).map(({ from, ladder }) => [from, ...ladder.rungs]);

const LADDERS: readonly Ladder[] = [0, 1, 2, 3].map((rung) => ladderOf(rung));

/** The rules as one would tell them: institution before kind before all, and of equals the one that began, then was recorded, last. */
function ruledOn(rules: readonly LadderRule[], kind: string | null, on: string): Ladder | null {
  const worth = (one: LadderRule): number =>
    (one.institutionId === null ? 0 : 2) + (one.kind === kind ? 1 : 0);
  const begun = rules
    .filter((one) => one.institutionId !== 6 && one.validFrom <= on)
    .filter((one) =>
      kind === null ? one.kind === 'condition' : one.kind === kind || one.kind === 'deadline',
    )
    .sort(
      (a, b) =>
        worth(b) - worth(a) || (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : b.id - a.id),
    );
  const newest = begun.filter((one, index) => index === 0 || worth(one) !== worth(begun[index - 1]!));
  return (
    newest.find((one) => one.ladder !== null && (one.validUntil === null || on <= one.validUntil))?.ladder ??
    null
  );
}

describe('the ladders of a State', () => {
  it('are those of everybody where it set none', () => {
    expect(spans([])).toEqual([[null, ...DEADLINE_LADDER.rungs]]);
    expect(spans([], null)).toEqual([[null, 0, 7, 30]]);
    expect(spans([], 'committee_date_query')).toEqual([[null, -60]]);
    expect(spans([rule({})], 'committee_date_query')).toEqual([[null, -60]]);
    expect(spans([rule({ kind: 'committee_date_query' })], 'committee_date_query')).toHaveLength(2);
    expect(spans([rule({ kind: 'condition' })])).toHaveLength(1);
  });

  it('go by institution, then by kind, and the most specific wins', () => {
    const rules = [
      rule({ ladder: ladderOf(1) }),
      rule({ kind: 'report', ladder: ladderOf(2) }),
      rule({ institutionId: 5, ladder: ladderOf(3) }),
      rule({ institutionId: 5, kind: 'report', ladder: ladderOf(4) }),
      rule({ institutionId: 6, kind: 'report', ladder: ladderOf(5) }),
    ];
    const winner = (some: LadderRule[], kind?: string, institution?: number): unknown =>
      spans(some, kind, institution).at(-1);
    expect(winner(rules)).toEqual(['2026-01-01', 4]);
    expect(winner(rules, 'data_submission')).toEqual(['2026-01-01', 3]);
    expect(winner(rules, 'report', 7)).toEqual(['2026-01-01', 2]);
    expect(winner(rules, 'data_submission', 7)).toEqual(['2026-01-01', 1]);
  });

  it('hold from their first day until their last, or until another was recorded', () => {
    const base = [null, ...DEADLINE_LADDER.rungs];
    expect(spans([rule({ validUntil: '2026-03-31', ladder: ladderOf(1) })])).toEqual([
      base,
      ['2026-01-01', 1],
      ['2026-04-01', ...DEADLINE_LADDER.rungs],
    ]);
    const first = rule({ ladder: ladderOf(1) });
    const second = rule({ ladder: ladderOf(2), validFrom: '2026-02-01' });
    expect(spans([second, first])).toEqual([base, ['2026-01-01', 1], ['2026-02-01', 2]]);
    const corrected = rule({ ladder: ladderOf(3), validFrom: '2026-02-01' });
    expect(spans([second, first, corrected]).at(-1)).toEqual(['2026-02-01', 3]);
    const takenBack = rule({ ladder: null, validFrom: '2026-03-01' });
    expect(spans([first, takenBack]).at(-1)).toEqual(['2026-03-01', ...DEADLINE_LADDER.rungs]);
  });

  it.each<[LadderKind, number[], string | null]>([
    ['deadline', [-90, 0, 1], null],
    ['deadline', [-365, 365], null],
    ['deadline', [], 'empty'],
    ['deadline', [-366, 0], 'out_of_range'],
    ['deadline', [0, 366], 'out_of_range'],
    ['deadline', [0, 7, 7], 'not_sorted'],
    ['deadline', [7, 0], 'not_sorted'],
    ['deadline', [0.5], 'not_whole'],
    ['deadline', [0, 0.5, 1], 'not_whole'],
    ['deadline', Array.from({ length: 40 }, (_, index) => index), null],
    ['deadline', Array.from({ length: 41 }, (_, index) => index), 'too_many'],
    ['condition', [-1, 0], 'before_seen'],
    ['condition', [0, 7], null],
  ])('of kind %s may be %j or have a fault: %s', (kind, rungs, fault) => {
    expect(faultOfLadder(kind, rungs)).toBe(fault);
  });

  it('for conditions are those of conditions, and of the institution that has one of its own', () => {
    const rules = [
      rule({ kind: 'condition', ladder: ladderOf(1) }),
      rule({ kind: 'condition', institutionId: 5, ladder: ladderOf(2) }),
      rule({ kind: 'deadline', institutionId: 5, ladder: ladderOf(3) }),
    ];
    expect(spans(rules, null).at(-1)).toEqual(['2026-01-01', 2]);
    expect(spans(rules, null, 6).at(-1)).toEqual(['2026-01-01', 1]);
    expect(spans(rules, 'report', 6)).toHaveLength(1);
  });

  it('on every day are those of the most specific rule of that day, and a span begins only where the ladder changes', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((after) => addDays('2026-01-01', after));
    const some = fc.array(
      fc.record({
        kind: fc.constantFrom(...LADDER_KINDS),
        institutionId: fc.constantFrom(null, 5, 6),
        validFrom: day,
        validUntil: fc.option(day, { nil: null }),
        ladder: fc.option(
          fc.integer({ min: 1, max: 3 }).map((rung) => LADDERS[rung]!),
          { nil: null },
        ),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom('report', 'data_submission', null), (written, kind) => {
        const rules = written.map((given, id) => ({ ...given, id }));
        const schedule = ladderScheduleFor(rules, { kind, institutionId: 5 });
        const days = Array.from({ length: 47 }, (_, after) => addDays('2026-01-01', after - 1));
        const always = kind === null ? CONDITION_LADDER : DEADLINE_LADDER;
        expect(
          days.map((on) => schedule.filter(({ from }) => from === null || from <= on).at(-1)?.ladder),
        ).toEqual(days.map((on) => ruledOn(rules, kind, on) ?? always));
        schedule.slice(1).forEach(({ from, ladder }, index) => {
          expect(ladder).not.toBe(schedule[index]?.ladder);
          expect((schedule[index]?.from ?? '') < (from ?? '')).toBe(true);
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('tell how long before a date the first reminder can come', () => {
    expect(firstRungOf([{ from: null, ladder: DEADLINE_LADDER }])).toBe(-90);
    expect(
      firstRungOf([
        { from: null, ladder: ladderOf(-30, 0) },
        { from: '2026-01-01', ladder: ladderOf(-120, -5) },
        { from: '2026-02-01', ladder: ladderOf(-7) },
      ]),
    ).toBe(-120);
  });

  it('tell the next reminders, the monthly ones too', () => {
    const schedule: LadderSchedule = [{ from: null, ladder: DEADLINE_LADDER }];
    expect(comingRungs(schedule, DUE, addDays(DUE, 6), 4)).toEqual([7, 14, 30, 60]);
    expect(comingRungs(schedule, DUE, addDays(DUE, 100), 2)).toEqual([120, 150]);
    expect(comingRungs([{ from: null, ladder: ladderOf(0) }], DUE, DUE, 3)).toEqual([]);
  });
});

const ladders = fc
  .record({
    rungs: fc.uniqueArray(fc.integer({ min: -120, max: 90 }), { minLength: 1, maxLength: 12 }),
    monthlyAfter: fc.boolean(),
  })
  .map(({ rungs, monthlyAfter }): Ladder => ({ rungs: rungs.sort((a, b) => a - b), monthlyAfter }));
const changes = fc.array(fc.record({ day: fc.integer({ min: -100, max: 150 }), ladder: ladders }), {
  maxLength: 4,
});
const scheduleOf = (first: Ladder, changed: readonly { day: number; ladder: Ladder }[]): LadderSchedule => [
  { from: null, ladder: first },
  ...[...new Map(changed.map((change) => [change.day, change.ladder]))]
    .sort(([left], [right]) => left - right)
    .map(([day, ladder]) => ({ from: addDays(DUE, day), ladder })),
];

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
  openedOn: '2026-03-01',
  snoozedUntil: null,
  snoozedOn: null,
  unansweredSince: '2026-03-01',
  escalationStep: 0,
};
const person = {
  personId: 7,
  institutionId: 5,
  role: 'focal_point',
  language: 'es',
  reachable: true,
  isHead: false,
} as const;

interface Sweep {
  readonly day: number;
  readonly sent: readonly number[];
  readonly skipped: readonly number[];
}

/** Sweeps on the given days, each knowing only the ladders that were set until then, as it is in life. */
function run(days: readonly number[], schedule: LadderSchedule): { sweeps: Sweep[]; ledger: LedgerEntry[] } {
  const ledger: LedgerEntry[] = [];
  const sweeps = days.map((day): Sweep => {
    const today = addDays(DUE, day);
    const known = schedule.filter(({ from }) => from === null || from <= today);
    const decisions = planNotices({
      alert,
      ladder: known,
      today,
      recipients: [person],
      ledger,
      parentOverdue: false,
      disowned: false,
    }).filter(({ outcome }) => outcome !== 'none');
    for (const { rung, outcome } of decisions)
      if (outcome !== 'none') ledger.push({ recipientId: 7, rung: rung ?? 0, outcome });
    const of = (wanted: string): number[] =>
      decisions.filter(({ outcome }) => outcome === wanted).map(({ rung }) => rung ?? 0);
    return { day, sent: of('send'), skipped: of('skip') };
  });
  return { sweeps, ledger };
}

describe('a ladder that is changed', () => {
  it('sends on no day but that of a rung, nothing twice, and no burst, when every day is swept', () => {
    fc.assert(
      fc.property(ladders, changes, (first, changed) => {
        const schedule = scheduleOf(first, changed);
        const days = Array.from({ length: 320 }, (_, index) => index - 130);
        const { sweeps, ledger } = run(days, schedule);
        const rungs = ledger.map(({ rung }) => rung);
        expect(new Set(rungs).size).toBe(rungs.length);
        for (const { day, sent, skipped } of sweeps) {
          expect(skipped).toEqual([]);
          expect(sent.length).toBeLessThanOrEqual(1);
          // What goes out on a day is the rung of that very day, whatever the ladder was changed to.
          if (sent.length > 0) expect(sent).toEqual([day]);
        }
        expect(rungs).toEqual(reachedRungs(schedule, DUE, addDays(DUE, days.at(-1) ?? 0)));
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('after an outage of any length sends the highest missed rung only, and records the others as skipped', () => {
    fc.assert(
      fc.property(
        ladders,
        changes,
        fc.uniqueArray(fc.integer({ min: -130, max: 200 }), { minLength: 1, maxLength: 12 }),
        (first, changed, some) => {
          const schedule = scheduleOf(first, changed);
          const days = some.sort((a, b) => a - b);
          const { sweeps, ledger } = run(days, schedule);
          let before = Number.NEGATIVE_INFINITY;
          for (const { day, sent, skipped } of sweeps) {
            const missed = reachedRungs(schedule, DUE, addDays(DUE, day)).filter((rung) => rung > before);
            expect(sent).toEqual(missed.slice(-1));
            expect(skipped).toEqual(missed.slice(0, -1));
            before = missed.at(-1) ?? before;
          }
          // Nothing is lost: everything that was reached is in the ledger, once.
          const last = addDays(DUE, days.at(-1) ?? 0);
          expect(ledger.map(({ rung }) => rung)).toEqual(reachedRungs(schedule, DUE, last));
        },
      ),
      { numRuns: RUNS },
    );
    process.stdout.write(
      `R7: ${RUNS} outages of any length over ladders that changed, 0 rungs lost, 0 twice\n`,
    );
  });

  it('puts each rung on a day on which its ladder held', () => {
    fc.assert(
      fc.property(ladders, changes, (first, changed) => {
        const schedule = scheduleOf(first, changed);
        for (const rung of reachedRungs(schedule, DUE, addDays(DUE, 200))) {
          const day = rungDay(DUE, rung);
          const held = schedule.filter(({ from }) => from === null || from <= day).at(-1);
          expect(reachedRungs(held?.ladder ?? DEADLINE_LADDER, DUE, day)).toContain(rung);
        }
      }),
      { numRuns: RUNS / 5 },
    );
  });
});
