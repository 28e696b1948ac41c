import { WorkCalendarRepository } from '#persistence';
import type { RecordDatabase } from '#persistence';

import { WorkCalendars } from '../work-calendar/work-calendars.js';

/** What a State decides about how it is watched. */
export interface WatchRuleUseCases {
  readonly workCalendars: WorkCalendars;
}

export function composeWatchRules(record: RecordDatabase): WatchRuleUseCases {
  return { workCalendars: new WorkCalendars(new WorkCalendarRepository(record)) };
}
