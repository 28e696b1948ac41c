import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type {
  CivilDate,
  LadderRule,
  ObligationFacts,
  Recipient,
  RecommendationFacts,
  Thresholds,
} from '#domain';
import {
  DEFAULT_ESCALATION,
  DEFAULT_THRESHOLDS,
  addDays,
  latestSnoozeEnd,
  ladderScheduleFor,
  snoozed,
  unanswered,
  workCalendarOf,
} from '#domain';
import type { StoredAlert, StoredLedgerEntry, StoredStatus } from '#persistence';

import { checkContextOf } from '../watch-rules/standing-rules.js';
import type { StandingRules } from '../watch-rules/standing-rules.js';
import { isChanged, judgePage } from './judge-page.js';
import { leadingReason } from './leading-reason.js';
import { statusesToSave } from './next-checks.js';
import { noticesOf, planPage } from './plan-page.js';

const FIRST_DAY = '2026-06-15';
const HISTORIES = 1_000;

/** What people and time can change about one recommendation. */
interface World {
  facts: RecommendationFacts;
  thresholds: Thresholds;
  ladders: LadderRule[];
  holidays: CivilDate[];
  people: Recipient[];
}

/** What is kept of it: everything that a sweep writes. */
interface Kept {
  alerts: StoredAlert[];
  ledger: StoredLedgerEntry[];
  transitions: string[];
  status: StoredStatus;
}

const person = (personId: number, of: Partial<Recipient>): Recipient => ({
  personId,
  institutionId: null,
  role: 'secretariat',
  language: 'es',
  reachable: true,
  isHead: false,
  ...of,
});

const newWorld = (): World => ({
  facts: {
    recommendationId: 1,
    code: '8',
    implementedOn: null,
    obligations: [],
    indicators: [],
    budgetLines: [],
    caseSeries: [],
    responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople: 1 }],
    actions: [],
    evidence: [],
  },
  thresholds: DEFAULT_THRESHOLDS,
  ladders: [],
  holidays: [],
  people: [
    person(1, { institutionId: 1, role: 'focal_point' }),
    person(2, { institutionId: 1, role: 'focal_point', isHead: true }),
    person(3, { institutionId: 2, role: 'focal_point' }),
    person(4, {}),
    person(5, { role: 'ombudsperson' }),
  ],
});

const newKept = (): Kept => ({
  alerts: [],
  ledger: [],
  transitions: [],
  status: { status: 'on_track', reason: '', parameters: {}, nextCheckOn: null },
});

function standingOf({ thresholds, ladders }: World): StandingRules {
  return { thresholds, ladders, ladderFor: (what) => ladderScheduleFor(ladders, what) };
}

/** One look at the recommendation, written as SweepPages writes it. */
function look(kept: Kept, world: World, on: CivilDate): void {
  const snoozes = kept.alerts.flatMap(({ id, rule, state, snoozedOn, snoozedUntil, institutionId }) =>
    state === 'snoozed' && snoozedOn !== null && snoozedUntil !== null
      ? [{ alertId: id, rule, from: snoozedOn, until: snoozedUntil, institutionId }]
      : [],
  );
  const facts = { ...world.facts, snoozes };
  const standing = standingOf(world);
  const rules = {
    people: world.people,
    steps: DEFAULT_ESCALATION,
    calendar: workCalendarOf({ has: (day) => world.holidays.includes(day) }, [], [6, 7]),
  };
  const { changes, statuses } = judgePage(
    [{ facts, stored: kept.status }],
    kept.alerts,
    checkContextOf(standing, on),
    rules,
  );
  for (const change of changes.filter(isChanged)) {
    const { kind, alert, escalations } = change;
    change.id ??= kept.alerts.length + 1;
    const { id, decisionReason } = change;
    kept.alerts = [
      ...kept.alerts.filter((one) => one.id !== id),
      { ...alert, id, recommendationId: 1, decisionReason },
    ].sort((left, right) => left.id - right.id);
    if (kind !== 'unchanged') kept.transitions.push(`${on} ${id} ${kind} ${alert.reason}`);
    for (const { step, reason } of escalations)
      kept.transitions.push(`${on} ${id} escalated ${step} ${reason}`);
  }
  const plans = planPage(changes, kept.ledger, world.people, on, standing);
  for (const notice of plans.flatMap((plan) => noticesOf(plan, on))) {
    const { alertId, occasion, personId: recipientId, rung, outcome, reason } = notice;
    const isKnown = kept.ledger.some(
      (entry) =>
        entry.alertId === alertId &&
        entry.occasion === occasion &&
        entry.recipientId === recipientId &&
        entry.rung === rung,
    );
    if (!isKnown) kept.ledger.push({ alertId, occasion, recipientId, rung, outcome, reason, writtenOn: on });
  }
  for (const { change, decisions, ledger } of plans) {
    const decisionReason = leadingReason(decisions, ledger, on);
    kept.alerts = kept.alerts.map((one) => (one.id === change.id ? { ...one, decisionReason } : one));
  }
  for (const { status, reason, parameters, nextCheckOn } of statusesToSave(statuses, plans, on, rules))
    kept.status = { status, reason, parameters, nextCheckOn };
}

