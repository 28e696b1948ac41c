import type { MailRhythmView, MailWait, RhythmLink } from '#contracts';
import { weekdayOf } from '#domain';
import type { CivilDate, WaitingFor } from '#domain';
import type { Language } from '#messages';
import type { RhythmLinkReading, RhythmReading } from '#tracking';

import { inLanguage } from './wording.js';

export function mailRhythmView(
  { state, chosen, nextOn, waiting }: RhythmReading,
  language: Language,
): MailRhythmView {
  return {
    state: { iso3: state.iso3, name: inLanguage(state.name, language) },
    ...chosen,
    quietWeekdays: [...chosen.quietWeekdays],
    next: mailDay(nextOn),
    waiting,
  };
}

export function rhythmLinkView(reading: RhythmLinkReading, language: Language): RhythmLink {
  const { personName, expiresOn } = reading;
  return { ...mailRhythmView(reading, language), personName, expiresOn };
}

/** What keeps a reminder from a mail; null where it stands in one, or nothing keeps it. */
export function waitOf(notice: {
  readonly deliveryState: string | null;
  readonly waitsUntil: CivilDate | null;
  readonly waitsFor: WaitingFor | null;
}): MailWait | null {
  const { deliveryState, waitsUntil, waitsFor } = notice;
  if (deliveryState !== null || waitsUntil === null || waitsFor === null) return null;
  return { ...mailDay(waitsUntil), for: waitsFor };
}

/** A day with its weekday, which pages cannot reckon. */
function mailDay(on: CivilDate): MailRhythmView['next'] {
  return { on, weekday: weekdayOf(on) };
}
