import type { Clock } from '#domain';
import {
  AuditRepository,
  DeadlineRepository,
  DeflatorRepository,
  DocumentRepository,
  FigureRepository,
  ImplementationRepository,
  InstitutionRepository,
  MoneyAndCaseRepository,
  PeopleRepository,
  PeriodLockRepository,
  PublicRecommendationRepository,
  RecommendationRepository,
  StateRepository,
  SubmissionRepository,
  TransmissionRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { LoadDemonstration } from '../load-demonstration/load-demonstration.js';
import type { ActionUseCases } from './compose-actions.js';
import type { AssessmentUseCases } from './compose-assessments.js';
import type { CycleUseCases } from './compose-cycles.js';
import type { IntakeUseCases } from './compose-intake.js';
import type { RequestUseCases } from './compose-requests.js';
import type { SubmissionUseCases } from './compose-submissions.js';

/** The demonstration comes in through the doors of any State. */
type Doors = Pick<IntakeUseCases, 'ingestDocument'> &
  Pick<CycleUseCases, 'registerDocument'> &
  AssessmentUseCases &
  ActionUseCases &
  RequestUseCases &
  SubmissionUseCases;

export function composeDemonstration(record: RecordDatabase, clock: Clock, doors: Doors): LoadDemonstration {
  const audit = new AuditRepository(record);
  return new LoadDemonstration(
    record,
    doors.ingestDocument,
    doors.registerDocument,
    {
      states: new StateRepository(record),
      documents: new DocumentRepository(record),
      institutions: new InstitutionRepository(record),
      people: new PeopleRepository(record),
      recommendations: new RecommendationRepository(record),
      figures: new FigureRepository(record),
      moneyAndCases: new MoneyAndCaseRepository(record),
      audit,
      transmissions: new TransmissionRepository(record),
      deflators: new DeflatorRepository(record),
      deadlines: new DeadlineRepository(record),
    },
    {
      ...doors,
      audit,
      implementations: new ImplementationRepository(record),
      publicRecommendations: new PublicRecommendationRepository(record),
      submissions: new SubmissionRepository(record),
      locks: new PeriodLockRepository(record),
    },
    clock,
  );
}
