import type { Clock } from '#domain';
import {
  ActionReadingRepository,
  AuditRepository,
  InformationRequestRepository,
  InstitutionChangeRepository,
  InstitutionRepository,
  RecommendationRepository,
  WatchRuleRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { AskForInformation } from '../ask-for-information/ask-for-information.js';
import { ReadRequests } from '../ask-for-information/read-requests.js';
import { ReplyRules } from '../ask-for-information/reply-rules.js';
import type { WorkCalendars } from '../work-calendar/work-calendars.js';

/** What the ombudsperson asks institutions formally, and what they answer. */
export interface RequestUseCases {
  readonly askForInformation: AskForInformation;
  readonly readRequests: ReadRequests;
}

export function composeRequests(
  record: RecordDatabase,
  clock: Clock,
  calendars: WorkCalendars,
): RequestUseCases {
  const requests = new InformationRequestRepository(record);
  const replies = new ReplyRules(new WatchRuleRepository(record), calendars);
  return {
    askForInformation: new AskForInformation(
      record,
      {
        requests,
        institutions: new InstitutionChangeRepository(record),
        audit: new AuditRepository(record),
      },
      replies,
      clock,
    ),
    readRequests: new ReadRequests(
      record,
      {
        requests,
        institutions: new InstitutionRepository(record),
        recommendations: new RecommendationRepository(record),
        actions: new ActionReadingRepository(record),
      },
      replies,
      clock,
    ),
  };
}
