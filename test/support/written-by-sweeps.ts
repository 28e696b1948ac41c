import type { State } from '#tracking';

import type { TrackingGround } from './tracking-ground.js';

const SUBJECT = `a.subject_kind || ' ' || CASE a.subject_kind WHEN 'alert' THEN (SELECT x.rule || x.recommendation_id - b.first FROM alert x WHERE x.state_id = a.state_id AND x.id = a.subject_id)
  ELSE (SELECT count(*) FROM (SELECT DISTINCT y.subject_id FROM alert y WHERE y.state_id = a.state_id AND y.subject_kind = a.subject_kind AND y.subject_id < a.subject_id) n)::text END`;
const OF_ALERT = `FROM alert a JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
  CROSS JOIN (SELECT min(id) AS first FROM recommendation WHERE state_id = $1) b`;

/** Everything that sweeps write, without the numbers of rows. */
export async function writtenBySweeps(
  ground: TrackingGround,
  { id }: State,
): Promise<Record<string, string[]>> {
  const lines = async (text: string): Promise<string[]> =>
    (await ground.rows<{ line: string }>(id, text, [id])).map(({ line }) => line);
  return {
    statuses:
      await lines(`SELECT concat_ws('|', code, status, status_reason, status_parameters, status_since, coalesce(next_check_on::text, 'never')) AS line
      FROM recommendation WHERE state_id = $1 ORDER BY 1`),
    alerts:
      await lines(`SELECT concat_ws('|', r.code, a.rule, ${SUBJECT}, a.alert_state, a.severity, a.reason, a.evidence - 'action' - 'evidence' - 'request', 'due', a.due_on, i.code,
        a.episode, a.opened_on, 'put off', a.snoozed_on, a.snoozed_until, a.unanswered_since, a.escalation_step, a.decision_reason, a.decided_on) AS line
      ${OF_ALERT} LEFT JOIN institution i ON i.state_id = a.state_id AND i.id = a.institution_id WHERE a.state_id = $1 ORDER BY 1`),
    transitions:
      await lines(`SELECT concat_ws('|', t.happened_on, r.code, a.rule, ${SUBJECT}, t.kind, t.reason, t.evidence - 'action' - 'evidence' - 'request') AS line
      ${OF_ALERT} JOIN alert_transition t ON t.state_id = a.state_id AND t.alert_id = a.id WHERE a.state_id = $1 ORDER BY 1`),
    notices:
      await lines(`SELECT concat_ws('|', r.code, a.rule, ${SUBJECT}, n.person_id, n.occasion, n.rung, n.rung_on, n.outcome, n.reason, n.written_on) AS line
      ${OF_ALERT} JOIN notice n ON n.state_id = a.state_id AND n.alert_id = a.id WHERE a.state_id = $1 ORDER BY 1`),
  };
}
