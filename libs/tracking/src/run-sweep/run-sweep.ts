import type { CheckContext, CivilDate, Clock, NoticeDecision, Recipient } from '#domain';
import {
  CHECKS,
  DEFAULT_THRESHOLDS,
  UserError,
  civilDayOf,
  findingEvidence,
  nextCheckOn,
  occasionOf,
  planNotices,
  reconcile,
  statusOf,
} from '#domain';
import type {
  AlertRepository,
  AlertToSave,
  FactsRepository,
  NoticeRepository,
  NoticeToWrite,
  PeopleRepository,
  RecommendationWithFacts,
  RecordDatabase,
  State,
  StatusToSave,
  StoredAlert,
  SweepCounts,
  SweepRepository,
} from '#persistence';

import { ladderFor, lateObligationOwners, recipientsFor, silencedByParent } from './routing.js';

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

type Tally = { -readonly [K in keyof SweepCounts]: number };

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
        const { counts, decisions } = await this.sweepAll(state.id, on, true);
        await this.repositories.sweeps.finishSweep(state.id, on, this.clock.now(), counts);
        return { on, outcome: 'swept', counts, decisions };
      });
    } catch (error) {
      const code = error instanceof Error ? error.name : 'unknown';
      await this.record.runState(state.id, () => this.repositories.sweeps.failSweep(state.id, on, code));
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
      return existing?.finishedAt != null ? 'done_before' : 'busy';
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
    const counts = emptyTally();
    const decisions: SweepDecision[] = [];
    let after = 0;
    for (;;) {
      const page = await this.repositories.facts.listFacts(stateId, on, after, PAGE);
      const last = page.at(-1);
      if (!last) return { counts, decisions };
      after = last.facts.recommendationId;
      const swept = await this.sweepPage(stateId, on, page, people, counts, write);
      if (!write) decisions.push(...swept);
    }
  }

  private async sweepPage(
    stateId: number,
    on: CivilDate,
    page: readonly RecommendationWithFacts[],
    people: readonly Recipient[],
    counts: Tally,
    write: boolean,
  ): Promise<SweepDecision[]> {
    const context: CheckContext = { today: on, thresholds: DEFAULT_THRESHOLDS };
    const { alerts, notices } = this.repositories;
    const stored = await alerts.listAlerts(
      stateId,
      page.map((item) => item.facts.recommendationId),
    );
    const storedOf = groupBy(stored, (alert) => alert.recommendationId);

    const statuses: StatusToSave[] = [];
    const changes: Change[] = [];
    for (const { facts, stored: before } of page) {
      const findings = CHECKS.flatMap((check) => check.evaluate(facts, context));
      counts.recommendations += 1;
      counts.findings += findings.length;
      for (const transition of reconcile(storedOf.get(facts.recommendationId) ?? [], findings, on))
        changes.push({
          code: facts.code,
          recommendationId: facts.recommendationId,
          kind: transition.kind,
          alert: transition.alert,
          id: idOf(storedOf.get(facts.recommendationId), transition.alert),
        });
      const status = statusOf(facts, on, DEFAULT_THRESHOLDS);
      const next = nextCheckOn(facts, context);
      if (
        status.status !== before.status ||
        status.reason !== before.reason ||
        next !== before.nextCheckOn ||
        !sameParameters(status.parameters, before.parameters)
      )
        statuses.push({ recommendationId: facts.recommendationId, ...status, nextCheckOn: next });
    }

    const changed = changes.filter((change) => change.kind !== 'unchanged');
    counts.alertsOpened += count(changed, ['opened', 'reopened']);
    counts.alertsChanged += count(changed, ['changed', 'unsnoozed']);
    counts.alertsResolved += count(changed, ['resolved']);
    counts.statusesChanged += statuses.length;
    if (write) {
      await this.saveChanges(stateId, on, changed);
      await alerts.saveStatuses(stateId, on, statuses);
    }

    const planned = await this.plan(stateId, on, changes, people);
    const toWrite = planned.flatMap((plan) => noticesOf(plan));
    counts.noticesSkipped += toWrite.filter((notice) => notice.outcome === 'skip').length;
    const toSend = toWrite.length - toWrite.filter((notice) => notice.outcome === 'skip').length;
    if (write) {
      const written = await notices.writeNotices(stateId, on, toWrite);
      counts.noticesWritten += Math.min(written, toSend);
      await alerts.saveDecisions(
        stateId,
        on,
        planned.flatMap(({ change, decisions }) =>
          change.id === null ? [] : [{ alertId: change.id, reason: leadingReason(decisions) }],
        ),
      );
    } else counts.noticesWritten += toSend;
    return planned.map(({ change, decisions }) => ({
      code: change.code,
      rule: change.alert.rule,
      reason: change.alert.reason,
      transition: change.kind,
      evidence: findingEvidence(change.alert, on),
      notices: decisions,
    }));
  }

  private async saveChanges(stateId: number, on: CivilDate, changed: Change[]): Promise<void> {
    const toSave: AlertToSave[] = changed;
    const ids = await this.repositories.alerts.saveAlerts(stateId, toSave);
    for (const [index, change] of changed.entries()) change.id = ids[index] ?? null;
    await this.repositories.alerts.appendTransitions(
      stateId,
      changed.flatMap((change) =>
        change.id === null
          ? []
          : [
              {
                alertId: change.id,
                kind: change.kind,
                reason: change.alert.reason,
                evidence: change.alert.evidence,
                personId: null,
                on,
                at: this.clock.now(),
              },
            ],
      ),
    );
  }

  private async plan(
    stateId: number,
    on: CivilDate,
    changes: readonly Change[],
    people: readonly Recipient[],
  ): Promise<Plan[]> {
    const ids = changes.flatMap((change) => (change.id === null ? [] : [change.id]));
    const ledger = groupBy(
      await this.repositories.notices.listLedger(stateId, ids),
      (entry) => entry.alertId,
    );
    const late = lateObligationOwners(changes);
    return changes
      .filter((change) => change.kind !== 'resolved')
      .map((change) => {
        const occasion = occasionOf(change.alert);
        const entries = change.id === null ? [] : (ledger.get(change.id) ?? []);
        const decisions = planNotices({
          alert: change.alert,
          ladder: ladderFor(change.alert),
          today: on,
          recipients: recipientsFor(change.alert, people),
          ledger: entries.filter((entry) => entry.occasion === occasion),
          parentOverdue: silencedByParent(change.alert, late.get(change.recommendationId)),
        });
        return { change, decisions };
      });
  }
}

