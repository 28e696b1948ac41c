import type { Clock } from '#domain';
import {
  ActionRepository,
  AuditRepository,
  DeadLetterRepository,
  EvidenceRepository,
  InformationRequestRepository,
  InstitutionChangeRepository,
  MemberRepository,
  PeriodLockRepository,
  SubmissionRepository,
  SuccessionRepository,
  UndoRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { UndoAct } from '../undo/undo-act.js';
import { UndoAction } from '../undo/undo-action.js';
import { UndoDeadLetter } from '../undo/undo-dead-letter.js';
import { UndoEvidence } from '../undo/undo-evidence.js';
import { UndoHead } from '../undo/undo-head.js';
import { UndoRequest } from '../undo/undo-request.js';
import { UndoResponsibility } from '../undo/undo-responsibility.js';
import { UndoSubmission } from '../undo/undo-submission.js';
import { UndoSuccession } from '../undo/undo-succession.js';

/** What can be undone at once. */
export interface UndoUseCases {
  readonly undoAct: UndoAct;
}

export function composeUndo(record: RecordDatabase, clock: Clock): UndoUseCases {
  const undoing = new UndoRepository(record);
  const submissions = new SubmissionRepository(record);
  const kinds = [
    new UndoSubmission({ submissions, locks: new PeriodLockRepository(record), undoing }),
    new UndoAction(new ActionRepository(record)),
    new UndoEvidence(new EvidenceRepository(record)),
    new UndoRequest(new InformationRequestRepository(record)),
    new UndoResponsibility(new InstitutionChangeRepository(record)),
    new UndoHead(new MemberRepository(record), clock),
    new UndoSuccession(new SuccessionRepository(record)),
    new UndoDeadLetter(new DeadLetterRepository(record)),
  ];
  return { undoAct: new UndoAct(record, { undoing, audit: new AuditRepository(record) }, kinds, clock) };
}
