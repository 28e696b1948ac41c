import type { EscalationStep } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** The steps by which a State carries up what nobody answers. */
export class EscalationRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** In order; empty where the State has not set its own. */
  listSteps(stateId: number): Promise<EscalationStep[]> {
    return this.record
      .current()
      .rows<EscalationStep>(
        `SELECT addressee, working_days AS "workingDays" FROM escalation_step WHERE state_id = $1 ORDER BY position`,
        [stateId],
      );
  }
}