/** What a sweep found about one alert; `id` is known once it is saved. */
interface Change extends AlertToSave {
  readonly code: string;
  readonly kind: string;
  id: number | null;
}

interface Plan {
  readonly change: Change;
  readonly decisions: readonly NoticeDecision[];
}

function noticesOf({ change, decisions }: Plan): NoticeToWrite[] {
  return decisions.flatMap((decision) =>
    decision.outcome === 'none' ||
    decision.recipientId === null ||
    decision.rung === null ||
    decision.rungOn === null
      ? []
      : [
          {
            // A rehearsal plans notices for alerts that are not saved; their number is never written.
            alertId: change.id ?? 0,
            personId: decision.recipientId,
            subject: change.alert.subject,
            rule: change.alert.rule,
            occasion: occasionOf(change.alert),
            rung: decision.rung,
            rungOn: decision.rungOn,
            outcome: decision.outcome,
            reason: decision.reason,
          },
        ],
  );
}

/** The decision that answers "why did it go out, or why did nobody get it". */
function leadingReason(decisions: readonly NoticeDecision[]): string {
  return (
    (
      decisions.find((decision) => decision.outcome === 'send') ??
      decisions.find((decision) => decision.outcome === 'none') ??
      decisions[0]
    )?.reason ?? 'no_owner'
  );
}

function idOf(stored: readonly StoredAlert[] | undefined, alert: AlertToSave['alert']): number | null {
  const found = stored?.find(
    (candidate) =>
      candidate.rule === alert.rule &&
      candidate.subject.kind === alert.subject.kind &&
      candidate.subject.id === alert.subject.id,
  );
  return found?.id ?? null;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function count(changes: readonly Change[], kinds: readonly string[]): number {
  return changes.filter((change) => kinds.includes(change.kind)).length;
}

/** Compares as JSON with sorted keys: PostgreSQL's jsonb keeps its own order. */
function sameParameters(left: object, right: object): boolean {
  const canonical = (value: object): string => JSON.stringify(value, Object.keys(value).sort());
  return canonical(left) === canonical(right);
}

function emptyTally(): Tally {
  return {
    recommendations: 0,
    findings: 0,
    alertsOpened: 0,
    alertsChanged: 0,
    alertsResolved: 0,
    noticesWritten: 0,
    noticesSkipped: 0,
    statusesChanged: 0,
  };
}
