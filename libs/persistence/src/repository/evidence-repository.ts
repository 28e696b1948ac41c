import type { CivilDate } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** What proves that something was done. */
export class EvidenceRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Evidence, public or private, that holds today: not withdrawn, in effect, not expired. */
  async countStandingBehind(stateId: number, recommendationId: number, today: CivilDate): Promise<number> {
    const row = await this.record.current().row<{ count: number }>(
      `SELECT count(*)::int AS count FROM evidence WHERE state_id = $1 AND recommendation_id = $2 AND withdrawn_on IS NULL
         AND effective_on <= $3 AND (expires_on IS NULL OR expires_on >= $3)`,
      [stateId, recommendationId, today],
    );
    return row?.count ?? 0;
  }
}
