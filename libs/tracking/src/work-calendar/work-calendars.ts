import type { WorkCalendar } from '#domain';
import { workCalendarOf } from '#domain';
import { alphaTwoOf } from '#ingest';
import type { State, WorkCalendarRepository } from '#persistence';

import { publicHolidaysOf } from './public-holidays.js';

/** ECMA-402 first had a property, then a method; Node 20 knows the first, later ones the second. */
interface LocaleWithWeek extends Intl.Locale {
  readonly weekInfo?: { readonly weekend: readonly number[] };
  getWeekInfo?(): { readonly weekend: readonly number[] };
}

const SATURDAY_AND_SUNDAY: readonly number[] = [6, 7];

/** The work calendars of States: the holidays of their law, and over them what their secretariats said. */
export class WorkCalendars {
  constructor(private readonly calendars: WorkCalendarRepository) {}

  /** For any year. In the transaction of whoever calls, of that State. */
  async calendarOf(state: Pick<State, 'id' | 'iso3'>): Promise<WorkCalendar> {
    const iso2 = alphaTwoOf(state.iso3);
    const days = await this.calendars.listDays(state.id);
    const week = await this.calendars.findWeek(state.id);
    return workCalendarOf(await publicHolidaysOf(iso2), days, week?.weekend ?? weekendOf(iso2));
  }
}

/** ISO weekdays of the weekend by the locale data (CLDR) of the country: Friday and Saturday is 5 and 6. */
export function weekendOf(iso2: string | null): readonly number[] {
  if (iso2 === null) return SATURDAY_AND_SUNDAY;
  const locale: LocaleWithWeek = new Intl.Locale(`und-${iso2}`);
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? SATURDAY_AND_SUNDAY;
}
