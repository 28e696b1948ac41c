import { screensEn, screensEs } from '#messages';
import type { Language } from '#messages';
import type { CalendarDay, DeadlineCalendar } from '#reporting';
import type { CalendarReading } from '#tracking';

const WORDS = { en: screensEn, es: screensEs } as const;

/** The calendar of a State, or of one institution in it, in the words of a language. */
export function calendarView(
  { state, today, duties }: CalendarReading,
  language: Language,
  publicUrl: string,
): DeadlineCalendar {
  const { calendar, purposes } = WORDS[language].cycle;
  const home = `${publicUrl}/${language}/states/${state.iso3}`;
  return {
    name: calendar.name(state.name[language]),
    language,
    madeOn: today,
    days: duties.map(({ kind, id, dueOn, obligation, document }): CalendarDay => {
      const uid = `${state.iso3}.${kind}.${id}@vigia`;
      if (obligation) {
        const { code, title, institution, publicId } = obligation;
        const owner =
          institution === null ? '' : ` (${institution.shortName?.[language] ?? institution.code})`;
        return {
          uid,
          on: dueOn,
          summary: `${code}: ${title[language]}${owner}`,
          url: `${home}/recommendations/${publicId}`,
        };
      }
      const purpose = purposes[document?.purpose ?? ''] ?? document?.purpose ?? '';
      return {
        uid,
        on: dueOn,
        summary: `${purpose}: ${document?.title[language] ?? ''}`,
        url: `${home}/documents/${document?.slug ?? ''}`,
      };
    }),
  };
}
