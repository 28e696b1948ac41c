import type { Clock } from '#domain';
import {
  DeadlineRepository,
  AssessmentRepository,
  ClassificationRepository,
  DocumentRepository,
  DocumentVersionRepository,
  IntakeRepository,
} from '#persistence';
import type { AuditRepository, RecordDatabase } from '#persistence';

import { MoveDeadlines } from '../derive-deadlines/move-deadlines.js';
import type { FollowDocument } from '../follow-cycles/follow-document.js';
import { IngestDocument } from '../ingest-document/ingest-document.js';
import { SaveReading } from '../ingest-document/save-reading.js';
import { ReadIntake } from '../take-in-document/read-intake.js';
import { TakeInDocument } from '../take-in-document/take-in-document.js';

/** How documents come in: in one go, or looked at and corrected first. */
export interface IntakeUseCases {
  readonly ingestDocument: IngestDocument;
  readonly takeInDocument: TakeInDocument;
  readonly readIntake: ReadIntake;
}

export function composeIntake(
  record: RecordDatabase,
  following: FollowDocument,
  audit: AuditRepository,
  clock: Clock,
): IntakeUseCases {
  const intakes = new IntakeRepository(record);
  const saving = new SaveReading(
    new DocumentRepository(record),
    new DocumentVersionRepository(record),
    new ClassificationRepository(record),
    new AssessmentRepository(record),
    following,
    new MoveDeadlines(new DeadlineRepository(record), audit),
  );
  return {
    ingestDocument: new IngestDocument(record, saving, intakes, audit, clock),
    takeInDocument: new TakeInDocument(record, intakes, saving, audit, clock),
    readIntake: new ReadIntake(record, intakes, saving, clock),
  };
}