/** A change by people; those to an alert are made to each of the two that are compared. */
type Change =
  | { readonly of: 'facts'; readonly change: (world: World, on: CivilDate) => void }
  | {
      readonly of: 'alert';
      readonly place: number;
      readonly change: (alert: StoredAlert, on: CivilDate) => StoredAlert;
    };
type Step = { readonly days: number } | Change | 'follow';

function facts(change: (facts: RecommendationFacts, on: CivilDate) => Partial<RecommendationFacts>): Change {
  return {
    of: 'facts',
    change: (world, on) => {
      world.facts = { ...world.facts, ...change(world.facts, on) };
    },
  };
}

const obligationOf = (id: number, dueOn: CivilDate, of: Partial<ObligationFacts>): ObligationFacts => ({
  obligationId: id,
  kind: id === 3 ? 'report' : 'data_submission',
  required: true,
  institutionId: 1,
  period: null,
  deadline: { certainty: 'confirmed', dueOn, basis: '' },
  submittedOn: null,
  acceptedOn: null,
  ...of,
});

const ahead = fc.integer({ min: -60, max: 200 });
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 2, 3), ahead, fc.constantFrom(1, 2, null))
      .map(([id, days, institutionId]) =>
        facts(({ obligations }, on) => ({
          obligations: [
            ...obligations.filter(({ obligationId }) => obligationId !== id),
            obligationOf(id, addDays(on, days), { institutionId }),
          ],
        })),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(1, 2, 3), fc.boolean(), fc.boolean()).map(([id, sent, accepted]) =>
      facts(({ obligations }, on) => ({
        obligations: obligations.map((one) =>
          one.obligationId === id
            ? { ...one, submittedOn: sent ? on : null, acceptedOn: sent && accepted ? on : null }
            : one,
        ),
      })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.integer({ min: -800, max: 0 }),
        fc.constantFrom(1, 3, 12),
        fc.boolean(),
        fc.option(fc.integer({ min: 30, max: 90 })),
      )
      .map(([days, months, isThere, before]) =>
        facts((_, on) => ({
          indicators: [
            {
              indicatorId: 1,
              code: '8-O1',
              track: 'data',
              required: true,
              isHome: true,
              valueType: 'count',
              direction: 'increase',
              periodicityMonths: months,
              newest: isThere
                ? {
                    state: 'reported',
                    value: 60,
                    provisional: false,
                    period: { startOn: '2020-01-01', endOn: addDays(on, days) },
                  }
                : null,
              previous: before === null ? null : { value: before, endOn: addDays(on, days - 365) },
              baseline: before === null ? null : { value: before, on: '2020-01-01' },
              target: { value: 100, dueOn: '2030-01-01' },
              requiredDimensions: ['sex'],
              receivedDimensions: [],
              institutionId: 1,
            },
          ],
        })),
      ),
  },
  fc.tuple(ahead, fc.boolean()).map(([days, done]) =>
    facts((_, on) => ({
      actions: [
        {
          actionId: 1,
          institutionId: 2,
          plannedStartOn: FIRST_DAY,
          plannedEndOn: addDays(on, days),
          doneOn: done ? on : null,
          cancelledOn: null,
        },
      ],
    })),
  ),
  fc.tuple(ahead, fc.option(ahead)).map(([from, until]) =>
    facts((_, on) => ({
      evidence: [
        {
          evidenceId: 1,
          actionId: null,
          institutionId: 1,
          effectiveOn: addDays(on, from),
          expiresOn: until === null ? null : addDays(on, until),
        },
      ],
    })),
  ),
  fc.option(fc.nat(100)).map((days) =>
    facts((_, on) => ({
      budgetLines: [
        {
          budgetLineId: 1,
          purpose: 'recovery',
          institutionId: 1,
          newest:
            days === null
              ? null
              : {
                  fiscalYear: Number(on.slice(0, 4)),
                  approved: 100,
                  revised: null,
                  executed: days,
                  executedThrough: addDays(on, days - 50),
                },
        },
      ],
    })),
  ),
  fc.integer({ min: 2022, max: 2026 }).map((cohortYear) =>
    facts(() => ({
      caseSeries: [
        {
          caseSeriesId: 1,
          indicatorId: 2,
          offence: 'all',
          cohortRule: 'year_of_complaint',
          cohortYear,
          institutionId: 1,
          stages: { complaint: { state: 'reported', value: 40, provisional: false } },
        },
      ],
    })),
  ),
  fc.boolean().map((isSaid) =>
    facts((_, on) => ({
      disclaimers: isSaid ? [{ institutionId: 1, institution: 'I', saidOn: on, reason: 'no' }] : [],
    })),
  ),
  fc
    .constantFrom(0, 1)
    .map((reachablePeople) =>
      facts(() => ({ responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople }] })),
    ),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('gone', 'deaf', 'back'))
    .map(([personId, what]): Change => ({
      of: 'facts',
      change: (world) => {
        const others = world.people.filter((one) => one.personId !== personId);
        const one = newWorld().people.find((known) => known.personId === personId)!;
        world.people =
          what === 'gone'
            ? others
            : [...others, { ...one, reachable: what === 'back' }].sort((l, r) => l.personId - r.personId);
      },
    })),
  fc.integer({ min: 0, max: 40 }).map((days): Change => ({
    of: 'facts',
    change: (world, on) => world.holidays.push(addDays(on, days)),
  })),
  fc.constantFrom(10, 30, 90).map((dueSoonDays): Change => ({
    of: 'facts',
    change: (world) => {
      world.thresholds = { ...world.thresholds, dueSoonDays, stalePeriods: dueSoonDays === 10 ? 1 : 2 };
    },
  })),
  fc
    .tuple(
      fc.constantFrom<LadderRule['kind']>('deadline', 'report', 'condition'),
      fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
      fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60 }), fc.option(fc.integer({ min: 60, max: 120 }))),
    )
    .map(([kind, rungs, [monthlyAfter, from, until]]): Change => ({
      of: 'facts',
      change: (world, on) =>
        world.ladders.push({
          id: world.ladders.length + 1,
          kind,
          institutionId: null,
          validFrom: addDays(on, from),
          validUntil: until === null ? null : addDays(on, until),
          ladder: {
            rungs: rungs.sort((l, r) => l - r).map((rung) => (kind === 'condition' ? rung : rung - 30)),
            monthlyAfter,
          },
        }),
    })),
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.nat(8), fc.integer({ min: 1, max: 100 }), fc.constantFrom('snooze', 'acknowledge', 'reopen'))
      .map(([place, days, answer]): Change => ({
        of: 'alert',
        place,
        change: (alert, on) => {
          if (alert.state === 'resolved') return alert;
          if (answer === 'reopen') return { ...alert, ...unanswered(on) };
          if (answer === 'acknowledge')
            return { ...alert, state: 'acknowledged', snoozedOn: null, snoozedUntil: null };
          const latest = latestSnoozeEnd(alert.dueOn, on);
          const wished = addDays(on, days);
          return latest === null ? alert : snoozed(alert, wished < latest ? wished : latest, on);
        },
      })),
  },
);
const anyHistory: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(1, 1, 1, 2, 3, 7, 30, 45).map((days) => ({ days })) },
    { weight: 4, arbitrary: anyChange },
    { weight: 1, arbitrary: fc.constant('follow' as const) },
  ),
  { minLength: 20, maxLength: 60 },
);

