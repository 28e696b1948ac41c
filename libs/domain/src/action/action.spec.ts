import { describe, expect, it } from '@jest/globals';

import { actionStatusOf } from './action.js';

const planned = { plannedStartOn: '2026-03-01', plannedEndOn: '2026-09-30', doneOn: null, cancelledOn: null };

describe('the status of an action', () => {
  it.each([
    ['the day before it begins', '2026-02-28', {}, 'planned'],
    ['on its first day', '2026-03-01', {}, 'under_way'],
    ['on its last planned day', '2026-09-30', {}, 'under_way'],
    ['the day after it', '2026-10-01', {}, 'late'],
    ['once it is done, also after the plan', '2026-12-01', { doneOn: '2026-10-15' }, 'done'],
    ['once it is cancelled', '2026-12-01', { cancelledOn: '2026-05-01' }, 'cancelled'],
  ] as const)('%s', (_when, today, change, status) => {
    expect(actionStatusOf({ ...planned, ...change }, today)).toBe(status);
  });
});
