import type { ResponsibilityFacts } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import type { Owned, Span } from './page-of-facts.js';

export async function listResponsibilities(
  sql: Sql,
  stateId: number,
  span: Span,
  today: string,
): Promise<Owned<ResponsibilityFacts>[]> {
  return sql.rows<Owned<ResponsibilityFacts>>(
    `SELECT r.recommendation_id AS "recommendationId", r.institution_id AS "institutionId", r.role, coalesce(f.people, 0)::int AS "reachablePeople"
     FROM responsibility r
     LEFT JOIN (
       SELECT f.institution_id, count(*) AS people FROM focal_point f
       JOIN membership m ON m.state_id = f.state_id AND m.id = f.membership_id
       JOIN person p ON p.id = m.person_id
       WHERE f.state_id = $1 AND f.starts_on <= $4 AND (f.ends_on IS NULL OR f.ends_on >= $4) AND p.unreachable_since IS NULL
       GROUP BY f.institution_id) f ON f.institution_id = r.institution_id
     WHERE r.state_id = $1 AND r.basis = 'now_responsible' AND (r.starts_on IS NULL OR r.starts_on <= $4) AND (r.ends_on IS NULL OR r.ends_on >= $4)
       AND r.recommendation_id BETWEEN $2 AND $3 ORDER BY r.recommendation_id, r.role, r.id`,
    [stateId, span.from, span.to, today],
  );
}
