import { describe, expect, it } from '@jest/globals';

import type { Deadline } from './deadline.js';
import { daysLate, isOver } from './lateness.js';

const confirmed: Deadline = { certainty: 'confirmed', dueOn: '2026-08-31', basis: '' };

describe('lateness', () => {
  it('begins the day after the due day', () => {
    expect(daysLate(confirmed, '2026-08-30')).toBeNull();
    expect(daysLate(confirmed, '2026-08-31')).toBeNull();
    expect(daysLate(confirmed, '2026-09-01')).toBe(1);
    expect(daysLate(confirmed, '2026-11-24')).toBe(85);
    expect(isOver(confirmed, '2026-08-31')).toBe(false);
    expect(isOver(confirmed, '2026-09-01')).toBe(true);
  });

  it('never comes from an estimate or from a date that awaits the Committee', () => {
    expect(isOver({ certainty: 'estimated', year: 2020, basis: '' }, '2026-11-24')).toBe(false);
    expect(isOver({ certainty: 'awaiting_committee', basis: '' }, '2026-11-24')).toBe(false);
  });
});
