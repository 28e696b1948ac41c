import { describe, expect, it } from '@jest/globals';

import type { InstitutionComparison } from '#contracts';

import { wordingFor } from '../../wording/wording.js';
import { timelinessModel } from './timeliness-chart.js';
import { trendModel } from './trend-chart.js';

const NO_STATUS = { implemented: 0, on_track: 0, awaiting_review: 0, at_risk: 0, overdue: 0, no_data: 0 };

const row = (
  code: string,
  onTime: number,
  late: number,
  missing: number,
): InstitutionComparison['rows'][number] => ({
  institution: { code, name: `Office ${code}`, shortName: code },
  led: NO_STATUS,
  due: onTime + late + missing,
  onTime,
  late,
  missing,
  onTimePercent: null,
  oldestDays: null,
  breakdowns: null,
  alerts: 0,
});

const comparison = (rows: InstitutionComparison['rows']): InstitutionComparison => ({
  state: { iso3: 'PER', name: 'Peru' },
  today: '2026-06-30',
  year: null,
  years: [2026],
  breakdownYear: null,
  sort: 'name',
  rows,
  all: { ...row('', 0, 0, 0) },
});

describe('the chart of what came on time', () => {
  it('draws those to which most was due first, and none to which nothing was', () => {
    const rows = [row('A', 1, 0, 0), row('B', 0, 0, 0), row('C', 2, 1, 1)];
    const { model, table, isPart } = timelinessModel(comparison(rows), 'Finding', wordingFor('en'));
    expect(model.labels).toEqual(['C', 'A']);
    expect(model.series.map(({ values }) => values)).toEqual([
      [2, 1],
      [1, null],
      [1, null],
    ]);
    expect(isPart).toBe(false);
    expect(table.rows.map(({ head, cells }) => [head, ...cells.map(({ text }) => text)])).toEqual([
      ['Office C', '2', '1', '1'],
      ['Office A', '1', '0', '0'],
    ]);
  });

  it('says that it is a part where there are more institutions than bars', () => {
    const rows = Array.from({ length: 12 }, (_, place) => row(`I${place}`, 1, 0, 0));
    const { model, isPart } = timelinessModel(comparison(rows), 'Finding', wordingFor('es'));
    expect(`${model.labels.length} ${isPart}`).toBe('9 true');
  });
});

describe('the chart of reminders by month', () => {
  it('leaves months that nobody watched empty, in the lines as in the table', () => {
    const months = [
      { month: '2026-04', opened: null, resolved: null },
      { month: '2026-05', opened: 4, resolved: 0 },
      { month: '2026-06', opened: 0, resolved: 3 },
    ];
    const { model, table, headline } = trendModel({ months }, wordingFor('en'));
    expect(headline).toBe('In the last twelve months 4 began and 3 were settled');
    expect(model.labels).toEqual(['Apr 2026', 'May 2026', 'Jun 2026']);
    expect(model.series.map(({ values }) => values)).toEqual([
      [null, 4, 0],
      [null, 0, 3],
    ]);
    expect(model.gaps).toEqual([{ from: 0, to: 0 }]);
    expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['not watched yet', 'not watched yet'],
      ['4', '0'],
      ['0', '3'],
    ]);
  });
});
