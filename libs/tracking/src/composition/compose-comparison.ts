import type { Clock } from '#domain';
import { ComparisonRepository, CycleComparisonRepository, InstitutionRepository } from '#persistence';
import type { RecordDatabase } from '#persistence';

import { CompareCycles } from '../compare/compare-cycles.js';
import { CompareInstitutions } from '../compare/compare-institutions.js';
import type { ReadDataGaps } from '../read-data-gaps/read-data-gaps.js';

/** What stands beside each other in the room of a monitoring body. */
export interface ComparisonUseCases {
  readonly compareInstitutions: CompareInstitutions;
  readonly compareCycles: CompareCycles;
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
    compareCycles: new CompareCycles(record, new CycleComparisonRepository(record), clock),
  };
}
