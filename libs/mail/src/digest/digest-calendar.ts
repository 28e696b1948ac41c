import ical, { ICalCalendarMethod } from 'ical-generator';

import { addDays } from '#domain';

import { WORDS } from './digest-content.js';
import type { DigestInput } from './digest-input.js';
import { plainLine } from './plain-line.js';

/** All-day entries for the dates that lie ahead (RFC 5545); null where there is none. A due day has no hour. */
export function digestCalendar(input: DigestInput): string | null {
  const words = WORDS[input.language].calendar;
  const ahead = input.items.filter((item) => item.dueOn !== null && item.dueOn >= input.today);
  if (ahead.length === 0) return null;
  const calendar = ical({
    name: 'Vigía',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Vigia', product: 'Vigia' },
  });
  for (const item of ahead) {
    const dueOn = item.dueOn ?? input.today;
    calendar.createEvent({
      id: `${item.uid}@vigia`,
      allDay: true,
      start: dueOn,
      // The end of an all-day entry is the first day after it.
      end: addDays(dueOn, 1),
      stamp: `${input.today}T00:00:00Z`,
      summary: plainLine(words.summary(item.code, item.obligation ?? item.title)),
      url: item.url,
    });
  }
  return calendar.toString();
}
