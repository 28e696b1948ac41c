import type { Alert, AlertTransition, CheckContext, RecommendationFacts } from '#domain';
import { CHECKS, nextCheckOn, reconcile, statusOf } from '#domain';
import type { AlertToSave, RecommendationWithFacts, StatusToSave, StoredAlert } from '#persistence';

import { groupBy } from './group-by.js';

/** What a sweep found about one alert; `id` is null until a new one is saved. */
export interface AlertChange extends AlertToSave {
  readonly code: string;
  readonly kind: AlertTransition['kind'];
  id: number | null;
  /** Of what is due; null for a condition. */
  readonly obligationKind: string | null;
}

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
): Judgement {
  const knownOf = groupBy(known, (alert) => alert.recommendationId);
  const changes: AlertChange[] = [];
  const statuses: StatusToSave[] = [];
  let findings = 0;
  for (const { facts, stored } of page) {
    const found = CHECKS.flatMap((check) => check.evaluate(facts, context));
    findings += found.length;
    const alerts = knownOf.get(facts.recommendationId) ?? [];
    for (const { kind, alert } of reconcile(alerts, found, context.today))
      changes.push({
        code: facts.code,
        recommendationId: facts.recommendationId,
        kind,
        alert,
        id: idOf(alerts, alert),
        obligationKind: obligationKindOf(facts, alert),
      });
    const status = {
      ...statusOf(facts, context.today, context.thresholds),
      nextCheckOn: nextCheckOn(facts, context),
    };
    if (differs(status, stored)) statuses.push({ recommendationId: facts.recommendationId, ...status });
  }
  return { findings, changes, statuses };
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
