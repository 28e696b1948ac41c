import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

import { addDays } from '#domain';
import type { CivilDate } from '#domain';

import { WORDS } from '../words.js';
import type { DigestInput, DigestItem } from './digest-input.js';
import { plainLine } from './plain-line.js';

type DatedItem = DigestItem & { readonly dueOn: CivilDate };

/** Whether the item's day is today or later: only such days belong in a calendar. */
export function hasDateAhead(item: DigestItem, today: CivilDate): item is DatedItem {
  return item.dueOn !== null && item.dueOn >= today;
}

/** All-day entries for the dates that lie ahead (RFC 5545); null where there is none. A due day has no hour. */
export function digestCalendar(input: DigestInput): string | null {
  const words = WORDS[input.language].calendar;
  const ahead = input.items.filter((item) => hasDateAhead(item, input.today));
  if (ahead.length === 0) return null;
  const calendar = ical({
    name: 'Vigía',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Vigía', product: 'Vigía' },
  });
  for (const item of ahead) {
    calendar.createEvent({
      // The same name in every mail: a calendar moves the entry instead of adding a second one.
      id: `${item.uid}@vigia`,
      allDay: true,
      start: item.dueOn,
      // The end of an all-day entry is the first day after it.
      end: addDays(item.dueOn, 1),
      stamp: `${input.today}T00:00:00Z`,
      summary: plainLine(words.summary(item.code, item.obligation ?? item.title)),
      // Nobody is busy all day because something is due.
      transparency: ICalEventTransparency.TRANSPARENT,
      url: item.url,
    });
  }
  return calendar.toString();
}
