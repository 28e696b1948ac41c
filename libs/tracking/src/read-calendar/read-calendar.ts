import type { CivilDate, Clock } from '#domain';
import { addDays, civilDayOf } from '#domain';
import type { DatedDuty, PublicCalendarRepository, State, StateRepository } from '#persistence';

/** What is overdue for longer is on the pages; a calendar that kept it would only grow. */
const DAYS_BACK = 366;
/** Of the soonest. */
const MOST_DUTIES = 1_000;

export interface CalendarReading {
  readonly state: State;
  readonly today: CivilDate;
  readonly duties: readonly DatedDuty[];
}

/** Confirmed dates on which something is due, for calendars. An estimate is a year, and no day in anybody's calendar. */
export class ReadCalendar {
  constructor(
    private readonly states: StateRepository,
    private readonly calendar: PublicCalendarRepository,
    private readonly clock: Clock,
  ) {}

  async read(iso3: string, institution: string | null): Promise<CalendarReading> {
    const state = await this.states.getState(iso3);
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const duties = await this.calendar.listDuties(state.id, {
      since: addDays(today, -DAYS_BACK),
      institution,
      limit: MOST_DUTIES,
    });
    return { state, today, duties };
  }
}
