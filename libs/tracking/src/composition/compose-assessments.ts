import type { Clock } from '#domain';
import {
  AlertRepository,
  AssessmentRepository,
  AuditRepository,
  EvidenceRepository,
  FactsRepository,
  ImplementationRepository,
  RecommendationRepository,
  SearchRepository,
  WatchRuleRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { DecideImplementation } from '../assess/decide-implementation.js';
import { ReadAssessments } from '../assess/read-assessments.js';
import { RecordAssessment } from '../assess/record-assessment.js';

/** What the State, the ombudsperson and the committee say of a recommendation, and whether it counts as implemented. */
export interface AssessmentUseCases {
  readonly recordAssessment: RecordAssessment;
  readonly decideImplementation: DecideImplementation;
  readonly readAssessments: ReadAssessments;
}

export function composeAssessments(record: RecordDatabase, clock: Clock): AssessmentUseCases {
  const assessments = new AssessmentRepository(record);
  const implementations = new ImplementationRepository(record);
  const audit = new AuditRepository(record);
  const decideImplementation = new DecideImplementation(
    record,
    {
      assessments,
      implementations,
      audit,
      evidence: new EvidenceRepository(record),
      facts: new FactsRepository(record),
      alerts: new AlertRepository(record),
      rules: new WatchRuleRepository(record),
    },
    clock,
  );
  return {
    decideImplementation,
    recordAssessment: new RecordAssessment(record, assessments, audit, clock),
    readAssessments: new ReadAssessments(
      record,
      {
        assessments,
        implementations,
        recommendations: new RecommendationRepository(record),
        searches: new SearchRepository(record),
      },
      decideImplementation,
      clock,
    ),
  };
}
