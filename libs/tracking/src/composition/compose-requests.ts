import type { Clock } from '#domain';
import {
  ActionReadingRepository,
  AuditRepository,
  InformationRequestRepository,
  InstitutionChangeRepository,
  InstitutionRepository,
  MessageRepository,
  PeopleRepository,
  ReceivedEscalationRepository,
  RecommendationRepository,
  StatementRepository,
  WatchRuleRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { AskForInformation } from '../ask-for-information/ask-for-information.js';
import { ReadRequests } from '../ask-for-information/read-requests.js';
import { ReplyRules } from '../ask-for-information/reply-rules.js';
import { RequestMails } from '../ask-for-information/request-mails.js';
import { MakeStatement } from '../make-statement/make-statement.js';
import { ReadStatements } from '../make-statement/read-statements.js';
import { ReadEscalations } from '../read-docket/read-escalations.js';
import type { WorkCalendars } from '../work-calendar/work-calendars.js';

/** What comes up to the ombudsperson, what the office asks institutions formally, what they answer, and what it says in public. */
export interface RequestUseCases {
  readonly askForInformation: AskForInformation;
  readonly readRequests: ReadRequests;
  readonly makeStatement: MakeStatement;
  readonly readStatements: ReadStatements;
  readonly readEscalations: ReadEscalations;
}

export function composeRequests(
  record: RecordDatabase,
  clock: Clock,
  calendars: WorkCalendars,
  { publicUrl }: { readonly publicUrl: string },
): RequestUseCases {
  const requests = new InformationRequestRepository(record);
  const institutions = new InstitutionRepository(record);
  const escalations = new ReceivedEscalationRepository(record);
  const mailed = { messages: new MessageRepository(record), people: new PeopleRepository(record) };
  const statements = new StatementRepository(record);
  const audit = new AuditRepository(record);
  const replies = new ReplyRules(new WatchRuleRepository(record), calendars);
  return {
    readEscalations: new ReadEscalations(record, { escalations, institutions }, clock),
    makeStatement: new MakeStatement(record, { statements, audit }, clock),
    readStatements: new ReadStatements(record, statements, clock),
    askForInformation: new AskForInformation(
      record,
      {
        requests,
        institutions: new InstitutionChangeRepository(record),
        audit,
      },
      replies,
      new RequestMails(mailed, publicUrl),
      clock,
    ),
    readRequests: new ReadRequests(
      record,
      {
        requests,
        institutions,
        recommendations: new RecommendationRepository(record),
        actions: new ActionReadingRepository(record),
      },
      replies,
      clock,
    ),
  };
}
