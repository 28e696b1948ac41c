import type { Deadline, ObligationFacts } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import { bounds, lookedUp, within } from './page-of-facts.js';
import type { Owned, Span } from './page-of-facts.js';

interface ObligationRow {
  readonly recommendationId: number;
  readonly obligationId: number;
  readonly kind: string;
  readonly required: boolean;
  readonly institutionId: number | null;
  readonly indicatorId: number | null;
  readonly periodStartOn: string | null;
  readonly periodEndOn: string | null;
  readonly certainty: Deadline['certainty'];
  readonly dueOn: string | null;
  readonly dueYear: number | null;
  readonly submittedOn: string | null;
  readonly acceptedOn: string | null;
}

export async function listObligations(
  sql: Sql,
  stateId: number,
  span: Span,
): Promise<Owned<ObligationFacts>[]> {
  const rows = await sql.rows<ObligationRow>(
    `SELECT o.recommendation_id AS "recommendationId", o.id AS "obligationId", o.kind, o.required, o.institution_id AS "institutionId", o.indicator_id AS "indicatorId",
            o.period_start_on AS "periodStartOn", o.period_end_on AS "periodEndOn", d.certainty, d.due_on AS "dueOn", d.due_year AS "dueYear",
            s.submitted_on AS "submittedOn", s.accepted_on AS "acceptedOn"
     FROM obligation o
     ${lookedUp('deadline', 'd', 'x.state_id = o.state_id AND x.id = o.deadline_id')}
     LEFT JOIN LATERAL (
       SELECT submitted_on, CASE WHEN submission_state = 'accepted' THEN decided_on END AS accepted_on FROM submission
       WHERE state_id = o.state_id AND obligation_id = o.id AND submission_state IN ('submitted', 'accepted') ORDER BY id DESC LIMIT 1) s ON true
     WHERE o.state_id = $1 AND ${within(span, 'o.recommendation_id')} ORDER BY o.recommendation_id, o.id`,
    [stateId, ...bounds(span)],
  );
  return rows.map((row) => ({
    recommendationId: row.recommendationId,
    obligationId: row.obligationId,
    kind: row.kind,
    required: row.required,
    institutionId: row.institutionId,
    indicatorId: row.indicatorId,
    period:
      row.periodStartOn !== null && row.periodEndOn !== null
        ? { startOn: row.periodStartOn, endOn: row.periodEndOn }
        : null,
    deadline: deadlineOf(row.certainty, row.dueOn, row.dueYear),
    submittedOn: row.submittedOn,
    acceptedOn: row.acceptedOn,
  }));
}

/** The basis is prose for people; checks never read it. */
function deadlineOf(
  certainty: Deadline['certainty'],
  dueOn: string | null,
  dueYear: number | null,
): Deadline {
  if (certainty === 'confirmed' && dueOn !== null) return { certainty, dueOn, basis: '' };
  if (certainty === 'estimated' && dueYear !== null) return { certainty, year: dueYear, basis: '' };
  return { certainty: 'awaiting_committee', basis: '' };
}
