import type { CivilDate, Clock, NoticeDecision, Recipient } from '#domain';
import { OperationalError, UserError, civilDayOf, findingEvidence } from '#domain';
import type {
  AlertRepository,
  FactsRepository,
  NoticeRepository,
  PeopleRepository,
  RecommendationWithFacts,
  RecordDatabase,
  State,
  SweepCounts,
  SweepRepository,
  TransitionToSave,
  WatchRuleRepository,
} from '#persistence';

import type { CarryOutHandOvers } from '../hand-over/carry-out-hand-overs.js';
import type { ChangeInstitutions } from '../manage-institutions/change-institutions.js';
import type { RecordCompleteness } from '../record-completeness/record-completeness.js';
import type { MakeRounds } from '../watch-rules/make-rounds.js';
import { checkContextOf, readStandingRules } from '../watch-rules/standing-rules.js';
import type { StandingRules } from '../watch-rules/standing-rules.js';
import { judgePage } from './judge-page.js';
import type { AlertChange } from './judge-page.js';
import { leadingReason } from './leading-reason.js';
import { noticesOf, planPage } from './plan-page.js';
import type { AlertPlan } from './plan-page.js';
import { emptyTally } from './sweep-tally.js';
import type { SweepTally } from './sweep-tally.js';

/** Recommendations read at once: few enough for an old machine's memory, enough that the queries do not count. */
const PAGE = 1_000;
/** A sweep that has not finished in this time is taken over by another worker. */
const LEASE_MS = 10 * 60_000;

export interface SweepOptions {
  readonly on?: CivilDate;
  /** Decides everything and writes nothing. */
  readonly dryRun?: boolean;
  /** Sweeps the day again although it is finished, as a person at the command line may want. */
  readonly again?: boolean;
  readonly worker: string;
}

export interface SweepOutcome {
  readonly on: CivilDate;
  /** `busy`: another worker has it. `done_before`: finished already. */
  readonly outcome: 'swept' | 'busy' | 'done_before' | 'dry_run';
  readonly counts: SweepCounts;
  /** What a dry run would do, alert by alert. */
  readonly decisions: readonly SweepDecision[];
}

export interface SweepDecision {
  readonly code: string;
  readonly rule: string;
  readonly reason: string;
  readonly transition: string;
  /** With the day counters of the day swept. */
  readonly evidence: Record<string, string | number | string[] | null>;
  readonly notices: readonly NoticeDecision[];
}

