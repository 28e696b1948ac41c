import type { WatchedState } from '../factories/watched-state.js';
import type { Changes } from './audited-changes.js';
import { deliveryReport } from './delivery-report.js';
import type { TrackingGround } from './tracking-ground.js';

/** What the relay of these tests proves itself with. */
export const BOUNCE_TOKEN = 'a-token-of-the-relay';

/** How a relay hands in a mail that came back. */
export function returnedMailChanges(
  ground: TrackingGround,
  { state }: WatchedState,
  personId: number,
): Changes {
  let days = 0;
  return {
    'POST /mail/bounces': async () => {
      days += 1;
      await ground.rows(
        state.id,
        `INSERT INTO message (state_id, person_id, civil_on, sequence, message_id_header, subject, body, next_attempt_at, created_at)
         VALUES ($1, $2, date '2020-01-01' + $3::int, 0, '<' || $3::int || '@returned.example>', 'A reminder',
                 '{"text":"","html":"","headers":{},"attachments":[]}', to_timestamp($4::float8 / 1000), to_timestamp($4::float8 / 1000))`,
        [state.id, personId, days, ground.clock.now()],
      );
      await ground.tracking.deliverMessages.deliver(state.id);
      const id = `<${days}@returned.example>`;
      const path = ground.mailer.sent.find(({ messageId }) => messageId === id)?.returnPath ?? '';
      return {
        url: '/mail/bounces',
        form: () => ({}),
        raw: {
          text: deliveryReport(path, 'failed', '5.7.1'),
          headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${BOUNCE_TOKEN}` },
        },
        personId,
        entry: {
          actor: 'mail_relay',
          action: 'message.returned',
          before: null,
          after: { returnedAs: 'refused', deliveryStatus: '5.7.1' },
        },
      };
    },
  };
}
