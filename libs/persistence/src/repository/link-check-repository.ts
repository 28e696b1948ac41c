import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { LinkState } from './evidence-repository.js';

export interface DueLink {
  readonly evidenceId: number;
  readonly url: string;
}

/** Links of evidence that were never asked, or not since `$2`. What was withdrawn is asked no more. */
const DUE = `FROM evidence e LEFT JOIN link_check c ON c.state_id = e.state_id AND c.evidence_id = e.id
  WHERE e.state_id = $1 AND e.kind = 'link' AND e.withdrawn_on IS NULL AND (c.checked_at IS NULL OR c.checked_at <= to_timestamp($2::float8 / 1000))`;

/** What links of evidence answered. */
export class LinkCheckRepository {
  constructor(private readonly record: RecordDatabase) {}

  async hasDue(stateId: number, notSince: Instant): Promise<boolean> {
    const row = await this.record
      .current()
      .row<{ due: boolean }>(`SELECT EXISTS (SELECT ${DUE}) AS due`, [stateId, notSince]);
    return row?.due ?? false;
  }

  listDue(
    stateId: number,
    notSince: Instant,
    page: { readonly after: number; readonly limit: number },
  ): Promise<DueLink[]> {
    return this.record
      .current()
      .rows<DueLink>(`SELECT e.id AS "evidenceId", e.url ${DUE} AND e.id > $3 ORDER BY e.id LIMIT $4`, [
        stateId,
        notSince,
        page.after,
        page.limit,
      ]);
  }

  /** A link that is broken already stays broken since then. */
  async saveCheck(stateId: number, evidenceId: number, check: Omit<LinkState, 'brokenSince'>): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO link_check AS c (state_id, evidence_id, checked_at, outcome, detail, http_status, broken_since)
       VALUES ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6, CASE WHEN $4 = 'reachable' THEN NULL ELSE to_timestamp($3::float8 / 1000) END)
       ON CONFLICT ON CONSTRAINT pk_link_check DO UPDATE SET checked_at = excluded.checked_at, outcome = excluded.outcome, detail = excluded.detail,
         http_status = excluded.http_status,
         broken_since = CASE WHEN excluded.outcome = 'reachable' THEN NULL ELSE coalesce(c.broken_since, excluded.broken_since) END`,
      [stateId, evidenceId, check.checkedAt, check.outcome, check.detail, check.httpStatus],
    );
  }
}
