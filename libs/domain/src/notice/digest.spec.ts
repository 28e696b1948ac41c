import { describe, expect, it } from '@jest/globals';

import { digestGroupOf, inDigestOrder, isDigestClosed } from './digest.js';

const TODAY = '2026-11-24';

describe('the mail of a day', () => {
  it('says what is overdue first and oldest first, then what is due by its date, then conditions', () => {
    const item = (code: string, dueOn: string | null) => ({ code, dueOn });
    const items = [
      item('orphan', null),
      item('next month', '2026-12-24'),
      item('today', TODAY),
      item('yesterday', '2026-11-23'),
      item('stale', null),
      item('last year', '2025-11-24'),
    ];
    expect(inDigestOrder(items, TODAY).map(({ code }) => code)).toEqual([
      'last year',
      'yesterday',
      'today',
      'next month',
      'orphan',
      'stale',
    ]);
    expect(items[0]?.code).toBe('orphan');
  });

  it('counts the due day itself as due, not as overdue', () => {
    expect(digestGroupOf(TODAY, TODAY)).toBe('due');
    expect(digestGroupOf('2026-11-23', TODAY)).toBe('overdue');
    expect(digestGroupOf(null, TODAY)).toBe('condition');
  });

  it('closes at eight in the State, wherever the server stands', () => {
    expect(isDigestClosed(Date.UTC(2026, 10, 24, 12, 59), 'America/Lima')).toBe(false);
    expect(isDigestClosed(Date.UTC(2026, 10, 24, 13, 0), 'America/Lima')).toBe(true);
    expect(isDigestClosed(Date.UTC(2026, 10, 24, 13, 0), 'America/Lima', 9 * 60)).toBe(false);
  });
});
