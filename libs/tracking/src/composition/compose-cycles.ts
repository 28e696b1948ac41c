import type { Clock } from '#domain';
import {
  AuditRepository,
  CycleRepository,
  DeadlineRepository,
  DocumentRepository,
  PublicDocumentRepository,
  PublicRecommendationRepository,
  RecommendationRepository,
  SuccessionRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { CommunicateDate } from '../derive-deadlines/communicate-date.js';
import { ReviewDeadlines } from '../derive-deadlines/review-deadlines.js';
import { FollowDocument } from '../follow-cycles/follow-document.js';
import { RegisterDocument } from '../follow-cycles/register-document.js';
import { DecideSuccession } from '../link-successions/decide-succession.js';
import { ReadSuccessions } from '../link-successions/read-successions.js';
import { ReadDocuments } from '../read-documents/read-documents.js';

/** Cycles, the dates that documents set, and links between items over cycles. */
export interface CycleUseCases {
  readonly followDocument: FollowDocument;
  readonly registerDocument: RegisterDocument;
  readonly reviewDeadlines: ReviewDeadlines;
  readonly communicateDate: CommunicateDate;
  readonly readSuccessions: ReadSuccessions;
  readonly decideSuccession: DecideSuccession;
  readonly readDocuments: ReadDocuments;
}

export function composeCycles(record: RecordDatabase, clock: Clock): CycleUseCases {
  const audit = new AuditRepository(record);
  const deadlines = new DeadlineRepository(record);
  const documents = new DocumentRepository(record);
  const successions = new SuccessionRepository(record);
  const followDocument = new FollowDocument({
    cycles: new CycleRepository(record),
    deadlines,
    recommendations: new RecommendationRepository(record),
    successions,
  });
  return {
    followDocument,
    registerDocument: new RegisterDocument(record, documents, followDocument, audit, clock),
    reviewDeadlines: new ReviewDeadlines(record, deadlines, audit, clock),
    communicateDate: new CommunicateDate(record, deadlines, audit, clock),
    readSuccessions: new ReadSuccessions(record, successions, clock),
    decideSuccession: new DecideSuccession(record, successions, documents, audit, clock),
    readDocuments: new ReadDocuments(
      new PublicDocumentRepository(record),
      new PublicRecommendationRepository(record),
      clock,
    ),
  };
}
