import { setImmediate as letOthersRun } from 'node:timers/promises';

import type { CivilDate, Clock, NoticeDecision, WorkCalendar } from '#domain';
import { DEFAULT_ESCALATION, findingEvidence } from '#domain';
import type {
  AlertRepository,
  EscalationRepository,
  FactsRepository,
  NoticeRepository,
  OpenedPage,
  PeopleRepository,
  RecommendationWithFacts,
  State,
  StoredAlert,
  StoredLedgerEntry,
  SweepMarkRepository,
  TransitionToSave,
  WatchRuleRepository,
} from '#persistence';

import { checkContextOf, readStandingRules } from '../watch-rules/standing-rules.js';
import type { StandingRules } from '../watch-rules/standing-rules.js';
import { groupBy } from './group-by.js';
import { isChanged, judgePage } from './judge-page.js';
import type { AlertChange, EscalationRules, Judgement } from './judge-page.js';
import { leadingReason } from './leading-reason.js';
import { statusesToSave } from './next-checks.js';
import { noticesOf, planPage } from './plan-page.js';
import type { AlertPlan } from './plan-page.js';
import { emptyTally } from './sweep-tally.js';
import type { Expected, SweepTally } from './sweep-tally.js';

/** Recommendations that are judged between two pauses: the database waits for the next question no longer than these take. */
const AT_ONE_GO = 10;

export interface SweepDecision {
  readonly code: string;
  readonly rule: string;
  readonly reason: string;
  readonly transition: string;
  /** With the day counters of the day swept. */
  readonly evidence: Record<string, string | number | string[] | null>;
  readonly notices: readonly NoticeDecision[];
}

/** A day to judge by. */
interface Wanted {
  readonly on: CivilDate;
  readonly write: boolean;
  /** Whose answer may be another one; null: everybody's. */
  readonly expected: Expected;
}

interface PageWanted extends Wanted {
  readonly limit: number;
}

/** A page with what stands about it; its facts may still be on their way. */
interface PageRead {
  readonly known: readonly StoredAlert[];
  /** What was written about the known alerts; a new one has no notices yet. */
  readonly ledger: readonly StoredLedgerEntry[];
  readonly facts: Promise<RecommendationWithFacts[]>;
  readonly last: number;
}

/** The days on which a State's offices are open. */
export type WorkCalendarOf = (state: State, on: CivilDate) => Promise<WorkCalendar>;

/** How a State is watched on one day: read once for each sweep. */
export interface SweepRules extends EscalationRules {
  readonly standing: StandingRules;
}

/** A page of recommendations of one day: checks, alerts, statuses and the ledger of notices. In a transaction of the State. */
export class SweepPages {
  constructor(
    private readonly rows: {
      readonly facts: FactsRepository;
      readonly alerts: AlertRepository;
      readonly notices: NoticeRepository;
      readonly people: PeopleRepository;
      readonly escalation: EscalationRepository;
      readonly watchRules: WatchRuleRepository;
      readonly marks: SweepMarkRepository;
    },
    private readonly calendarOf: WorkCalendarOf,
    private readonly clock: Clock,
  ) {}

  async rulesOf(state: State, on: CivilDate): Promise<SweepRules> {
    const own = await this.rows.escalation.listSteps(state.id);
    return {
      people: await this.rows.people.listRecipients(state.id, on),
      steps: own.length > 0 ? own : DEFAULT_ESCALATION,
      calendar: await this.calendarOf(state, on),
      standing: await readStandingRules(this.rows.watchRules, state.id),
    };
  }

  /** Before marks are taken: what an alert leaves and where it goes are both looked at. */
  followSubjects(stateId: number, on: CivilDate, everywhere: boolean): Promise<void> {
    return this.rows.alerts.followSubjects(stateId, on, everywhere);
  }

