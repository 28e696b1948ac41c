import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

import { addDays } from '#domain';
import type { CivilDate, Instant } from '#domain';
import { plainLine } from '#messages';

/** One all-day entry: a due day has no hour. */
export interface CalendarDay {
  /** Stable and unique in the installation: a calendar moves the entry when the day moves, instead of adding a second one. */
  readonly uid: string;
  readonly on: CivilDate;
  readonly summary: string;
  readonly url: string;
  /** What a calendar that keeps the day must know to move or strike it; undefined: it takes the whole anew each time. */
  readonly revision?: {
    /** It only grows (3.8.7.4). */
    readonly sequence: number;
    readonly changedAt: Instant | null;
    readonly cancelled: boolean;
  };
}

export interface DeadlineCalendar {
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  /** The day on which it was made, for every entry alike: the same dates are the same bytes all day. */
  readonly madeOn: CivilDate;
  readonly days: readonly CalendarDay[];
}

/** Half a day: civil dates do not change by the hour, and thousands of calendars ask. */
const ASK_AGAIN_AFTER_SECONDS = 43_200;

/** An iCalendar object (RFC 5545) of days on which something is due. */
export function deadlineCalendar({ name, language, madeOn, days }: DeadlineCalendar): string {
  const calendar = ical({
    name: plainLine(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Vigía', product: 'Vigía', language: language.toUpperCase() },
    ttl: ASK_AGAIN_AFTER_SECONDS,
  });
  for (const { uid, on, summary, url, revision } of days)
    calendar.createEvent({
      id: uid,
      allDay: true,
      start: on,
      // The end of an all-day entry is the first day after it (3.6.1).
      end: addDays(on, 1),
      stamp: `${madeOn}T00:00:00Z`,
      summary: plainLine(summary),
      // Nobody is busy all day because something is due.
      transparency: ICalEventTransparency.TRANSPARENT,
      url,
      ...(revision === undefined ? {} : revisionOf(revision)),
    });
  // Each line ends, the last one too (3.1).
  return `${calendar.toString().trimEnd()}\r\n`;
}

function revisionOf({ sequence, changedAt, cancelled }: NonNullable<CalendarDay['revision']>) {
  return {
    sequence,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(changedAt === null ? {} : { lastModified: new Date(changedAt) }),
  };
}
