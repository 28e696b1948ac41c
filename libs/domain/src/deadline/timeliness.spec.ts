import { describe, expect, it } from '@jest/globals';

import type { DutyFacts } from './duty-outcome.js';
import { timelinessByYear } from './timeliness.js';

const duty = (dueOn: string, handedInOn: string | null, given: Partial<DutyFacts> = {}): DutyFacts => ({
  deadline: { certainty: 'confirmed', dueOn, basis: '' },
  handedIn: handedInOn !== null,
  handedInOn,
  required: true,
  followed: true,
  ...given,
});

describe('how punctual an institution is', () => {
  it('is counted by the year of the due day, the newest first', () => {
    const duties = [
      duty('2025-12-31', '2025-12-31'),
      duty('2025-12-31', '2026-01-01'),
      duty('2025-06-30', null),
      duty('2026-11-30', null),
      duty('2026-03-31', '2026-03-01'),
    ];
    expect(timelinessByYear(duties, '2026-11-24')).toEqual([
      { year: 2026, onTime: 1, late: 0, outstanding: 0, open: 1 },
      { year: 2025, onTime: 1, late: 1, outstanding: 1, open: 0 },
    ]);
  });

  it('leaves out what was not required, and what has no confirmed day', () => {
    const duties = [
      duty('2025-12-31', null, { required: false }),
      duty('2025-12-31', null, { deadline: { certainty: 'estimated', year: 2025, basis: '' } }),
      duty('2025-12-31', '2025-01-01', { handedInOn: null }),
    ];
    expect(timelinessByYear(duties, '2026-11-24')).toEqual([]);
  });
});
