import type { Clock } from '#domain';
import {
  AuditRepository,
  ClassificationRepository,
  HelpLineRepository,
  PlainTextRepository,
  PublicDocumentRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { DecideClassification } from '../classify/decide-classification.js';
import { KeepHelpLines } from '../keep-help-lines/keep-help-lines.js';
import { SayPlainly } from '../say-plainly/say-plainly.js';
import { ReadSuggestions } from '../classify/read-suggestions.js';

/** What recommendations are about, suggested by rules and decided by people; what they ask in plain words; whom children can call. */
export interface ClassificationUseCases {
  readonly readSuggestions: ReadSuggestions;
  readonly decideClassification: DecideClassification;
  readonly sayPlainly: SayPlainly;
  readonly keepHelpLines: KeepHelpLines;
}

export function composeClassification(record: RecordDatabase, clock: Clock): ClassificationUseCases {
  const classifications = new ClassificationRepository(record);
  return {
    sayPlainly: new SayPlainly(
      record,
      { texts: new PlainTextRepository(record), audit: new AuditRepository(record) },
      clock,
    ),
    keepHelpLines: new KeepHelpLines(
      record,
      { lines: new HelpLineRepository(record), audit: new AuditRepository(record) },
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