/** What was written by both, and how often each looked. */
function live(history: readonly Step[]): { readonly looks: number; readonly fullLooks: number } {
  const world = newWorld();
  const full = newKept();
  const kept = newKept();
  let on = FIRST_DAY;
  let isMarked = true;
  let looks = 0;
  let fullLooks = 0;
  for (const step of history) {
    if (typeof step === 'object' && 'of' in step) {
      isMarked = true;
      if (step.of === 'facts') step.change(world, on);
      else
        for (const one of [full, kept])
          one.alerts = one.alerts.map((alert, place) =>
            place === step.place ? step.change(alert, on) : alert,
          );
      continue;
    }
    if (step !== 'follow') on = addDays(on, step.days);
    look(full, world, on);
    fullLooks += 1;
    const { nextCheckOn } = kept.status;
    if (isMarked || (nextCheckOn !== null && nextCheckOn <= on)) {
      look(kept, world, on);
      looks += 1;
      isMarked = false;
    }
    // Comparing two lines of text is a tenth of the work.
    if (JSON.stringify(kept) !== JSON.stringify(full)) expect(kept).toEqual(full);
  }
  return { looks, fullLooks };
}

describe('a recommendation that is looked at only when its day has come or something changed', () => {
  it(`has the alerts, transitions, notices and status of one that is looked at every day, in ${HISTORIES} histories`, () => {
    let looks = 0;
    let fullLooks = 0;
    fc.assert(
      fc.property(anyHistory, (history) => {
        const lived = live(history);
        looks += lived.looks;
        fullLooks += lived.fullLooks;
      }),
      { numRuns: HISTORIES },
    );
    process.stdout.write(
      `incremental = full: ${HISTORIES} histories, ${fullLooks} days swept, ${looks} looks instead\n`,
    );
    expect(looks).toBeLessThan(fullLooks);
  });
});
