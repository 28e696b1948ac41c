import { describe, expect, it } from '@jest/globals';

import { areDaysUsable, chosenFilter, usableFilter } from './history-filter.js';

const chosen = (query: string) => chosenFilter({ query: new URLSearchParams(query) });

describe('the filter of a history', () => {
  it('asks for what the address says', () => {
    const filter = chosen('subject=alert:12&who=7&from=2026-11-01&to=2026-11-01');
    expect(usableFilter(filter)).toEqual({
      subject: 'alert:12',
      who: '7',
      from: '2026-11-01',
      to: '2026-11-01',
      q: '',
    });
    expect(areDaysUsable(filter)).toBe(true);
  });

  it.each([
    'from=yesterday',
    'to=26.11.2026',
    'from=2026-02-31',
    'to=2026-13-01',
    'from=2026-11-02&to=2026-11-01',
    'from=2026-11-02&to=now',
  ])('leaves the days of %s out, keeps the rest, and tells the reader', (query) => {
    const filter = chosen(`${query}&who=ingest`);
    expect(usableFilter(filter)).toEqual({ subject: '', who: 'ingest', from: '', to: '', q: '' });
    expect(areDaysUsable(filter)).toBe(false);
  });
});