  /** What somebody answered changes what is to be said at once, not only tomorrow. */
  async sweepOne(state: State, on: CivilDate, recommendationId: number): Promise<void> {
    const wanted = { on, write: true, expected: null };
    await this.followSubjects(state.id, on, false);
    await this.rows.marks.takeOf(state.id, recommendationId);
    await this.sweepThese(state.id, [recommendationId], wanted, await this.rulesOf(state, on), emptyTally());
  }

  /** Page by page; answers the decisions where nothing is written. While one page is judged, the next is read. */
  async sweepAll(
    stateId: number,
    { limit, ...wanted }: PageWanted,
    rules: SweepRules,
    counts: SweepTally,
  ): Promise<SweepDecision[]> {
    const { facts } = this.rows;
    const decisions: SweepDecision[] = [];
    const readAfter = async (id: number): Promise<PageRead | null> =>
      this.read(stateId, await facts.openPage(stateId, wanted.on, id, limit));
    for (let page = await readAfter(0); page !== null;) {
      const whole = await page.facts;
      const next = readAfter(page.last);
      // Its failure is met where it is waited for, after this page.
      next.catch(() => undefined);
      const decided = await this.sweepPage(stateId, whole, page, wanted, rules, counts);
      decisions.push(...decided);
      page = await next;
    }
    return decisions;
  }

  async sweepThese(
    stateId: number,
    ids: readonly number[],
    wanted: Wanted,
    rules: SweepRules,
    counts: SweepTally,
  ): Promise<void> {
    const page = await this.read(stateId, await this.rows.facts.openThese(stateId, wanted.on, ids));
    if (page) await this.sweepPage(stateId, await page.facts, page, wanted, rules, counts);
  }

  private async read(stateId: number, opened: OpenedPage | null): Promise<PageRead | null> {
    if (opened === null) return null;
    const known = await this.rows.alerts.listAlerts(stateId, opened.ids);
    const ledger = await this.rows.notices.listLedger(
      stateId,
      known.map(({ id }) => id),
    );
    const facts = opened.facts();
    // Its failure is met where it is waited for, after the page before it.
    facts.catch(() => undefined);
    return { known, ledger, facts, last: opened.ids.at(-1) ?? 0 };
  }

  private async sweepPage(
    stateId: number,
    page: readonly RecommendationWithFacts[],
    { known, ledger }: Pick<PageRead, 'known' | 'ledger'>,
    { on, write, expected }: Wanted,
    rules: SweepRules,
    counts: SweepTally,
  ): Promise<SweepDecision[]> {
    const { alerts, notices, marks } = this.rows;
    const ids = page.map((item) => item.facts.recommendationId);
    const { findings, changes, statuses } = await this.judge(page, known, on, rules);
    const changed = changes.filter(isChanged);
    const plans = planPage(changes, ledger, rules.people, on, rules.standing);
    const decided = decisionsOf(plans, on);
    if (write) await marks.keepQuiet(true);
    if (write) await this.saveChanges(stateId, on, changed, decided);

    const rows = plans.flatMap((plan) => noticesOf(plan, on));
    const written = statusesToSave(statuses, plans, on, rules);
    if (write) {
      await notices.writeNotices(stateId, on, rows);
      await alerts.saveDecisions(stateId, on, onlyDecided(decided));
      await alerts.saveStatuses(stateId, on, written);
      await marks.keepQuiet(false);
    }

    const skipped = rows.filter((row) => row.outcome === 'skip').length;
    counts.recommendations += page.length;
    counts.findings += findings;
    counts.alertsOpened += count(changed, ['opened', 'reopened']);
    counts.alertsChanged += count(changed, ['changed', 'unsnoozed']);
    counts.alertsResolved += count(changed, ['resolved']);
    counts.statusesChanged += written.length;
    counts.noticesSkipped += skipped;
    counts.noticesWritten += rows.length - skipped;
    const isExpected = (id: number): boolean => expected === null || expected.has(id);
    counts.expected += ids.filter(isExpected).length;
    const answers = new Set(
      [...changed, ...written, ...decided.keys()].map(({ recommendationId }) => recommendationId),
    );
    for (const plan of plans) if (noticesOf(plan, on).length > 0) answers.add(plan.change.recommendationId);
    counts.missed += [...answers].filter((id) => !isExpected(id)).length;
    return write ? [] : plans.map((plan) => decisionOf(plan, on));
  }

