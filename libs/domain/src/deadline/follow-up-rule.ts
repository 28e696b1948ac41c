import type { CivilDate } from '../calendar/clock.js';
import type { DeadlineCertainty } from './deadline.js';

export const FOLLOW_UP_PURPOSES = ['follow_up', 'next_report'] as const;
export type DeadlinePurpose = (typeof FOLLOW_UP_PURPOSES)[number];

/** What a treaty or a committee's procedure says about dates that a document itself does not print. Data, with its days of validity. */
export interface FollowUpRule {
  readonly code: string;
  readonly mechanism: string;
  /** Null: for each instrument of the mechanism that has no rule of its own. */
  readonly instrument: string | null;
  readonly purpose: DeadlinePurpose;
  /** Days of adoption that it holds for, both included; null where it has no such end. */
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
  /** ISO 8601, counted from the adoption; null where there is no interval. */
  readonly offset: string | null;
  /** How many items the committee singles out. */
  readonly itemsFrom: number | null;
  readonly itemsTo: number | null;
  /** What it can give at best; null where the committee has no such procedure, so that there is no date at all. */
  readonly certainty: Exclude<DeadlineCertainty, 'confirmed'> | null;
  /** The source does not settle it: shown beside each date that comes from it. */
  readonly doubtful: boolean;
}

/** The rule that held on the day: one for the instrument before one for the whole mechanism, then the one that came last. */
export function ruleFor(
  rules: readonly FollowUpRule[],
  document: { readonly mechanism: string; readonly instrument: string },
  purpose: DeadlinePurpose,
  on: CivilDate,
): FollowUpRule | null {
  const fitting = rules.filter(
    (rule) =>
      rule.purpose === purpose &&
      rule.mechanism === document.mechanism &&
      (rule.instrument === null || rule.instrument === document.instrument) &&
      (rule.validFrom === null || rule.validFrom <= on) &&
      (rule.validUntil === null || on <= rule.validUntil),
  );
  const rank = (rule: FollowUpRule): string =>
    `${rule.instrument === null ? 0 : 1} ${rule.validFrom ?? ''} ${rule.code}`;
  return fitting.reduce<FollowUpRule | null>(
    (best, rule) => (best === null || rank(rule) > rank(best) ? rule : best),
    null,
  );
}
