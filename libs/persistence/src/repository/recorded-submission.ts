import type { Sql } from '../transaction/record-database.js';

/**
 * What a rule or a demonstration recorded as sent has its steps and its lock like everything else, so that a history, replayed,
 * always leads to where its submission stands. Only touches what has no history yet.
 */
export async function keepStepsOfRecorded(sql: Sql, stateId: number): Promise<void> {
  await sql.execute(
    `INSERT INTO submission_history (state_id, submission_id, version, step, from_state, to_state, revision, person_id, actor, happened_at)
     SELECT s.state_id, s.id, k.version, k.step, k.from_state, k.to_state, 1, s.person_id, 'rule', (k.day + time '12:00') AT TIME ZONE t.time_zone
     FROM submission s JOIN state t ON t.id = s.state_id
     CROSS JOIN LATERAL (VALUES (1, 'begin', NULL, 'draft', s.submitted_on), (2, 'submit', 'draft', 'submitted', s.submitted_on),
       (3, 'accept', 'submitted', 'accepted', s.decided_on)) AS k(version, step, from_state, to_state, day)
     WHERE s.state_id = $1 AND k.day IS NOT NULL AND s.submission_state IN ('submitted', 'accepted')
       AND NOT EXISTS (SELECT FROM submission_history h WHERE h.state_id = s.state_id AND h.submission_id = s.id)`,
    [stateId],
  );
  await sql.execute(
    `UPDATE submission s SET version = (SELECT max(h.version) FROM submission_history h WHERE h.state_id = s.state_id AND h.submission_id = s.id)
     WHERE s.state_id = $1 AND s.version = 1 AND s.submission_state IN ('submitted', 'accepted')
       AND EXISTS (SELECT FROM submission_history h WHERE h.state_id = s.state_id AND h.submission_id = s.id)`,
    [stateId],
  );
  await sql.execute(
    `INSERT INTO period_lock (state_id, submission_id, institution_id, obligation_id, indicator_id, period_start_on, period_end_on, locked_at)
     SELECT s.state_id, s.id, o.institution_id, o.id, o.indicator_id, o.period_start_on, o.period_end_on, (s.decided_on + time '12:00') AT TIME ZONE t.time_zone
     FROM submission s JOIN state t ON t.id = s.state_id JOIN obligation o ON o.state_id = s.state_id AND o.id = s.obligation_id
     WHERE s.state_id = $1 AND s.submission_state = 'accepted' ON CONFLICT DO NOTHING`,
    [stateId],
  );
}
