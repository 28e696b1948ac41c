import type { Clock, WorkCalendar } from '#domain';
import {
  AlertHistoryRepository,
  AlertRepository,
  AuditRepository,
  DisclaimerRepository,
  EscalationRepository,
  FactsRepository,
  InstitutionChangeRepository,
  InstitutionRepository,
  NoticeRepository,
  PeopleRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { AnswerAlert } from '../answer-alert/answer-alert.js';
import { DecideDisclaimer } from '../answer-alert/decide-disclaimer.js';
import type { AssignResponsibility } from '../manage-institutions/assign-responsibility.js';
import { ReadAlerts } from '../read-alerts/read-alerts.js';
import { SweepPages } from '../run-sweep/sweep-pages.js';
import type { WorkCalendars } from '../run-sweep/sweep-pages.js';

/** What people do to alerts, and what became of them. */
export interface AlertUseCases {
  readonly answerAlert: AnswerAlert;
  readonly decideDisclaimer: DecideDisclaimer;
  readonly readAlerts: ReadAlerts;
}

const SATURDAY = 6;
const SUNDAY = 7;
/** Where nothing is known of a State's holidays. */
const WEEKENDS_ONLY: WorkCalendar = { holidays: new Set(), weekend: new Set([SATURDAY, SUNDAY]) };

export const weekendsOnly: WorkCalendars = () => Promise.resolve(WEEKENDS_ONLY);

export function composeAlerts(
  record: RecordDatabase,
  clock: Clock,
  calendarOf: WorkCalendars,
  assigning: AssignResponsibility,
): AlertUseCases & { readonly sweepPages: SweepPages } {
  const alerts = new AlertRepository(record);
  const disclaimers = new DisclaimerRepository(record);
  const institutions = new InstitutionRepository(record);
  const audit = new AuditRepository(record);
  const sweepPages = new SweepPages(
    {
      facts: new FactsRepository(record),
      alerts,
      notices: new NoticeRepository(record),
      people: new PeopleRepository(record),
      escalation: new EscalationRepository(record),
    },
    calendarOf,
    clock,
  );
  return {
    sweepPages,
    answerAlert: new AnswerAlert(record, { alerts, disclaimers, institutions, audit }, sweepPages, clock),
    decideDisclaimer: new DecideDisclaimer(
      record,
      { alerts, disclaimers, institutions: new InstitutionChangeRepository(record), audit },
      assigning,
      sweepPages,
      clock,
    ),
    readAlerts: new ReadAlerts(
      record,
      { alerts, history: new AlertHistoryRepository(record), disclaimers, institutions },
      sweepPages,
      clock,
    ),
  };
}
