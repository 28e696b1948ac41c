import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { DatedDuty } from './public-calendar-repository.js';

/** A day in a person's calendar, with what a calendar must know to move or strike it. */
export interface OwnDuty extends DatedDuty {
  /** It was handed in, or its date is no longer set. */
  readonly cancelled: boolean;
  /** How often it has changed; it only grows. */
  readonly sequence: number;
  readonly changedAt: Instant | null;
}

export interface OwnDutiesAsked {
  /** Null: all of the State, and the dates of its documents. */
  readonly institutionId: number | null;
  readonly since: CivilDate;
  /** What was cancelled before is left out. */
  readonly cancelledSince: Instant;
  readonly limit: number;
}

/** How often a date has changed, and when last. */
const MOVES = `LATERAL (SELECT max(h.changed_at) AS at,
    (array_agg(h.due_on ORDER BY h.version DESC) FILTER (WHERE h.due_on IS NOT NULL))[1] AS day
  FROM deadline_history h WHERE h.state_id = d.state_id AND h.deadline_id = d.id)`;
/** What was sent for an obligation, given back or withdrawn: each time it leaves the calendar or comes back. */
const STEPS = `LATERAL (SELECT count(*)::int AS steps, max(h.happened_at) AS at
  FROM submission s JOIN submission_history h ON h.state_id = s.state_id AND h.submission_id = s.id
  WHERE s.state_id = o.state_id AND s.obligation_id = o.id AND h.step NOT IN ('begin', 'edit'))`;
const SENT = `EXISTS (SELECT FROM submission s WHERE s.state_id = o.state_id AND s.obligation_id = o.id
  AND s.submission_state IN ('submitted', 'accepted'))`;

/** What is due, for the calendar of somebody who has it to do or to watch. In the transaction of whoever calls. */
export class OwnCalendarRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Confirmed dates alone, soonest first. */
  listDuties(
    stateId: number,
    { institutionId, since, cancelledSince, limit }: OwnDutiesAsked,
  ): Promise<OwnDuty[]> {
    return this.record.current().rows<OwnDuty>(
      `SELECT kind, id, "dueOn", cancelled, sequence, "changedAt", obligation, document FROM (
         SELECT 'obligation' AS kind, o.id, coalesce(d.due_on, m.day) AS "dueOn", d.certainty <> 'confirmed' OR ${SENT} AS cancelled,
                d.version - 1 + w.steps AS sequence, greatest(m.at, w.at) AS "changedAt",
                jsonb_build_object('title', o.title, 'code', r.code, 'publicId', r.public_id, 'institution',
                  CASE WHEN n.id IS NULL THEN NULL ELSE jsonb_build_object('code', n.code, 'name', n.name, 'shortName', n.short_name) END) AS obligation,
                NULL::jsonb AS document
         FROM obligation o JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
         JOIN recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
         LEFT JOIN institution n ON n.state_id = o.state_id AND n.id = o.institution_id
         CROSS JOIN ${MOVES} m CROSS JOIN ${STEPS} w
         WHERE o.state_id = $1 AND ($2::int IS NULL OR o.institution_id = $2)
         UNION ALL
         SELECT 'deadline', d.id, coalesce(d.due_on, m.day), d.certainty <> 'confirmed', d.version - 1, m.at, NULL,
                jsonb_build_object('slug', p.slug, 'purpose', d.purpose,
                  'title', coalesce(p.short_title, jsonb_build_object('en', p.title, 'es', p.title)))
         FROM deadline d JOIN document p ON p.state_id = d.state_id AND p.id = d.document_id
         CROSS JOIN ${MOVES} m
         WHERE d.state_id = $1 AND $2::int IS NULL) t
       WHERE "dueOn" >= $3 AND (NOT cancelled OR "changedAt" >= to_timestamp($4::float8 / 1000))
       ORDER BY "dueOn", kind, id LIMIT $5`,
      [stateId, institutionId, since, cancelledSince, limit],
    );
  }
}
