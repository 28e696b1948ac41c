import type { CivilDate } from '#domain';
import { deadlineCalendar } from '#reporting';

import { WORDS } from '../words.js';
import type { DigestInput, DigestItem } from './digest-input.js';

type DatedItem = DigestItem & { readonly dueOn: CivilDate };

/** Whether the item's day is today or later: only such days belong in a calendar. */
export function hasDateAhead(item: DigestItem, today: CivilDate): item is DatedItem {
  return item.dueOn !== null && item.dueOn >= today;
}

/** The dates that lie ahead; null where there is none. Their names are those of the calendar to subscribe to. */
export function digestCalendar(input: DigestInput): string | null {
  const words = WORDS[input.language].calendar;
  const ahead = input.items.filter((item) => hasDateAhead(item, input.today));
  if (ahead.length === 0) return null;
  return deadlineCalendar({
    name: 'Vigía',
    language: input.language,
    madeOn: input.today,
    days: ahead.map((item) => ({
      uid: `${item.uid}@vigia`,
      on: item.dueOn,
      summary: words.summary(item.code, item.obligation ?? item.title),
      url: item.url,
    })),
  });
}
