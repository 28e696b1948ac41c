import { describe, expect, it } from '@jest/globals';

import type { InformationRequestList } from '#contracts';

import { docket } from '../../../fixtures/docket.js';
import { wordingFor } from '../../wording/wording.js';
import { DOCKET_SHOWS, ageBands, countOf, shownOf } from './docket-count.js';

describe('the docket', () => {
  it('counts what is overdue, and where nobody received the reminder', () => {
    expect(countOf(docket('en'))).toEqual({ overdue: 8, unreached: 2 });
  });

  it('says so in both languages, also for one and none', () => {
    const { docket: en } = wordingFor('en').say.people;
    const { docket: es } = wordingFor('es').say.people;
    expect(en.title(8, 2)).toBe('Eight items are overdue. In two cases nobody received the reminder.');
    expect(es.title(1, 1)).toBe('Un asunto está vencido. En un caso nadie recibió el aviso.');
    expect(en.title(0, 0)).toBe('Nothing is overdue.');
  });

  it('is narrowed to what no mail reached, what nobody answers for, and what is asked about', () => {
    const reading = docket('en');
    const [first] = reading.items;
    const asked = { recommendation: first!.recommendation, institution: first!.institution! };
    const requests = { items: [asked as InformationRequestList['items'][number]] };
    const alerts = Object.fromEntries(
      DOCKET_SHOWS.map((show) => [
        show,
        shownOf(show, reading, requests).map(({ recommendation }) => recommendation.code),
      ]),
    );
    expect(alerts['all']).toHaveLength(reading.items.length);
    expect(alerts['unreached']).toEqual(['20(b)', '32(e)']);
    expect(alerts['nobody']).toEqual(['20(b)', '32(e)']);
    expect(alerts['request']).toEqual([first!.recommendation.code]);
  });

  it('puts every overdue item into one band of age and no two marks on one place', () => {
    const bands = ageBands(docket('en'));
    expect(bands.map(({ items }) => items.length)).toEqual([1, 1, 1, 4, 1]);
    for (const { items } of bands) {
      expect(new Set(items.map(({ at }) => at)).size).toBe(items.length);
      expect(items.every(({ at }) => at >= 0 && at <= 100)).toBe(true);
    }
  });
});
