import type { CivilDate, ImplementationDecision, InTheWay, Instant, SearchQuery } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { AssessedItem } from './assessment-repository.js';
import { searchCondition } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

export interface DecisionOnItem {
  readonly id: number;
  readonly item: AssessedItem;
  readonly decision: ImplementationDecision;
  readonly decidedOn: CivilDate;
  readonly reason: string;
  readonly language: string;
  /** On the day of the decision. */
  readonly inTheWay: readonly InTheWay[];
  readonly evidence: number;
  /** Day of the decision that took this one back; null while it stands. */
  readonly reopenedOn: CivilDate | null;
}

export interface DecisionFilter {
  readonly decision: ImplementationDecision | null;
  /** Public address of the one recommendation. */
  readonly recommendation: string | null;
  readonly search: SearchQuery | null;
  readonly language: string;
  readonly before: number | null;
  readonly limit: number;
}

/** Decisions that an item is implemented, and those that take them back: each is written once. */
export class ImplementationRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** As the public reads them, newest first. */
  listDecisions(stateId: number, filter: DecisionFilter): Promise<DecisionOnItem[]> {
    const parameters: unknown[] = [
      stateId,
      filter.decision,
      filter.recommendation,
      filter.before,
      filter.limit,
    ];
    const found = filter.search
      ? `AND ${searchCondition('i.vector', { query: filter.search, language: filter.language }, stateId, parameters)}`
      : '';
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<DecisionOnItem>(
        `SELECT i.id, i.decision, i.decided_on AS "decidedOn", i.reason, i.language, i.in_the_way AS "inTheWay", i.evidence,
                jsonb_build_object('publicId', r.public_id, 'code', r.code, 'documentSlug', d.slug, 'titles', coalesce((
                  SELECT jsonb_object_agg(t.language, t.title) FROM public_recommendation_text t
                  WHERE t.state_id = r.state_id AND t.recommendation_id = r.id AND t.title IS NOT NULL), '{}')) AS item,
                (SELECT z.decided_on FROM public_implementation_decision z
                 WHERE z.state_id = i.state_id AND z.recommendation_id = i.recommendation_id AND z.decision = 'reopened' AND z.id > i.id
                   AND i.decision <> 'reopened' ORDER BY z.id LIMIT 1) AS "reopenedOn"
         FROM public_implementation_decision i
         JOIN public_recommendation r ON r.state_id = i.state_id AND r.id = i.recommendation_id
         JOIN public_document d ON d.state_id = r.state_id AND d.id = r.document_id
         WHERE i.state_id = $1 AND ($2::text IS NULL OR i.decision = $2) AND ($3::text IS NULL OR r.public_id = $3)
           AND ($4::int IS NULL OR i.id < $4) ${found}
         ORDER BY i.id DESC LIMIT $5`,
        parameters,
      ),
    );
  }

  /** What the indicators are called, by code. */
  async listIndicatorNames(
    stateId: number,
    codes: readonly string[],
  ): Promise<Readonly<Record<string, Bilingual>>> {
    if (codes.length === 0) return {};
    const rows = await this.record.runPublic(stateId, (sql) =>
      sql.rows<{ code: string; name: Bilingual }>(
        `SELECT code, name FROM public_indicator WHERE state_id = $1 AND code = ANY($2)`,
        [stateId, [...new Set(codes)]],
      ),
    );
    return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
  }

  /** Writes the decision, and what follows from it for the item. */
  async decide(
    stateId: number,
    decision: {
      readonly recommendationId: number;
      readonly code: string;
      readonly decision: ImplementationDecision;
      readonly decidedOn: CivilDate;
      readonly reason: string;
      readonly language: string;
      readonly inTheWay: readonly InTheWay[];
      readonly evidence: number;
      readonly personId: number | null;
      readonly recordedAt: Instant;
    },
  ): Promise<number> {
    const sql = this.record.current();
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO implementation_decision (state_id, recommendation_id, decision, decided_on, reason, language, in_the_way, evidence, person_id,
                                            recorded_at, vector)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::float8 / 1000),
               ('''~' || $1::smallint || '''')::tsvector || search_vector('simple', $11::text) || search_vector(search_language($6::text), $5::text))
       RETURNING id`,
      [
        stateId,
        decision.recommendationId,
        decision.decision,
        decision.decidedOn,
        decision.reason,
        decision.language,
        JSON.stringify(decision.inTheWay),
        decision.evidence,
        decision.personId,
        decision.recordedAt,
        decision.code,
      ],
    );
    const stands = decision.decision !== 'reopened';
    await sql.execute(
      `UPDATE recommendation SET implemented_on = $3, implemented_reason = $4, version = version + 1 WHERE state_id = $1 AND id = $2`,
      [
        stateId,
        decision.recommendationId,
        stands ? decision.decidedOn : null,
        stands ? decision.reason : null,
      ],
    );
    return saved!.id;
  }
}
