import type { CivilDate, WaitingFor } from '#domain';

/** The newest notice of an alert that was to be sent, and what became of its mail. */
export interface LastReminder {
  readonly rung: number;
  readonly reason: string;
  readonly sentOn: CivilDate | null;
  readonly deliveryState: string | null;
  readonly lastOutcome: string | null;
  readonly attempts: number;
  readonly waitsUntil: CivilDate | null;
  readonly waitsFor: WaitingFor | null;
}

/** Of an alert `a`. */
export const LAST_REMINDER = `
  SELECT jsonb_build_object('rung', n.rung, 'reason', n.reason, 'sentOn', m.civil_on, 'deliveryState', m.delivery_state,
           'waitsUntil', n.waits_until, 'waitsFor', n.waits_for,
           'attempts', coalesce(m.attempts, 0), 'lastOutcome',
           (SELECT d.outcome FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id ORDER BY d.id DESC LIMIT 1)) AS reminder
  FROM notice n LEFT JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
  WHERE n.state_id = a.state_id AND n.alert_id = a.id AND n.outcome = 'send' ORDER BY n.id DESC LIMIT 1`;
