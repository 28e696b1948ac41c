import { createHash } from 'node:crypto';

import type { State } from '#tracking';

import type { Change, Changes } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

type Operator = () => Promise<{ readonly personId: number; readonly cookie: string }>;

const LETTERS = '/states/{iso3}/dead-letters/{id}';
/** What names the reason of a mail that no relay answered about. */
const NO_ANSWER = createHash('md5').update(['in_doubt', '', ''].join('\u001f')).digest('hex');
const ALL = '/states/{iso3}/dead-letters/replay';
const SWEEP = '/states/{iso3}/sweep';

/** How the operator sends a dead letter again, or all of one reason, and asks for a sweep. */
export function operationChanges(ground: TrackingGround, state: State, operator: Operator): Changes {
  let days = 0;

  async function deadLetter(): Promise<number> {
    days += 1;
    const [row] = await ground.rows<{ id: number }>(
      state.id,
      `INSERT INTO message (state_id, person_id, civil_on, sequence, message_id_header, subject, body, delivery_state, next_attempt_at, created_at)
       SELECT $1, min(person_id), date '2019-01-01' + $2::int, 0, '<' || $2::int || '@dead.example>', 'A reminder',
              '{"text":"A reminder","html":"","headers":{},"attachments":[]}', 'in_doubt', to_timestamp($3::float8 / 1000), to_timestamp($3::float8 / 1000)
       FROM membership WHERE state_id = $1 RETURNING id`,
      [state.id, days, ground.clock.now()],
    );
    return row?.id ?? 0;
  }

  const replayed = (api: string) => async (): Promise<Change> => {
    const { personId, cookie } = await operator();
    return {
      url: `${api}/states/PER/dead-letters/${await deadLetter()}`,
      cookie,
      personId,
      form: () => ({ decision: 'replay' }),
      entry: {
        actor: 'operator',
        action: 'dead_letter.replayed',
        before: { deadLetter: 'in_doubt' },
        after: { deadLetter: 'pending' },
        reason: null,
      },
    };
  };

  const allReplayed = (api: string) => async (): Promise<Change> => {
    const { url, ...change } = await replayed(api)();
    const until = new Date(ground.clock.now()).toISOString();
    return {
      ...change,
      url: `${url.slice(0, url.lastIndexOf('/'))}/replay`,
      form: () => ({ reason: NO_ANSWER, until }),
    };
  };

  const asked = (url: string) => async (): Promise<Change> => {
    const { personId, cookie } = await operator();
    const [day] = new Date(ground.clock.now()).toISOString().split('T');
    return {
      url,
      cookie,
      personId,
      form: () => ({}),
      entry: { actor: 'operator', action: 'sweep.asked', before: null, after: { sweptOn: day } },
    };
  };

  return {
    [`POST /api/v1${LETTERS}`]: replayed('/api/v1'),
    [`POST ${LETTERS}`]: replayed(''),
    [`POST /api/v1${ALL}`]: allReplayed('/api/v1'),
    [`POST ${ALL}`]: allReplayed(''),
    [`POST /api/v1${SWEEP}`]: asked('/api/v1/states/PER/sweep'),
    [`POST ${SWEEP}`]: asked('/states/PER/sweep'),
  };
}
