import type { Clock } from '#domain';
import {
  AuditRepository,
  EscalationRepository,
  RecommendationRepository,
  RecurrenceRepository,
  WatchRuleRepository,
  WorkCalendarRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { ChangeWatchRules } from '../watch-rules/change-watch-rules.js';
import { MakeRounds } from '../watch-rules/make-rounds.js';
import { ReadWatchRules } from '../watch-rules/read-watch-rules.js';
import { WorkCalendars } from '../work-calendar/work-calendars.js';

/** What a State decides about how it is watched. */
export interface WatchRuleUseCases {
  readonly workCalendars: WorkCalendars;
  readonly changeWatchRules: ChangeWatchRules;
  readonly readWatchRules: ReadWatchRules;
  readonly makeRounds: MakeRounds;
}

export function composeWatchRules(record: RecordDatabase, clock: Clock): WatchRuleUseCases {
  const calendars = new WorkCalendarRepository(record);
  const rules = new WatchRuleRepository(record);
  const recurrences = new RecurrenceRepository(record);
  const escalation = new EscalationRepository(record);
  const workCalendars = new WorkCalendars(calendars);
  const makeRounds = new MakeRounds(
    record,
    { recurrences, recommendations: new RecommendationRepository(record) },
    clock,
  );
  return {
    workCalendars,
    changeWatchRules: new ChangeWatchRules(
      record,
      { calendars, rules, recurrences, escalation, audit: new AuditRepository(record) },
      workCalendars,
      makeRounds,
      clock,
    ),
    readWatchRules: new ReadWatchRules(record, { calendars, rules, recurrences, escalation }, clock),
    makeRounds,
  };
}
