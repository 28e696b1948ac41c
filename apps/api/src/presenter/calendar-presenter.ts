import { screensEn, screensEs } from '#messages';
import type { Language } from '#messages';
import type { CalendarDay, DeadlineCalendar } from '#reporting';
import type { CalendarReading, DatedDuty, OwnCalendar, State } from '#tracking';

const WORDS = { en: screensEn, es: screensEs } as const;

interface Teller {
  readonly language: Language;
  readonly publicUrl: string;
}

/** The calendar of a State, or of one institution in it, in the words of a language. */
export function calendarView(
  { state, today, duties }: CalendarReading,
  language: Language,
  publicUrl: string,
): DeadlineCalendar {
  return {
    name: WORDS[language].cycle.calendar.name(state.name[language]),
    language,
    madeOn: today,
    days: duties.map((duty) => dayOf(duty, state, { language, publicUrl })),
  };
}

/** A person's own, in the person's language; a State is named only where there are several. */
export function ownCalendarView(
  { language, today, places }: OwnCalendar,
  publicUrl: string,
): DeadlineCalendar {
  const days = places.flatMap(({ state, duties }) =>
    duties.map(({ sequence, changedAt, cancelled, ...duty }): CalendarDay => {
      const day = dayOf(duty, state, { language, publicUrl });
      return {
        ...day,
        summary: places.length > 1 ? `${state.name[language]}: ${day.summary}` : day.summary,
        revision: { sequence, changedAt, cancelled },
      };
    }),
  );
  return { name: WORDS[language].feed.own, language, madeOn: today, days };
}

function dayOf(
  { kind, id, dueOn, obligation, document }: DatedDuty,
  state: State,
  { language, publicUrl }: Teller,
): CalendarDay {
  const home = `${publicUrl}/${language}/states/${state.iso3}`;
  const uid = `${state.iso3}.${kind}.${id}@vigia`;
  if (obligation) {
    const { code, title, institution, publicId } = obligation;
    const owner = institution === null ? '' : ` (${institution.shortName?.[language] ?? institution.code})`;
    return {
      uid,
      on: dueOn,
      summary: `${code}: ${title[language]}${owner}`,
      url: `${home}/recommendations/${publicId}`,
    };
  }
  const { purposes } = WORDS[language].cycle;
  const purpose = purposes[document?.purpose ?? ''] ?? document?.purpose ?? '';
  return {
    uid,
    on: dueOn,
    summary: `${purpose}: ${document?.title[language] ?? ''}`,
    url: `${home}/documents/${document?.slug ?? ''}`,
  };
}
