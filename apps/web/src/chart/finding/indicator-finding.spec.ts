import { describe, expect, it } from '@jest/globals';

import { indicatorData } from '../../../fixtures/indicators.js';
import { wordingFor } from '../../wording/wording.js';
import { indicatorModel } from '../model/indicator-model.js';
import { seriesOf } from '../model/series.js';
import { indicatorFinding } from './indicator-finding.js';

const en = wordingFor('en');
const es = wordingFor('es');
const data = (code: string, language: 'en' | 'es' = 'en') => indicatorData(code, language)!;
const finding = (code: string, by: string | null = null): string =>
  indicatorFinding(data(code), seriesOf(data(code), by, en), en);

describe('the finding of an indicator', () => {
  it('says then and now', () => {
    expect(finding('32a-rooms')).toBe('Single interview rooms: 20 in 2016, 71 in 2025');
    const spanish = data('20d-2', 'es');
    expect(indicatorFinding(spanish, seriesOf(spanish, null, es), es)).toContain(
      '1\u202f240 en 2022, 2\u202f085 en 2025',
    );
  });

  it('says that two sources do not count the same, and never averages them', () => {
    expect(finding('8-victims')).toBe('National Police and Prosecutors do not count the same');
  });

  it('says that they agree when they do', () => {
    const same = data('8-victims');
    const agreeing = { ...same, cells: same.cells.map((cell) => ({ ...cell, value: 100 })) };
    expect(indicatorFinding(agreeing, seriesOf(agreeing, null, en), en)).toBe(
      'National Police and Prosecutors count the same',
    );
  });

  it('names the widest distance between groups in the newest period that both report', () => {
    expect(finding('32d-2', 'area')).toBe(
      'Child victims who had a free lawyer, 2025: Urban 74\u202f%, Rural 45\u202f%',
    );
  });

  it('says what was spent of a budget line', () => {
    expect(finding('18-recovery')).toBe('Recovery of victims: 15,400,000 of 19,800,000 soles spent in 2025');
  });

  it('says never, single and unchanged plainly', () => {
    expect(finding('14b-evaluated')).toBe('Programmes with an evaluation: never reported');
    expect(finding('24-law')).toBe('Sale of children is an offence: no in 2025');
    const still = data('32a-rooms');
    const unchanged = { ...still, cells: still.cells.map((cell) => ({ ...cell, value: 20 })) };
    expect(indicatorFinding(unchanged, seriesOf(unchanged, null, en), en)).toBe(
      'Single interview rooms: 20, the same in 2016 and 2025',
    );
  });

  it('makes no number of a figure that may not be told', () => {
    const few = data('20d-2');
    const untold = {
      ...few,
      cells: few.cells.map((cell) => ({ ...cell, value: null, flag: 'lt10' as const })),
    };
    expect(indicatorFinding(untold, seriesOf(untold, null, en), en)).toBe(
      'Children at risk in a programme: no number can be shown',
    );
  });
});

describe('the chart of an indicator', () => {
  const model = (code: string, by: string | null = null) => {
    const set = seriesOf(data(code), by, en);
    return indicatorModel(data(code), set, indicatorFinding(data(code), set, en), en);
  };

  it('keeps the place of years that nobody reported', () => {
    const rooms = model('32a-rooms');
    expect(rooms).toMatchObject({ kind: 'line', gaps: [{ from: 1, to: 2 }], target: { value: 100 } });
    expect(rooms?.readings[0]?.points.slice(0, 3)).toEqual([
      { label: '2016', text: '20' },
      { label: '2017', text: 'missing' },
      { label: '2018', text: 'missing' },
    ]);
  });

  it('calls a figure below ten no gap: it was reported', () => {
    const programme = model('20d-2');
    expect(programme).toMatchObject({ kind: 'line', gaps: [] });
    expect(programme?.readings[0]?.points[0]).toEqual({ label: '2021', text: '<10' });
  });

  it('shows two sources side by side', () => {
    expect(model('8-victims')).toMatchObject({
      kind: 'dot',
      labels: ['2018', '2019', '2020'],
      left: { name: 'National Police', values: [1600, 1054, 640] },
      right: { name: 'Prosecutors', values: [1189, 476, 470] },
    });
  });

  it('draws groups as lines of their own and never the total among them', () => {
    const groups = model('32d-2', 'area');
    expect(groups).toMatchObject({
      kind: 'line',
      percent: true,
      labels: ['2021', '2022', '2023', '2024', '2025'],
    });
    expect(groups?.readings.map(({ name }) => name)).toEqual(['Urban', 'Rural']);
  });

  it('draws nothing where there is nothing to draw', () => {
    expect(model('14b-evaluated')).toBeNull();
    expect(model('24-law')).toBeNull();
  });

  it('falls back to the total for a breakdown that was never published', () => {
    expect(seriesOf(data('32d-2'), 'ethnic_origin', en).by).toBeNull();
    expect(seriesOf(data('18-recovery'), null, en).by).toBe('phase');
  });
});
