import type { Clock } from '#domain';
import {
  AuditRepository,
  CommentRepository,
  ComparisonRepository,
  CycleComparisonRepository,
  InstitutionRepository,
  SavedViewRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { Comments } from '../comment/comments.js';
import { CompareCycles } from '../compare/compare-cycles.js';
import { CompareInstitutions } from '../compare/compare-institutions.js';
import type { ReadDataGaps } from '../read-data-gaps/read-data-gaps.js';
import { SavedViews } from '../saved-views/saved-views.js';

/** What stands beside each other in the room of a monitoring body. */
export interface ComparisonUseCases {
  readonly compareInstitutions: CompareInstitutions;
  readonly compareCycles: CompareCycles;
  readonly savedViews: SavedViews;
  readonly comments: Comments;
}

export function composeComparison(
  record: RecordDatabase,
  readDataGaps: ReadDataGaps,
  clock: Clock,
): ComparisonUseCases {
  return {
    compareInstitutions: new CompareInstitutions(
      record,
      new ComparisonRepository(record),
      new InstitutionRepository(record),
      readDataGaps,
      clock,
    ),
    comments: new Comments(
      record,
      {
        comments: new CommentRepository(record),
        institutions: new InstitutionRepository(record),
        audit: new AuditRepository(record),
      },
      clock,
    ),
    savedViews: new SavedViews(record, new SavedViewRepository(record), new AuditRepository(record), clock),
    compareCycles: new CompareCycles(record, new CycleComparisonRepository(record), clock),
  };
}
