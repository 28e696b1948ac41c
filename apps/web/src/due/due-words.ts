import type { RecommendationDetail } from '#contracts';

import type { Wording } from '../wording/wording.js';

export type DueView = RecommendationDetail['obligations'][number]['due'];

/** A due day in words: the day when confirmed, a year when estimated, and plainly "not set" otherwise. */
export function dueWords(
  due: Pick<DueView, 'certainty' | 'dueOn' | 'estimatedYear'>,
  wording: Wording,
): string {
  if (due.certainty === 'confirmed' && due.dueOn !== null) return wording.date(due.dueOn);
  if (due.certainty === 'estimated' && due.estimatedYear !== null)
    return wording.say.due.about(due.estimatedYear);
  return wording.say.due.notSet;
}

/** How sure it is and why, in words. */
export function dueBasis(
  { certainty, basis }: Pick<DueView, 'certainty' | 'basis'>,
  { say }: Wording,
): string {
  const sure = {
    confirmed: say.due.confirmed,
    estimated: say.due.estimated,
    awaiting_committee: say.due.awaiting,
  }[certainty];
  if (basis === '') return sure;
  return `${sure} ${/[.!?]$/.test(basis) ? basis : `${basis}.`}`;
}

/** How sure it is, when it comes, and why, in words. */
export function dueNote(due: DueView, wording: Wording): string {
  return [dueBasis(due, wording), dueCount(due, wording)].filter((part) => part !== '').join(' ');
}

/** When it comes or how long ago it came, in words; nothing where no day is counted towards. */
export function dueCount({ daysUntil: days }: Pick<DueView, 'daysUntil'>, { say }: Wording): string {
  if (days === null) return '';
  if (days === 0) return say.due.today;
  return days > 0 ? say.due.inDays(days) : say.due.daysAgo(-days);
}
