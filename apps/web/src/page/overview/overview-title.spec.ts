import { describe, expect, it } from '@jest/globals';

import { overview } from '../../../fixtures/overview.js';
import { wordingFor } from '../../wording/wording.js';
import { fullYears, overviewTitle } from './overview-title.js';
import { timelineOf } from './timeline-places.js';

const counts = (implemented: number, overdue: number, noData: number, total = 33) => ({
  ...overview('en'),
  total,
  byStatus: { ...overview('en').byStatus, implemented, overdue, no_data: noData },
});
const en = wordingFor('en');
const es = wordingFor('es');

describe('the title of a State', () => {
  it('states how long, how many are done, what is late and what nobody knows', () => {
    expect(overviewTitle(counts(2, 6, 6), en)).toBe(
      'Ten years on, two of 33 recommendations are implemented. Six are overdue, and six have no data at all.',
    );
    expect(overviewTitle(counts(2, 6, 6), es)).toBe(
      'Diez años después, dos de 33 recomendaciones están implementadas. Seis están vencidas y de seis no hay ningún dato.',
    );
  });

  it('keeps number and gender for one', () => {
    expect(overviewTitle(counts(1, 1, 1), en)).toBe(
      'Ten years on, one of 33 recommendations is implemented. One is overdue, and one has no data at all.',
    );
    expect(overviewTitle(counts(1, 1, 1), es)).toBe(
      'Diez años después, una de 33 recomendaciones está implementada. Una está vencida y de una no hay ningún dato.',
    );
  });

  it('says none where there is none', () => {
    expect(overviewTitle(counts(0, 0, 0), en)).toBe(
      'Ten years on, none of 33 recommendations is implemented. None is overdue, and every one has data.',
    );
    expect(overviewTitle(counts(0, 0, 3), en)).toContain('None is overdue, but three have no data at all.');
    expect(overviewTitle(counts(0, 2, 0), es)).toBe(
      'Diez años después, ninguna de 33 recomendaciones está implementada. Dos están vencidas.',
    );
  });

  it('says all where all are done, and writes more than ten in figures', () => {
    expect(overviewTitle(counts(33, 0, 0), en)).toContain('all 33 recommendations are implemented.');
    expect(overviewTitle(counts(12, 11, 0), en)).toContain('12 of 33');
  });

  it('leaves the years out before the first one is over', () => {
    const young = { ...counts(0, 0, 0), today: '2016-12-01' };
    expect(overviewTitle(young, en)).toMatch(/^None of 33/);
    expect(fullYears('2016-01-29', '2017-01-28')).toBe(0);
    expect(fullYears('2016-01-29', '2017-01-29')).toBe(1);
  });
});

describe('the time line', () => {
  it('keeps its days in order and a date that is not set at its very end', () => {
    const { places } = timelineOf(overview('en'), en);
    expect(places.map(({ key }) => key)).toEqual([
      ...['recommendations', 'cycle_closed', 'next_review'],
      ...['today', 'nextDate', 'nextReport'],
    ]);
    expect(places.map(({ at }) => at)).toEqual(
      [...places.map(({ at }) => at)].sort((left, right) => left - right),
    );
    expect(places.at(-1)).toMatchObject({ at: 100, detail: 'date not set' });
  });

  it('gives an estimated year its own place', () => {
    const estimated = overview('es');
    const { places } = timelineOf(
      {
        ...estimated,
        nextReport: { certainty: 'estimated', dueOn: null, estimatedYear: 2033, daysUntil: null, basis: '' },
      },
      es,
    );
    expect(places.at(-1)?.detail).toBe('hacia 2033');
    expect(places.at(-1)?.at).toBeLessThan(100);
  });
});