  /** Judges a page in parts, between which what the database has sent meanwhile is taken in. */
  private async judge(
    page: readonly RecommendationWithFacts[],
    known: readonly StoredAlert[],
    on: CivilDate,
    rules: SweepRules,
  ): Promise<Judgement> {
    const context = checkContextOf(rules.standing, on);
    const knownOf = groupBy(known, ({ recommendationId }) => recommendationId);
    const parts: Judgement[] = [];
    for (let from = 0; from < page.length; from += AT_ONE_GO) {
      if (from > 0) await letOthersRun();
      const part = page.slice(from, from + AT_ONE_GO);
      const alerts = part.flatMap(({ facts }) => knownOf.get(facts.recommendationId) ?? []);
      parts.push(judgePage(part, alerts, context, rules));
    }
    return {
      findings: parts.reduce((sum, { findings }) => sum + findings, 0),
      changes: parts.flatMap(({ changes }) => changes),
      statuses: parts.flatMap(({ statuses }) => statuses),
    };
  }

  /** Saves alerts with the transition that made them what they are; new ones learn their number. */
  private async saveChanges(
    stateId: number,
    on: CivilDate,
    changed: readonly AlertChange[],
    decided: ReadonlyMap<AlertChange, string>,
  ): Promise<void> {
    const ids = await this.rows.alerts.saveAlerts(
      stateId,
      changed.map((change) => {
        const reason = decided.get(change);
        return reason === undefined ? change : { ...change, decision: { reason, on } };
      }),
    );
    const transitions: TransitionToSave[] = [];
    for (const [index, change] of changed.entries()) {
      const alertId = ids[index];
      if (alertId === undefined) continue;
      change.id = alertId;
      const by = { alertId, personId: null, on, at: this.clock.now() };
      const { kind, escalations } = change;
      const { reason, evidence } = change.alert;
      if (kind !== 'unchanged') transitions.push({ ...by, kind, reason, evidence });
      for (const { step, addressee, workingDays, reason: why, recipients } of escalations)
        transitions.push({
          ...by,
          kind: 'escalated',
          reason: why,
          evidence: { step, addressee, workingDays, people: recipients.length },
        });
    }
    await this.rows.alerts.appendTransitions(stateId, transitions);
  }
}

function decisionOf({ change, decisions }: AlertPlan, on: CivilDate): SweepDecision {
  const { code, kind, alert } = change;
  const evidence = findingEvidence(alert, on);
  return { code, rule: alert.rule, reason: alert.reason, transition: kind, evidence, notices: decisions };
}

/** Answers to "why did it go out, or why not" that are not as they are stored. */
function decisionsOf(plans: readonly AlertPlan[], on: CivilDate): Map<AlertChange, string> {
  const decided = new Map<AlertChange, string>();
  for (const { change, decisions, ledger } of plans) {
    const reason = leadingReason(decisions, ledger, on);
    if (reason !== change.decisionReason) decided.set(change, reason);
  }
  return decided;
}

/** Of alerts of which nothing else is to be saved. */
function onlyDecided(
  decided: ReadonlyMap<AlertChange, string>,
): { readonly alertId: number; readonly reason: string }[] {
  return [...decided].flatMap(([change, reason]) =>
    change.id === null || isChanged(change) ? [] : [{ alertId: change.id, reason }],
  );
}

function count(changes: readonly AlertChange[], kinds: readonly AlertChange['kind'][]): number {
  return changes.filter((change) => kinds.includes(change.kind)).length;
}
