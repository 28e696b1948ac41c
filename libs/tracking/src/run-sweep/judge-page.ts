import type {
  Alert,
  AlertTransition,
  CheckContext,
  EscalationPlan,
  EscalationTaken,
  RecommendationFacts,
} from '#domain';
import { CHECKS, escalationSteps, nextCheckOn, reconcile, statusOf } from '#domain';
import type { AlertToSave, RecommendationWithFacts, StatusToSave, StoredAlert } from '#persistence';

import { groupBy } from './group-by.js';
import { isDisowned, recipientsFor } from './routing.js';

/** What a sweep found about one alert; `id` is null until a new one is saved. */
export interface AlertChange extends AlertToSave {
  readonly code: string;
  readonly kind: AlertTransition['kind'];
  id: number | null;
  /** Of what is due; null for a condition. */
  readonly obligationKind: string | null;
  /** Its institution said that it is not its own, and nobody has decided on that. */
  readonly disowned: boolean;
  /** Steps up that it takes today, because nobody answered. */
  readonly escalations: readonly EscalationTaken[];
}

/** The State's steps, its working days, and whom they can reach. */
export type EscalationRules = Pick<EscalationPlan, 'steps' | 'calendar' | 'people'>;

export interface Judgement {
  readonly findings: number;
  readonly changes: readonly AlertChange[];
  /** Statuses that are not as they are stored. */
  readonly statuses: readonly StatusToSave[];
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
  const statuses: StatusToSave[] = [];
  let findings = 0;
  for (const { facts, stored } of page) {
    const found = CHECKS.flatMap((check) => check.evaluate(facts, context));
    findings += found.length;
    const alerts = knownOf.get(facts.recommendationId) ?? [];
    for (const transition of reconcile(alerts, found, context.today))
      changes.push({
        code: facts.code,
        recommendationId: facts.recommendationId,
        kind: transition.kind,
        id: idOf(alerts, transition.alert),
        obligationKind: obligationKindOf(facts, transition.alert),
        ...carriedUp(transition.alert, facts, context.today, rules),
      });
    const status = {
      ...statusOf(facts, context.today, context.thresholds),
      nextCheckOn: nextCheckOn(facts, context),
    };
    if (differs(status, stored)) statuses.push({ recommendationId: facts.recommendationId, ...status });
  }
  return { findings, changes, statuses };
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

function idOf(known: readonly StoredAlert[], { rule, subject }: Alert): number | null {
  const found = known.find(
    (alert) => alert.rule === rule && alert.subject.kind === subject.kind && alert.subject.id === subject.id,
  );
  return found?.id ?? null;
}

/** A ladder goes by it. What has a due day without being an obligation has the ladder of every deadline. */
function obligationKindOf({ obligations }: RecommendationFacts, { subject, dueOn }: Alert): string | null {
  if (dueOn === null) return null;
  const owed = subject.kind === 'obligation' ? subject.id : null;
  return obligations.find(({ obligationId }) => obligationId === owed)?.kind ?? 'deadline';
}

function differs(
  status: Omit<StatusToSave, 'recommendationId'>,
  stored: RecommendationWithFacts['stored'],
): boolean {
  return (
    status.status !== stored.status ||
    status.reason !== stored.reason ||
    status.nextCheckOn !== stored.nextCheckOn ||
    canonical(status.parameters) !== canonical(stored.parameters)
  );
}

/** PostgreSQL's jsonb keeps keys in an order of its own. */
function canonical(parameters: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(parameters, Object.keys(parameters).sort());
}
