import type { ActionFacts, EvidenceFacts } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import { bounds, within } from './page-of-facts.js';
import type { Owned, Span } from './page-of-facts.js';

export function listActionFacts(sql: Sql, stateId: number, span: Span): Promise<Owned<ActionFacts>[]> {
  return sql.rows<Owned<ActionFacts>>(
    `SELECT a.recommendation_id AS "recommendationId", a.id AS "actionId", a.institution_id AS "institutionId", a.planned_start_on AS "plannedStartOn",
       a.planned_end_on AS "plannedEndOn", a.done_on AS "doneOn", a.cancelled_on AS "cancelledOn"
     FROM action a WHERE a.state_id = $1 AND ${within(span, 'a.recommendation_id')} ORDER BY a.recommendation_id, a.id`,
    [stateId, ...bounds(span)],
  );
}

/** What was withdrawn, and what proved an action that was given up, stands behind nothing. */
export function listEvidenceFacts(sql: Sql, stateId: number, span: Span): Promise<Owned<EvidenceFacts>[]> {
  return sql.rows<Owned<EvidenceFacts>>(
    `SELECT e.recommendation_id AS "recommendationId", e.id AS "evidenceId", e.action_id AS "actionId", e.institution_id AS "institutionId",
       e.effective_on AS "effectiveOn", e.expires_on AS "expiresOn"
     FROM evidence e LEFT JOIN action a ON a.state_id = e.state_id AND a.id = e.action_id
     LEFT JOIN submission s ON s.state_id = e.state_id AND s.id = e.submission_id
     WHERE e.state_id = $1 AND ${within(span, 'e.recommendation_id')} AND e.withdrawn_on IS NULL AND a.cancelled_on IS NULL
       AND (s.id IS NULL OR s.submission_state = 'accepted')
     ORDER BY e.recommendation_id, e.id`,
    [stateId, ...bounds(span)],
  );
}
