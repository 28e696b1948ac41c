import type { CivilDate, Clock } from '#domain';
import { addDays, civilDayOf } from '#domain';
import { calendarReach } from '#identity';
import type { CalendarFeeds } from '#identity';
import type { OwnCalendarRepository, OwnDuty, RecordDatabase, State, StateRepository } from '#persistence';

const DAY_MS = 86_400_000;
/** What is overdue for longer is on the pages; a calendar that kept it would only grow. */
const DAYS_BACK = 366;
/** So long a calendar is told that a day is struck: programs that ask once a month hear of it. */
const DAYS_CANCELLED = 60;
/** Of the soonest, in each place. */
const MOST_DUTIES = 1_000;

export interface OwnCalendar {
  readonly language: 'en' | 'es';
  readonly today: CivilDate;
  readonly places: readonly { readonly state: State; readonly duties: readonly OwnDuty[] }[];
}

/** The calendar of one person, for whoever holds its secret address: what the person may see at that moment. */
export class ReadOwnCalendar {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: { readonly states: StateRepository; readonly calendar: OwnCalendarRepository },
    private readonly feeds: CalendarFeeds,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `calendar_feed.ended` */
  async read(secret: string): Promise<OwnCalendar> {
    const { language, memberships } = await this.feeds.recognise(secret);
    const now = this.clock.now();
    const states = await this.rows.states.listStates();
    const places: { state: State; duties: OwnDuty[] }[] = [];
    for (const state of states) {
      const held = memberships.filter(({ stateId }) => stateId === state.id);
      const whole = held.some((one) => calendarReach(one) === 'own_state');
      const institutions = held
        .filter((one) => calendarReach(one) === 'own_institution')
        .flatMap(({ institution }) => (institution === null ? [] : [institution.id]));
      const duties = await this.dutiesIn(state, whole ? [null] : [...new Set(institutions)], now);
      if (duties.length > 0) places.push({ state, duties });
    }
    return { language, today: civilDayOf(now, states[0]?.timeZone ?? 'UTC'), places };
  }

  private async dutiesIn(state: State, reach: readonly (number | null)[], now: number): Promise<OwnDuty[]> {
    if (reach.length === 0) return [];
    const since = addDays(civilDayOf(now, state.timeZone), -DAYS_BACK);
    const cancelledSince = now - DAYS_CANCELLED * DAY_MS;
    return this.record.runState(state.id, async () => {
      const found: OwnDuty[] = [];
      for (const institutionId of reach)
        found.push(
          ...(await this.rows.calendar.listDuties(state.id, {
            institutionId,
            since,
            cancelledSince,
            limit: MOST_DUTIES,
          })),
        );
      return found;
    });
  }
}
