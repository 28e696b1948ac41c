import type { Provider } from '@nestjs/common';

import { CalendarFeeds } from '#identity';
import { ReadCalendar, ReadDeadlines, ReadOwnCalendar, ReadPublicChanges } from '#tracking';
import type { Tracking } from '#tracking';

import { CalendarFeedsController } from '../account/calendar-feeds.controller.js';
import { ShownOnce } from '../account/shown-once.js';
import { CalendarController } from './calendar.controller.js';
import { DeadlinesController } from './deadlines.controller.js';
import { FeedsController } from './feeds.controller.js';

/** What is due, what calendars and feed readers ask for, and where people make addresses for them. */
export const FEED_CONTROLLERS = [
  CalendarController,
  DeadlinesController,
  FeedsController,
  CalendarFeedsController,
];

export function feedProviders(tracking: Tracking): Provider[] {
  return [
    { provide: ReadCalendar, useValue: tracking.readCalendar },
    { provide: ReadDeadlines, useValue: tracking.readDeadlines },
    { provide: ReadPublicChanges, useValue: tracking.readPublicChanges },
    { provide: ReadOwnCalendar, useValue: tracking.readOwnCalendar },
    { provide: CalendarFeeds, useValue: tracking.calendarFeeds },
    ShownOnce,
  ];
}