/** One civil day of one State: checks, alerts, statuses and the ledger of notices, in one transaction. */
export class RunSweep {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly sweeps: SweepRepository;
      readonly facts: FactsRepository;
      readonly alerts: AlertRepository;
      readonly notices: NoticeRepository;
      readonly people: PeopleRepository;
      readonly rules: WatchRuleRepository;
    },
    /** What a person decided for a day that may have come: who answers is settled before anybody is reminded. */
    private readonly due: {
      /** What is owed again. */
      readonly rounds: MakeRounds;
      readonly successions: ChangeInstitutions;
      readonly handOvers: CarryOutHandOvers;
      /** The check of breakdowns reads the same series as everybody. */
      readonly completeness: RecordCompleteness;
    },
    private readonly clock: Clock,
  ) {}

  async run(state: State, options: SweepOptions): Promise<SweepOutcome> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const on = options.on ?? today;
    if (options.dryRun) return this.rehearse(state, on);
    if (on > today)
      throw new UserError(
        'invalid_input',
        'sweep.future_day',
        `${on} has not begun in ${state.timeZone}; only --dry-run may look ahead.`,
      );

    const claimed = await this.claim(state.id, on, options);
    if (claimed !== 'claimed') return { on, outcome: claimed, counts: emptyTally(), decisions: [] };
    try {
      return await this.record.runState(state.id, async () => {
        await this.due.successions.moveWhatIsDue(state, on);
        await this.due.handOvers.carryOut(state, on);
        await this.due.rounds.make(state, on);
        await this.due.completeness.run(state.id);
        const { counts, decisions } = await this.sweepAll(state.id, on, true);
        const finished = await this.repositories.sweeps.finishSweep(
          state.id,
          on,
          options.worker,
          this.clock.now(),
          counts,
        );
        if (!finished)
          throw new OperationalError(
            'sweep.lease_lost',
            `The sweep of ${on} took longer than its lease and another worker has it now; nothing of this one was kept.`,
          );
        return { on, outcome: 'swept', counts, decisions };
      });
    } catch (error) {
      const code = error instanceof Error ? error.name : 'unknown';
      await this.record.runState(state.id, () =>
        this.repositories.sweeps.failSweep(state.id, on, options.worker, code),
      );
      throw error;
    }
  }

  /** The claim commits before the work, so that others see it. */
  private claim(
    stateId: number,
    on: CivilDate,
    options: SweepOptions,
  ): Promise<'claimed' | 'busy' | 'done_before'> {
    const now = this.clock.now();
    return this.record.runState(stateId, async () => {
      const claim = { by: options.worker, now, leaseUntil: now + LEASE_MS, again: options.again ?? false };
      if (await this.repositories.sweeps.claimSweep(stateId, on, claim)) return 'claimed';
      const existing = await this.repositories.sweeps.findSweep(stateId, on);
      return existing === null || existing.finishedAt === null ? 'busy' : 'done_before';
    });
  }

  private rehearse(state: State, on: CivilDate): Promise<SweepOutcome> {
    return this.record.runState(state.id, async () => {
      const { counts, decisions } = await this.sweepAll(state.id, on, false);
      return { on, outcome: 'dry_run', counts, decisions };
    });
  }

  private async sweepAll(
    stateId: number,
    on: CivilDate,
    write: boolean,
  ): Promise<{ counts: SweepCounts; decisions: SweepDecision[] }> {
    const people = await this.repositories.people.listRecipients(stateId, on);
    const rules = await readStandingRules(this.repositories.rules, stateId);
    const counts = emptyTally();
    const decisions: SweepDecision[] = [];
    let after = 0;
    for (;;) {
      const page = await this.repositories.facts.listFacts(stateId, on, after, PAGE);
      const last = page.at(-1);
      if (!last) return { counts, decisions };
      after = last.facts.recommendationId;
      const swept = await this.sweepPage(stateId, on, page, { people, rules }, counts, write);
      if (!write) decisions.push(...swept);
    }
  }

  private async sweepPage(
    stateId: number,
    on: CivilDate,
    page: readonly RecommendationWithFacts[],
    { people, rules }: { readonly people: readonly Recipient[]; readonly rules: StandingRules },
    counts: SweepTally,
    write: boolean,
  ): Promise<SweepDecision[]> {
    const { alerts, notices } = this.repositories;
    const ids = page.map((item) => item.facts.recommendationId);
    const known = await alerts.listAlerts(stateId, ids);
    const { findings, changes, statuses } = judgePage(page, known, checkContextOf(rules, on));
    const changed = changes.filter((change) => change.kind !== 'unchanged');
    if (write) {
      await this.saveChanges(stateId, on, changed);
      await alerts.saveStatuses(stateId, on, statuses);
    }

    const standing = changes.flatMap((change) => (change.id === null ? [] : [change.id]));
    const plans = planPage(changes, await notices.listLedger(stateId, standing), people, on, rules);
    const rows = plans.flatMap(noticesOf);
    if (write) {
      await notices.writeNotices(stateId, on, rows);
      await alerts.saveDecisions(stateId, on, decisionsOf(plans, on));
    }

    const skipped = rows.filter((row) => row.outcome === 'skip').length;
    counts.recommendations += page.length;
    counts.findings += findings;
    counts.alertsOpened += count(changed, ['opened', 'reopened']);
    counts.alertsChanged += count(changed, ['changed', 'unsnoozed']);
    counts.alertsResolved += count(changed, ['resolved']);
    counts.statusesChanged += statuses.length;
    counts.noticesSkipped += skipped;
    counts.noticesWritten += rows.length - skipped;
    return plans.map(({ change, decisions }) => ({
      code: change.code,
      rule: change.alert.rule,
      reason: change.alert.reason,
      transition: change.kind,
      evidence: findingEvidence(change.alert, on),
      notices: decisions,
    }));
  }

  /** Saves alerts with the transition that made them what they are; new ones learn their number. */
  private async saveChanges(stateId: number, on: CivilDate, changed: readonly AlertChange[]): Promise<void> {
    const ids = await this.repositories.alerts.saveAlerts(stateId, changed);
    const transitions: TransitionToSave[] = [];
    for (const [index, change] of changed.entries()) {
      const alertId = ids[index];
      if (alertId === undefined) continue;
      change.id = alertId;
      const { reason, evidence } = change.alert;
      transitions.push({
        alertId,
        kind: change.kind,
        reason,
        evidence,
        personId: null,
        on,
        at: this.clock.now(),
      });
    }
    await this.repositories.alerts.appendTransitions(stateId, transitions);
  }
}

function decisionsOf(plans: readonly AlertPlan[], on: CivilDate): { alertId: number; reason: string }[] {
  return plans.flatMap(({ change, decisions, ledger }) =>
    change.id === null ? [] : [{ alertId: change.id, reason: leadingReason(decisions, ledger, on) }],
  );
}

function count(changes: readonly AlertChange[], kinds: readonly AlertChange['kind'][]): number {
  return changes.filter((change) => kinds.includes(change.kind)).length;
}
