import { describe, expect, it } from '@jest/globals';

import type { AlertDetail } from '#contracts';

import { noticeRuns } from './notice-runs.js';

type Notice = AlertDetail['notices'][number];

/** `s`: sent; `-`: skipped. */
const noticesOf = (marks: string): Notice[] =>
  [...marks].map((mark, place) => ({
    id: place,
    person: 'Ana',
    rung: -place,
    carriedUp: false,
    on: '2026-06-01',
    writtenOn: '2026-06-01',
    reason: mark === 's' ? 'rung_reached' : 'superseded_by_later_rung',
    sent: mark === 's',
    waits: null,
    mailedOn: null,
    delivery: 'not_sent',
    attempts: 0,
  }));
const told = (marks: string) =>
  noticeRuns(noticesOf(marks)).map(({ folded, notices }) =>
    folded ? `(${notices.length})` : notices.length,
  );

describe('the lines of a reminder', () => {
  it('fold what was skipped where more than three stand beside each other, and nothing that was sent', () => {
    expect(told('s---s')).toEqual([1, 3, 1]);
    expect(told('s----s')).toEqual([1, '(4)', 1]);
    expect(told('sssss')).toEqual([5]);
    expect(told('--s--')).toEqual([2, 1, 2]);
    expect(told('')).toEqual([]);
  });

  it('keep each line, in its order', () => {
    const notices = noticesOf('-----ss--s----');
    expect(noticeRuns(notices).flatMap((run) => run.notices)).toEqual(notices);
  });
});
