import type { ResponsibilityFacts } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import { bounds, within } from './page-of-facts.js';
import type { Owned, Span } from './page-of-facts.js';

/** Who is in office is asked of the term, of the role and of the person: whichever ended first, mail no longer helps. */
export async function listResponsibilities(
  sql: Sql,
  stateId: number,
  span: Span,
  today: string,
): Promise<Owned<ResponsibilityFacts>[]> {
  return sql.rows<Owned<ResponsibilityFacts>>(
    `SELECT r.recommendation_id AS "recommendationId", r.institution_id AS "institutionId", r.role,
       CASE WHEN i.valid_until < $4 THEN 0 ELSE coalesce(f.reachable, 0)::int END AS "reachablePeople",
       CASE WHEN i.valid_until < $4 THEN 'institution_ended' WHEN f.reachable > 0 THEN NULL WHEN f.in_office > 0 THEN 'unreachable'
            WHEN f.former > 0 THEN 'membership_ended' ELSE 'no_focal_point' END AS silence
     FROM responsibility r
     JOIN institution i ON i.state_id = r.state_id AND i.id = r.institution_id
     LEFT JOIN (
       SELECT t.institution_id, count(*) FILTER (WHERE t.in_office AND t.reachable) AS reachable, count(*) FILTER (WHERE t.in_office) AS in_office,
         count(*) AS former
       FROM (
         SELECT f.institution_id, p.unreachable_since IS NULL AS reachable,
           (f.ends_on IS NULL OR f.ends_on >= $4) AND m.starts_on <= $4 AND (m.ends_on IS NULL OR m.ends_on >= $4)
             AND m.ended_at IS NULL AND p.ended_at IS NULL AS in_office
         FROM focal_point f
         JOIN membership m ON m.state_id = f.state_id AND m.id = f.membership_id
         JOIN person p ON p.id = m.person_id
         WHERE f.state_id = $1 AND f.starts_on <= $4) t
       GROUP BY t.institution_id) f ON f.institution_id = r.institution_id
     WHERE r.state_id = $1 AND r.basis = 'now_responsible' AND (r.starts_on IS NULL OR r.starts_on <= $4) AND (r.ends_on IS NULL OR r.ends_on >= $4)
       AND ${within(span, 'r.recommendation_id')} ORDER BY r.recommendation_id, r.role, r.id`,
    [stateId, ...bounds(span), today],
  );
}

/** Days after today on which an institution begins to answer for a recommendation, and on which one no longer does. */
export function listTermTurns(
  sql: Sql,
  stateId: number,
  span: Span,
  today: string,
): Promise<Owned<{ readonly on: string }>[]> {
  return sql.rows<Owned<{ readonly on: string }>>(
    `SELECT r.recommendation_id AS "recommendationId", t.turn AS "on" FROM responsibility r
     CROSS JOIN LATERAL (VALUES (r.starts_on), (r.ends_on + 1)) AS t(turn)
     WHERE r.state_id = $1 AND r.basis = 'now_responsible' AND t.turn > $4 AND ${within(span, 'r.recommendation_id')}`,
    [stateId, ...bounds(span), today],
  );
}
