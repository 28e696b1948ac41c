import type { DeadlineList, DutyView } from '#contracts';
import { dutyOutcome } from '#domain';
import type { Deadline } from '#domain';
import { screensEn, screensEs } from '#messages';
import type { Language } from '#messages';
import type { DeadlinesReading, PublicDuty } from '#tracking';

import { dueView, inLanguage, institutionView } from './wording.js';

const WORDS = { en: screensEn, es: screensEs } as const;
/** By which rows without any day are kept apart in the order of the list. */
const NO_DAY = '9999-12-31';

export function deadlinesView(
  { today, counts, debtors }: DeadlinesReading,
  duties: readonly PublicDuty[],
  language: Language,
): Omit<DeadlineList, 'nextCursor' | 'sought'> {
  return {
    today,
    counts,
    institutions: debtors.map((institution) => institutionView(institution, language)),
    items: duties.map((duty) => dutyView(duty, today, language)),
  };
}

function dutyView(duty: PublicDuty, today: string, language: Language): DutyView {
  const { kind, title, recommendation, document, required, handedIn, handedInOn, followed } = duty;
  const facts = { deadline: deadlineOf(duty), handedIn, handedInOn, required, followed };
  return {
    id: `${duty.source === 0 ? 'obligation' : 'deadline'}-${duty.id}`,
    kind,
    title: title === null ? (WORDS[language].cycle.purposes[kind] ?? kind) : inLanguage(title, language),
    recommendation:
      recommendation === null ? null : { id: recommendation.publicId, code: recommendation.code },
    document: { slug: document.slug, title: inLanguage(document.title, language) },
    paragraphs: [...duty.paragraphs],
    institution: duty.institution === null ? null : institutionView(duty.institution, language),
    period:
      duty.periodStartOn !== null && duty.periodEndOn !== null
        ? { startOn: duty.periodStartOn, endOn: duty.periodEndOn }
        : null,
    required,
    due: dueView(duty, today, language),
    handedInOn,
    ...dutyOutcome(facts, today),
    day: duty.day === NO_DAY ? null : duty.day,
  };
}

function deadlineOf({ certainty, dueOn, dueYear }: PublicDuty): Deadline {
  if (certainty === 'confirmed' && dueOn !== null) return { certainty, dueOn, basis: '' };
  if (certainty === 'estimated' && dueYear !== null) return { certainty, year: dueYear, basis: '' };
  return { certainty: 'awaiting_committee', basis: '' };
}
