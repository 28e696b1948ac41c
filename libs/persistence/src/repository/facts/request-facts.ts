import type { RequestFacts } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import { bounds, within } from './page-of-facts.js';
import type { Owned, Span } from './page-of-facts.js';

/** Requests that wait for their answer: not answered, closed or withdrawn, nor asked again. */
export function listRequestFacts(sql: Sql, stateId: number, span: Span): Promise<Owned<RequestFacts>[]> {
  return sql.rows<Owned<RequestFacts>>(
    `SELECT x.recommendation_id AS "recommendationId", x.id AS "requestId", x.institution_id AS "institutionId", x.sent_on AS "sentOn", x.due_on AS "dueOn"
     FROM information_request x
     WHERE x.state_id = $1 AND ${within(span, 'x.recommendation_id')}
       AND NOT EXISTS (SELECT FROM information_request_event e
         WHERE e.state_id = x.state_id AND e.request_id = x.id AND e.kind IN ('answered', 'closed', 'withdrawn')
           AND e.undone_at IS NULL)
       AND NOT EXISTS (SELECT FROM information_request l WHERE l.state_id = x.state_id AND l.earlier_id = x.id)
     ORDER BY x.recommendation_id, x.id`,
    [stateId, ...bounds(span)],
  );
}
