import type { Changes, Owner } from './audited-changes.js';

const RULES = '/states/{iso3}/watch-rules';
const reason = 'Agreed in the coordinating body.';

/** How to set a threshold, for programs and by the form of the page: each time to another value. */
export function watchRuleChanges(secretariat: () => Promise<Owner>): Changes {
  let value = 30;

  async function threshold(
    api: string,
    rest: string,
    form: Readonly<Record<string, unknown>>,
    typed = false,
  ) {
    const { personId, cookie } = await secretariat();
    value += 1;
    const set = value;
    return {
      url: `${api}/states/PER/watch-rules${rest}`,
      cookie,
      personId,
      form: () => ({ name: 'dueSoonDays', value: typed ? String(set) : set, reason, ...form }),
      entry: {
        actor: 'secretariat',
        action: 'threshold.set',
        before: { threshold: 'dueSoonDays', thresholdValue: set - 1 },
        after: { threshold: 'dueSoonDays', thresholdValue: set },
        reason,
      },
    };
  }

  return {
    [`POST /api/v1${RULES}`]: () => threshold('/api/v1', '', { rule: 'threshold' }),
    [`POST ${RULES}/{rule}`]: () => threshold('', '/threshold', {}, true),
  };
}
