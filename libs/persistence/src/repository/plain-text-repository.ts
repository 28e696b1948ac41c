import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface PlainText {
  readonly id: number;
  readonly language: 'en' | 'es';
  readonly text: string;
  readonly state: 'draft' | 'confirmed';
  readonly version: number;
  readonly writtenBy: string;
  readonly writtenAt: Instant;
  readonly confirmedBy: string | null;
  readonly confirmedOn: CivilDate | null;
}

/** Plain words beside official texts. In a transaction of the State. */
export class PlainTextRepository {
  constructor(private readonly record: RecordDatabase) {}

  findRecommendation(stateId: number, publicId: string): Promise<{ readonly id: number } | null> {
    return this.record
      .current()
      .row<{ id: number }>(
        `SELECT id FROM recommendation WHERE state_id = $1 AND public_id = $2 FOR UPDATE`,
        [stateId, publicId],
      );
  }

  /** Drafts and what stands, of one recommendation. */
  list(stateId: number, recommendationId: number): Promise<PlainText[]> {
    return this.record.current().rows<PlainText>(
      `SELECT x.id, x.language, x.text, x.plain_state AS state, x.version, w.name AS "writtenBy",
         (extract(epoch FROM x.written_at) * 1000)::float8 AS "writtenAt", c.name AS "confirmedBy", x.confirmed_on AS "confirmedOn"
       FROM plain_text x JOIN person w ON w.id = x.written_by LEFT JOIN person c ON c.id = x.confirmed_by
       WHERE x.state_id = $1 AND x.recommendation_id = $2 AND x.plain_state IN ('draft', 'confirmed') ORDER BY x.language, x.plain_state`,
      [stateId, recommendationId],
    );
  }

  async saveDraft(
    stateId: number,
    recommendationId: number,
    draft: {
      readonly language: string;
      readonly text: string;
      readonly personId: number;
      readonly at: Instant;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO plain_text AS x (state_id, recommendation_id, language, text, plain_state, written_by, written_at)
       VALUES ($1, $2, $3, $4, 'draft', $5, to_timestamp($6::float8 / 1000))
       ON CONFLICT (state_id, recommendation_id, language) WHERE plain_state = 'draft'
       DO UPDATE SET text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at, version = x.version + 1`,
      [stateId, recommendationId, draft.language, draft.text, draft.personId, draft.at],
    );
  }

  /** What stood in that language gives way to it. */
  async confirm(
    stateId: number,
    recommendationId: number,
    confirmed: {
      readonly id: number;
      readonly language: string;
      readonly personId: number;
      readonly on: CivilDate;
    },
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `UPDATE plain_text SET plain_state = 'replaced' WHERE state_id = $1 AND recommendation_id = $2 AND language = $3 AND plain_state = 'confirmed'`,
      [stateId, recommendationId, confirmed.language],
    );
    await sql.execute(
      `UPDATE plain_text SET plain_state = 'confirmed', confirmed_by = $3, confirmed_on = $4 WHERE state_id = $1 AND id = $2`,
      [stateId, confirmed.id, confirmed.personId, confirmed.on],
    );
  }

  async withdraw(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE plain_text SET plain_state = 'withdrawn' WHERE state_id = $1 AND id = $2`, [
        stateId,
        id,
      ]);
  }
}
