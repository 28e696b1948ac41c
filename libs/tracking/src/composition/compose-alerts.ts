import type { Clock } from '#domain';
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
  SweepMarkRepository,
  SweepRepository,
  WatchRuleRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { AnswerAlert } from '../answer-alert/answer-alert.js';
import { DecideDisclaimer } from '../answer-alert/decide-disclaimer.js';
import type { AssignResponsibility } from '../manage-institutions/assign-responsibility.js';
import { ReadAlerts } from '../read-alerts/read-alerts.js';
import { FollowChanges } from '../run-sweep/follow-changes.js';
import { SelectSubjects } from '../run-sweep/select-subjects.js';
import { SweepPages } from '../run-sweep/sweep-pages.js';
import type { WorkCalendarOf } from '../run-sweep/sweep-pages.js';

/** What people do to alerts, and what became of them. */
export interface AlertUseCases {
  readonly answerAlert: AnswerAlert;
  readonly decideDisclaimer: DecideDisclaimer;
  readonly readAlerts: ReadAlerts;
  readonly followChanges: FollowChanges;
}

export function composeAlerts(
  record: RecordDatabase,
  clock: Clock,
  calendarOf: WorkCalendarOf,
  assigning: AssignResponsibility,
): AlertUseCases & { readonly sweepPages: SweepPages; readonly subjects: SelectSubjects } {
  const alerts = new AlertRepository(record);
  const disclaimers = new DisclaimerRepository(record);
  const institutions = new InstitutionRepository(record);
  const audit = new AuditRepository(record);
  const marks = new SweepMarkRepository(record);
  const sweeps = new SweepRepository(record);
  const subjects = new SelectSubjects(marks, sweeps);
  const sweepPages = new SweepPages(
    {
      facts: new FactsRepository(record),
      alerts,
      notices: new NoticeRepository(record),
      people: new PeopleRepository(record),
      escalation: new EscalationRepository(record),
      watchRules: new WatchRuleRepository(record),
      marks,
    },
    calendarOf,
    clock,
  );
  return {
    sweepPages,
    subjects,
    followChanges: new FollowChanges(record, sweeps, subjects, sweepPages, clock),
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
