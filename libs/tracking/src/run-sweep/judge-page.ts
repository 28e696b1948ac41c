import type {
  Alert,
  AlertTransition,
  CheckContext,
  EscalationPlan,
  EscalationTaken,
  RecommendationFacts,
} from '#domain';
import { CHECKS, escalationSteps, nextCheckOn, reconcile, statusOf } from '#domain';
import type {
  AlertToSave,
  RecommendationWithFacts,
  StatusToSave,
  StoredAlert,
  StoredStatus,
} from '#persistence';

import { groupBy } from './group-by.js';
import { isDisowned, recipientsFor } from './routing.js';

/** What a sweep found about one alert; `id` is null until a new one is saved. */
export interface AlertChange extends AlertToSave {
  readonly code: string;
  readonly kind: AlertTransition['kind'];
  id: number | null;
  /** Why its newest reminder went out or did not, as stored. */
  readonly decisionReason: string | null;
  /** Of what is due; null for a condition. */
  readonly obligationKind: string | null;
  /** Its institution said that it is not its own, and nobody has decided on that. */
  readonly disowned: boolean;
  /** Steps up that it takes today, because nobody answered. */
  readonly escalations: readonly EscalationTaken[];
}

/** The State's steps, its working days, and whom they can reach. */
export type EscalationRules = Pick<EscalationPlan, 'steps' | 'calendar' | 'people'>;

/** A status as it is today, with the first day on which the facts alone give another answer, and as it is stored. */
export interface StatusFound {
  readonly found: StatusToSave;
  readonly stored: StoredStatus;
}

export interface Judgement {
  readonly findings: number;
  readonly changes: readonly AlertChange[];
  readonly statuses: readonly StatusFound[];
}

/** Asks every check about every recommendation of a page, and compares the answers with what is stored. Pure. */
export function judgePage(
  page: readonly RecommendationWithFacts[],
  known: readonly StoredAlert[],
  context: CheckContext,
  rules: EscalationRules,
): Judgement {
  const knownOf = groupBy(known, (alert) => alert.recommendationId);
  const changes: AlertChange[] = [];
  const statuses: StatusFound[] = [];
  let findings = 0;
  for (const { facts: read, stored } of page) {
    const alerts = knownOf.get(read.recommendationId) ?? [];
    const { facts, found, transitions } = settle(read, alerts, context);
    findings += found;
    for (const transition of transitions) {
      const stands = storedOf(alerts, transition.alert);
      const carried = carriedUp(transition.alert, facts, context.today, rules);
      changes.push({
        code: facts.code,
        recommendationId: facts.recommendationId,
        kind: transition.kind,
        id: stands?.id ?? null,
        decisionReason: stands?.decisionReason ?? null,
        obligationKind: obligationKindOf(facts, transition.alert),
        alert: carried.alert,
        disowned: carried.disowned,
        escalations: carried.escalations,
      });
    }
    const { recommendationId } = facts;
    const status = statusOf(facts, context.today, context.thresholds);
    statuses.push({
      found: { recommendationId, ...status, nextCheckOn: nextCheckOn(facts, context) },
      stored,
    });
  }
  return { findings, changes, statuses };
}

/**
 * What wakes or settles an alert that was put off takes away what is said of its snooze: a second look of the same day must find
 * nothing to do.
 */
function settle(
  read: RecommendationFacts,
  alerts: readonly StoredAlert[],
  context: CheckContext,
): {
  readonly facts: RecommendationFacts;
  readonly found: number;
  readonly transitions: readonly AlertTransition[];
} {
  for (let facts = read; ;) {
    const findings = CHECKS.flatMap((check) => check.evaluate(facts, context));
    const transitions = reconcile(alerts, findings, context.today);
    const woken = new Set(
      transitions.flatMap(({ alert }) =>
        alert.state === 'snoozed' ? [] : [storedOf(alerts, alert)?.id ?? null],
      ),
    );
    const { snoozes = [] } = facts;
    const standing = snoozes.filter(({ alertId }) => !woken.has(alertId));
    if (standing.length === snoozes.length) return { facts, found: findings.length, transitions };
    facts = { ...facts, snoozes: standing };
  }
}

function carriedUp(
  alert: Alert,
  facts: RecommendationFacts,
  today: string,
  rules: EscalationRules,
): Pick<AlertChange, 'alert' | 'disowned' | 'escalations'> {
  const disowned = isDisowned(alert, facts.disclaimers ?? []);
  const owners = recipientsFor(alert, rules.people);
  const escalations = escalationSteps({ alert, today, owners, disowned, ...rules });
  const escalationStep = escalations.at(-1)?.step ?? alert.escalationStep;
  return {
    alert: escalationStep === alert.escalationStep ? alert : { ...alert, escalationStep },
    disowned,
    escalations,
  };
}

/** Whether anything of it is to be saved. */
export function isChanged({ kind, escalations }: Pick<AlertChange, 'kind' | 'escalations'>): boolean {
  return kind !== 'unchanged' || escalations.length > 0;
}

function storedOf(known: readonly StoredAlert[], { rule, subject }: Alert): StoredAlert | undefined {
  return known.find(
    (alert) => alert.rule === rule && alert.subject.kind === subject.kind && alert.subject.id === subject.id,
  );
}

/** A ladder goes by it. What has a due day without being an obligation has the ladder of every deadline. */
function obligationKindOf({ obligations }: RecommendationFacts, { subject, dueOn }: Alert): string | null {
  if (dueOn === null) return null;
  const owed = subject.kind === 'obligation' ? subject.id : null;
  return obligations.find(({ obligationId }) => obligationId === owed)?.kind ?? 'deadline';
}
