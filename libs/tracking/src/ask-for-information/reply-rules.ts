import type { WorkCalendar } from '#domain';
import type { State, WatchRuleRepository } from '#persistence';

import { readStandingRules } from '../watch-rules/standing-rules.js';
import type { WorkCalendars } from '../work-calendar/work-calendars.js';

/** By what a State counts the days for an answer: its calendar, and its usual number of working days. */
export class ReplyRules {
  constructor(
    private readonly rules: WatchRuleRepository,
    private readonly calendars: WorkCalendars,
  ) {}

  /** In the transaction of whoever calls, of that State. */
  async of(state: State): Promise<{ readonly calendar: WorkCalendar; readonly workingDays: number }> {
    const { thresholds } = await readStandingRules(this.rules, state.id);
    return {
      calendar: await this.calendars.calendarOf(state),
      workingDays: thresholds.replyWorkingDays,
    };
  }
}
