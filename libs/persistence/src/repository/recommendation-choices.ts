import type { CivilDate } from '#domain';

import type { Sql } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

/** One value by which the list of recommendations can be narrowed, and how many it leaves. */
export interface RecommendationChoice {
  readonly kind: 'status' | 'theme' | 'institution' | 'document';
  readonly code: string;
  /** Null: the code is a word of its own. */
  readonly name: Bilingual | null;
  /** Of a document without a short title. */
  readonly title: string | null;
  readonly count: number;
}

/** Every value that at least one recommendation of the State has; institutions are those that answer on that day, in any role. */
export function readRecommendationChoices(
  sql: Sql,
  stateId: number,
  today: CivilDate,
): Promise<RecommendationChoice[]> {
  return sql.rows<RecommendationChoice>(
    `WITH counted AS MATERIALIZED (
       SELECT r.status, r.theme_code, r.document_id, count(*)::int AS count FROM public_recommendation r WHERE r.state_id = $1
       GROUP BY GROUPING SETS ((r.status), (r.theme_code), (r.document_id))),
     answering AS MATERIALIZED (
       SELECT a.institution_id, count(*)::int AS count FROM (
         SELECT y.institution_id, y.recommendation_id FROM public_responsibility y
         WHERE y.state_id = $1 AND y.basis = 'now_responsible'
           AND (y.starts_on IS NULL OR y.starts_on <= $2) AND (y.ends_on IS NULL OR y.ends_on >= $2)
         GROUP BY y.institution_id, y.recommendation_id) a GROUP BY a.institution_id),
     choice AS (
       SELECT 'status' AS kind, c.status AS code, NULL::jsonb AS name, NULL::text AS title, c.count, 0::bigint AS place
       FROM counted c WHERE c.status IS NOT NULL
       UNION ALL
       SELECT 'theme', h.code, h.name, NULL, c.count, h.position FROM counted c JOIN public_theme h ON h.code = c.theme_code
       UNION ALL
       SELECT 'document', d.slug, d.short_title, d.title, c.count, -d.id
       FROM counted c JOIN public_document d ON d.state_id = $1 AND d.id = c.document_id
       UNION ALL
       SELECT 'institution', n.code, n.name, NULL, a.count, 0
       FROM answering a JOIN public_institution n ON n.state_id = $1 AND n.id = a.institution_id)
     SELECT kind, code, name, title, count FROM choice ORDER BY kind, place, code`,
    [stateId, today],
  );
}
