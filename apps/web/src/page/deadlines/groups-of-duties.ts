import type { DutyView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

export interface DutyGroup {
  readonly title: string;
  readonly duties: readonly DutyView[];
}

/** By month where there is a day, by year where one is estimated; in the order in which they come. */
export function groupsOfDuties(duties: readonly DutyView[], wording: Wording): readonly DutyGroup[] {
  const groups = new Map<string, DutyView[]>();
  for (const duty of duties) {
    const title = titleOf(duty, wording);
    groups.set(title, [...(groups.get(title) ?? []), duty]);
  }
  return [...groups].map(([title, grouped]) => ({ title, duties: grouped }));
}

function titleOf({ due, handedInOn, day }: DutyView, wording: Wording): string {
  const words = wording.say.deadlines;
  if (day !== null && (due.certainty === 'confirmed' || handedInOn !== null))
    return capital(wording.month(day));
  if (due.estimatedYear !== null) return words.estimatedYear(due.estimatedYear);
  return words.notSet;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
