import type { State } from '#tracking';

import type { Changes } from './audited-changes.js';
import { addTwoCycles } from './cycle-changes.js';
import { helpLineChanges } from './help-line-changes.js';
import { plainTextChanges } from './plain-text-changes.js';
import type { TrackingGround } from './tracking-ground.js';

interface Owner {
  readonly personId: number;
  readonly cookie: string;
}

/** How to change what a recommendation is about, what it says in plain words, and whom children can call. */
export function classificationChanges(
  ground: TrackingGround,
  state: State,
  secretariat: () => Promise<Owner>,
): Changes {
  let made = 0;
  return {
    ...helpLineChanges(ground, state, secretariat),
    ...plainTextChanges(ground, state, secretariat),
    'POST /states/{iso3}/recommendations/{id}/suggestions': async () => {
      made += 1;
      const { earlier, address } = await addTwoCycles(ground, state, `about-${made}`);
      const { personId, cookie } = await secretariat();
      return {
        url: `/states/PER/recommendations/${address(earlier)}/suggestions`,
        cookie,
        personId,
        form: () => ({ values: 'theme:data affected_group:children', verdict: 'confirmed' }),
        entry: {
          actor: 'secretariat',
          action: 'classification.decided',
          before: { classifications: [] },
          after: { confirmed: ['theme:data', 'affected_group:children'], dismissed: [] },
          reason: null,
        },
      };
    },
  };
}
