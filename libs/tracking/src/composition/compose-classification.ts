import type { Clock } from '#domain';
import {
  AuditRepository,
  ClassificationRepository,
  PlainTextRepository,
  PublicDocumentRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { DecideClassification } from '../classify/decide-classification.js';
import { SayPlainly } from '../say-plainly/say-plainly.js';
import { ReadSuggestions } from '../classify/read-suggestions.js';

/** What recommendations are about, suggested by rules and decided by people, and what they ask in plain words. */
export interface ClassificationUseCases {
  readonly readSuggestions: ReadSuggestions;
  readonly decideClassification: DecideClassification;
  readonly sayPlainly: SayPlainly;
}

export function composeClassification(record: RecordDatabase, clock: Clock): ClassificationUseCases {
  const classifications = new ClassificationRepository(record);
  return {
    sayPlainly: new SayPlainly(
      record,
      { texts: new PlainTextRepository(record), audit: new AuditRepository(record) },
      clock,
    ),
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
