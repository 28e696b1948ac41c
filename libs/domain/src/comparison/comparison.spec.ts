import { describe, expect, it } from '@jest/globals';

import { ALERT_AGES, openedBetween } from './alert-age.js';
import { inOrder, ledBy, togetherOf } from './compare-institutions.js';
import type { ComparedInstitution, ComparisonOrder } from './compare-institutions.js';
import { lastMonths, trendOf } from './month-trend.js';
import { dueOf, onTimeShare } from './timeliness.js';

const NO_STATUS = { implemented: 0, on_track: 0, awaiting_review: 0, at_risk: 0, overdue: 0, no_data: 0 };

const row = (name: string, parts: Partial<ComparedInstitution> = {}): ComparedInstitution => ({
  name,
  led: NO_STATUS,
  timeliness: { on_time: 0, late: 0, missing: 0 },
  oldestDays: null,
  breakdowns: null,
  alerts: 0,
  ...parts,
});

describe('timeliness', () => {
  it.each([
    [{ on_time: 0, late: 0, missing: 0 }, 0, null],
    [{ on_time: 3, late: 1, missing: 0 }, 4, 0.75],
    [{ on_time: 0, late: 0, missing: 2 }, 2, 0],
  ])('of %j is %i due with a share of %s', (timeliness, due, share) => {
    expect(dueOf(timeliness)).toBe(due);
    expect(onTimeShare(timeliness)).toBe(share);
  });
});

describe('the age of an alert', () => {
  it.each([
    ['month', '2026-10-28', null],
    ['quarter', '2026-08-29', '2026-10-27'],
    ['half_year', '2026-05-31', '2026-08-28'],
    ['year', '2025-11-27', '2026-05-30'],
    ['older', null, '2025-11-26'],
  ] as const)('of a %s is from %s to %s', (age, from, to) => {
    expect(openedBetween(age, '2026-11-27')).toEqual({ from, to });
  });

  it('leaves no day between two bands', () => {
    for (const [place, age] of ALERT_AGES.entries()) {
      const next = ALERT_AGES[place + 1];
      if (next === undefined) continue;
      const { from } = openedBetween(age, '2026-03-01');
      const { to } = openedBetween(next, '2026-03-01');
      expect(Date.parse(from ?? '') - Date.parse(to ?? '')).toBe(86_400_000);
    }
  });
});

describe('institutions beside each other', () => {
  const rows = [
    row('Interior', { timeliness: { on_time: 4, late: 0, missing: 1 }, oldestDays: 200, alerts: 9 }),
    row('Ámbito', { timeliness: { on_time: 1, late: 1, missing: 0 }, breakdowns: { received: 1, asked: 4 } }),
    row('Zeta', { led: { ...NO_STATUS, overdue: 2 }, breakdowns: { received: 0, asked: 0 } }),
    row('Bosques', { timeliness: { on_time: 0, late: 0, missing: 1 }, oldestDays: 30, alerts: 1 }),
  ];

  it.each<[ComparisonOrder, string]>([
    ['name', 'Ámbito Bosques Interior Zeta'],
    ['-name', 'Zeta Interior Bosques Ámbito'],
    ['-missing', 'Bosques Interior Ámbito Zeta'],
    ['missing', 'Ámbito Zeta Bosques Interior'],
    ['oldest', 'Bosques Interior Ámbito Zeta'],
    ['-oldest', 'Interior Bosques Ámbito Zeta'],
    ['-on_time', 'Interior Ámbito Bosques Zeta'],
    ['on_time', 'Bosques Ámbito Interior Zeta'],
    ['-led', 'Zeta Ámbito Bosques Interior'],
    ['-due', 'Interior Ámbito Bosques Zeta'],
    ['-alerts', 'Interior Bosques Ámbito Zeta'],
    ['breakdowns', 'Ámbito Bosques Interior Zeta'],
  ])('by %s stand %s', (order, names) => {
    expect(
      inOrder(rows, order, 'es')
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
  });

  it('adds them up, and leaves out of the sum what was asked of nobody', () => {
    const { timeliness, oldestDays, breakdowns, alerts, led } = togetherOf(rows);
    expect({ timeliness, oldestDays, breakdowns, alerts, led: ledBy({ led }) }).toEqual({
      timeliness: { on_time: 5, late: 1, missing: 2 },
      oldestDays: 200,
      breakdowns: { received: 1, asked: 4 },
      alerts: 10,
      led: 2,
    });
    expect(togetherOf([])).toMatchObject({ oldestDays: null, breakdowns: null, alerts: 0 });
  });
});

describe('months of alerts', () => {
  it('go back over the turn of a year', () => {
    expect(lastMonths('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('are zero where nothing happened and a gap where nobody looked', () => {
    const happened = [{ month: '2026-01', opened: 3, resolved: 1 }];
    expect(trendOf(lastMonths('2026-02-01', 3), happened, '2026-01-20')).toEqual([
      { month: '2025-12', opened: null, resolved: null },
      { month: '2026-01', opened: 3, resolved: 1 },
      { month: '2026-02', opened: 0, resolved: 0 },
    ]);
    expect(trendOf(['2026-02'], [], null)).toEqual([{ month: '2026-02', opened: null, resolved: null }]);
  });
});
