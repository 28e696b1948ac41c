import type { BouncingFacts, DisclaimerFacts, SnoozeFacts } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import { bounds, within } from './page-of-facts.js';
import type { Owned, Span } from './page-of-facts.js';

/** What people put off, by the recommendation that it is about. */
export function listSnoozes(sql: Sql, stateId: number, span: Span): Promise<Owned<SnoozeFacts>[]> {
  return sql.rows<Owned<SnoozeFacts>>(
    `SELECT recommendation_id AS "recommendationId", id AS "alertId", rule, snoozed_on AS "from", snoozed_until AS until,
            institution_id AS "institutionId"
     FROM alert WHERE state_id = $1 AND alert_state = 'snoozed' AND ${within(span, 'recommendation_id')} ORDER BY recommendation_id, id`,
    [stateId, ...bounds(span)],
  );
}

/** What institutions say is not theirs, and nobody has decided on. */
export function listDisclaimers(sql: Sql, stateId: number, span: Span): Promise<Owned<DisclaimerFacts>[]> {
  return sql.rows<Owned<DisclaimerFacts>>(
    `SELECT x.recommendation_id AS "recommendationId", x.institution_id AS "institutionId", i.code AS institution, x.said_on AS "saidOn", x.reason
     FROM disclaimer x JOIN institution i ON i.state_id = x.state_id AND i.id = x.institution_id
     WHERE x.state_id = $1 AND x.decision IS NULL AND ${within(span, 'x.recommendation_id')} ORDER BY x.recommendation_id, x.id`,
    [stateId, ...bounds(span)],
  );
}

/** An institution is told of on the first recommendation that it answers for: one alert, however many it has. */
export function listBouncing(
  sql: Sql,
  stateId: number,
  span: Span,
  today: string,
): Promise<Owned<BouncingFacts>[]> {
  return sql.rows<Owned<BouncingFacts>>(
    `SELECT h.recommendation_id AS "recommendationId", b.institution_id AS "institutionId", i.code AS institution, b.people, b.unreachable,
            (b.since AT TIME ZONE z.time_zone)::date AS since
     FROM (
       SELECT f.institution_id, count(DISTINCT p.id)::int AS people, (count(DISTINCT p.id) FILTER (WHERE p.unreachable_since IS NOT NULL))::int AS unreachable,
         min(p.unreachable_since) AS since
       FROM focal_point f
       JOIN membership m ON m.state_id = f.state_id AND m.id = f.membership_id
       JOIN person p ON p.id = m.person_id
       WHERE f.state_id = $1 AND f.starts_on <= $4 AND (f.ends_on IS NULL OR f.ends_on >= $4) AND m.starts_on <= $4
         AND (m.ends_on IS NULL OR m.ends_on >= $4) AND m.ended_at IS NULL AND p.ended_at IS NULL
       GROUP BY f.institution_id HAVING min(p.unreachable_since) IS NOT NULL) b
     JOIN institution i ON i.state_id = $1 AND i.id = b.institution_id AND (i.valid_until IS NULL OR i.valid_until >= $4)
     JOIN state z ON z.id = $1
     CROSS JOIN LATERAL (
       SELECT min(r.recommendation_id) AS recommendation_id FROM responsibility r
       WHERE r.state_id = $1 AND r.institution_id = b.institution_id AND r.basis = 'now_responsible'
         AND (r.starts_on IS NULL OR r.starts_on <= $4) AND (r.ends_on IS NULL OR r.ends_on >= $4)) h
     WHERE ${within(span, 'h.recommendation_id')} ORDER BY h.recommendation_id, b.institution_id`,
    [stateId, ...bounds(span), today],
  );
}
