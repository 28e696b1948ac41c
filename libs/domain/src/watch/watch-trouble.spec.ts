import { describe, expect, it } from '@jest/globals';

import { followTroubles, troublesOf } from './watch-trouble.js';
import type { SeenTrouble, StateSigns, WatchSigns } from './watch-trouble.js';

const NOW = Date.parse('2026-06-23T15:00:00Z');
const minutes = (count: number): number => count * 60_000;
const QUIET: StateSigns = {
  state: 'PER',
  swept: true,
  unfollowedSince: null,
  unwritten: false,
  dueSince: null,
  answered: 0,
  untaken: { people: 0, unanswered: 0 },
};
const signs = (state: Partial<StateSigns> = {}, tickedAt: number | null = NOW): WatchSigns => ({
  now: NOW,
  tickedAt,
  states: [{ ...QUIET, ...state }],
});

describe('what stands still', () => {
  it.each<[string, WatchSigns, string[]]>([
    ['nothing where all is done', signs(), []],
    ['nothing where no State is followed', { now: NOW, tickedAt: NOW, states: [] }, []],
    ['a scheduler that never asked', signs({}, null), ['scheduler']],
    ['a scheduler that last asked six minutes ago', signs({}, NOW - minutes(6)), ['scheduler']],
    ['no scheduler that asked five minutes ago', signs({}, NOW - minutes(5)), []],
    ['a sweep that has not finished', signs({ swept: false }), ['sweep PER']],
    ['changes that nobody has looked at', signs({ unfollowedSince: NOW - minutes(16) }), ['sweep PER']],
    ['no changes that may just be looked at', signs({ unfollowedSince: NOW - minutes(15) }), []],
    ['mails of the day that are not written', signs({ unwritten: true }), ['digest PER']],
    [
      'a mail that is due for longer than any claim lasts',
      signs({ dueSince: NOW - minutes(16) }),
      ['relay PER'],
    ],
    ['no mail that somebody may be sending', signs({ dueSince: NOW - minutes(15) }), []],
    [
      'a relay that gave no answer to a mail',
      signs({ untaken: { people: 1, unanswered: 1 } }),
      ['relay PER'],
    ],
    ['a relay that puts everybody off', signs({ untaken: { people: 2, unanswered: 0 } }), ['relay PER']],
    ['no relay that puts one mailbox off', signs({ untaken: { people: 1, unanswered: 0 } }), []],
    [
      'no relay that takes mails of others',
      signs({ answered: 1, untaken: { people: 9, unanswered: 9 } }),
      [],
    ],
  ])('%s', (_, given, expected) => {
    expect(troublesOf(given).map(({ part, state }) => [part, state].filter(Boolean).join(' '))).toEqual(
      expected,
    );
  });

  it('is said of each State by itself', () => {
    const two = { ...signs(), states: [QUIET, { ...QUIET, state: 'CHL', swept: false }] };
    expect(troublesOf(two)).toEqual([{ part: 'sweep', state: 'CHL' }]);
  });
});

describe('a trouble', () => {
  const sweep = { part: 'sweep', state: 'PER' } as const;
  const known = (ago: number, lastAgo = 1, openedAt: number | null = null): SeenTrouble => ({
    ...sweep,
    firstSeenAt: NOW - minutes(ago),
    lastSeenAt: NOW - minutes(lastAgo),
    openedAt,
  });

  it('begins when it is first seen, and is no incident yet', () => {
    expect(followTroubles([], [sweep], NOW)).toEqual({
      standing: [{ ...sweep, firstSeenAt: NOW, lastSeenAt: NOW, openedAt: null }],
      over: [],
    });
  });

  it.each([
    ['sweep', 29, 30],
    ['digest', 29, 30],
    ['scheduler', 4, 5],
    ['relay', 9, 10],
  ] as const)('of the %s opens an incident when it has lasted', (part, before, after) => {
    const openedAt = (ago: number) =>
      followTroubles([{ ...known(ago), part }], [{ part, state: 'PER' }], NOW).standing[0]?.openedAt;
    expect(openedAt(before)).toBeNull();
    expect(openedAt(after)).toBe(NOW);
  });

  it('that is an incident stays the same one', () => {
    const opened = known(50, 1, NOW - minutes(20));
    expect(followTroubles([opened], [sweep], NOW).standing).toEqual([{ ...opened, lastSeenAt: NOW }]);
  });

  it('is over when it is not seen any more', () => {
    const opened = known(50, 1, NOW - minutes(20));
    expect(followTroubles([opened], [], NOW)).toEqual({ standing: [], over: [opened] });
    expect(followTroubles([opened], [{ part: 'sweep', state: 'CHL' }], NOW).over).toEqual([opened]);
  });

  it('begins anew where nobody looked meanwhile: a month of standstill is no month of trouble', () => {
    expect(followTroubles([known(50, 11)], [sweep], NOW).standing[0]).toMatchObject({
      firstSeenAt: NOW,
      openedAt: null,
    });
    expect(followTroubles([known(50, 10)], [sweep], NOW).standing[0]?.openedAt).toBe(NOW);
  });

  it('that was an incident before nobody looked is still one', () => {
    const opened = known(5_000, 4_000, NOW - minutes(4_900));
    expect(followTroubles([opened], [sweep], NOW).standing[0]?.openedAt).toBe(opened.openedAt);
  });
});
