import type { Clock } from '#domain';
import { AuditRepository, ComparabilityRepository } from '#persistence';
import type { RecordDatabase } from '#persistence';

import { JudgeComparability } from '../compare-figures/judge-comparability.js';
import { ReadComparability } from '../compare-figures/read-comparability.js';

/** Several sources for one figure, and breaks in series. */
export interface ComparabilityUseCases {
  readonly judgeComparability: JudgeComparability;
  readonly readComparability: ReadComparability;
}

export function composeComparability(record: RecordDatabase, clock: Clock): ComparabilityUseCases {
  const comparability = new ComparabilityRepository(record);
  return {
    judgeComparability: new JudgeComparability(
      record,
      { comparability, audit: new AuditRepository(record) },
      clock,
    ),
    readComparability: new ReadComparability(record, comparability),
  };
}
