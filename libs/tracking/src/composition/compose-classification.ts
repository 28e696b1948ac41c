import type { Clock } from '#domain';
import { AuditRepository, ClassificationRepository, PublicDocumentRepository } from '#persistence';
import type { RecordDatabase } from '#persistence';

import { DecideClassification } from '../classify/decide-classification.js';
import { ReadSuggestions } from '../classify/read-suggestions.js';

/** What recommendations are about: suggested by rules, decided by people. */
export interface ClassificationUseCases {
  readonly readSuggestions: ReadSuggestions;
  readonly decideClassification: DecideClassification;
}

export function composeClassification(record: RecordDatabase, clock: Clock): ClassificationUseCases {
  const classifications = new ClassificationRepository(record);
  return {
    readSuggestions: new ReadSuggestions(
      record,
      classifications,
      new PublicDocumentRepository(record),
      clock,
    ),
    decideClassification: new DecideClassification(
      record,
      classifications,
      new AuditRepository(record),
      clock,
    ),
  };
}
