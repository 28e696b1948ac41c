import type { WatchedState } from '../factories/watched-state.js';
import type { Changes, Owner } from './audited-changes.js';
import { putOnRecord } from './put-on-record.js';
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
    await peru.oweFigure(ministry, '2026-09-01', { code });
    const period = { startOn: '2025-01-01', endOn: '2025-12-31' };
    await putOnRecord(ground, state.id, { indicator: code, source: code, period, value: 7 });
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
