import type { WatchedState } from '../factories/watched-state.js';
import type { Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const COMPARABILITY = '/states/{iso3}/indicators/{code}/comparability';
const ON = '2025-01-01';
const text = 'The law changed what is counted.';

/** How to say that a series breaks, for programs and by the form of the page. */
export function comparabilityChanges(
  ground: TrackingGround,
  peru: WatchedState,
  secretariat: () => Promise<Owner>,
  ministry: number,
): Changes {
  const { state } = peru;
  let made = 0;

  async function indicator(): Promise<string> {
    made += 1;
    const code = `BREAK-${made}`;
    const { indicatorId } = await peru.oweFigure(ministry, '2026-09-01', { code });
    await ground.rows(
      state.id,
      `WITH line AS (INSERT INTO series (state_id, indicator_id, key, categories) VALUES ($1, $2, '', '{}') RETURNING id),
            said AS (INSERT INTO source (state_id, code, name) VALUES ($1, $3, '{"en":"Register","es":"Registro"}') RETURNING id)
       INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, value_state, value, accepted_on, recorded_at)
       SELECT $1, line.id, said.id, '2025-01-01', '2025-12-31', 'reported', 7, '2026-01-01', now() FROM line, said RETURNING id`,
      [state.id, indicatorId, code],
    );
    return code;
  }

  async function broken(api: string, rest: string, form: Readonly<Record<string, unknown>>) {
    const { personId, cookie } = await secretariat();
    const code = await indicator();
    return {
      url: `${api}/states/PER/indicators/${code}/comparability${rest}`,
      cookie,
      personId,
      form: () => ({ on: ON, kind: 'law', text, language: 'en', ...form }),
      entry: {
        actor: 'secretariat',
        action: 'series.broken',
        before: null,
        after: { source: null, breakOn: ON, breakKind: 'law', language: 'en' },
        reason: text,
      },
    };
  }

  return {
    [`POST /api/v1${COMPARABILITY}`]: () => broken('/api/v1', '', { judgement: 'break' }),
    [`POST ${COMPARABILITY}/{judgement}/{place}`]: () => broken('', '/break/new', { source: '' }),
  };
}
