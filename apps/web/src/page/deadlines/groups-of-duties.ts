import type { DutyView } from '#contracts';

import { dueBasis } from '../../due/due-words.js';
import type { Wording } from '../../wording/wording.js';

export interface DutyGroup {
  readonly title: string;
  /** By how sure their day is and why, which is said once for all of them. */
  readonly parts: readonly { readonly basis: string; readonly duties: readonly DutyView[] }[];
}

/** By month where there is a day, by year where one is estimated; in the order in which they come. */
export function groupsOfDuties(duties: readonly DutyView[], wording: Wording): readonly DutyGroup[] {
  return [...grouped(duties, (duty) => titleOf(duty, wording))].map(([title, ofTitle]) => ({
    title,
    parts: [...grouped(ofTitle, ({ due }) => dueBasis(due, wording))].map(([basis, ofBasis]) => ({
      basis,
      duties: ofBasis,
    })),
  }));
}

function grouped(duties: readonly DutyView[], by: (duty: DutyView) => string): Map<string, DutyView[]> {
  const groups = new Map<string, DutyView[]>();
  for (const duty of duties) {
    const name = by(duty);
    groups.set(name, [...(groups.get(name) ?? []), duty]);
  }
  return groups;
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
