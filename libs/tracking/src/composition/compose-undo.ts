import type { Clock } from '#domain';
import { AuditRepository, PeriodLockRepository, SubmissionRepository, UndoRepository } from '#persistence';
import type { RecordDatabase } from '#persistence';

import { UndoAct } from '../undo/undo-act.js';
import { UndoSubmission } from '../undo/undo-submission.js';

/** What can be undone at once. */
export interface UndoUseCases {
  readonly undoAct: UndoAct;
}

export function composeUndo(record: RecordDatabase, clock: Clock): UndoUseCases {
  const undoing = new UndoRepository(record);
  const submissions = new SubmissionRepository(record);
  const kinds = [new UndoSubmission({ submissions, locks: new PeriodLockRepository(record), undoing })];
  return { undoAct: new UndoAct(record, { undoing, audit: new AuditRepository(record) }, kinds, clock) };
}
