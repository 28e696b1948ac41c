import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { UNDO_OFFERED_FOR_MS, heldUntil, undoRefusal } from './undo.js';
import type { NewestAct } from './undo.js';

const accepted = (given: Partial<NewestAct> = {}): NewestAct => ({
  action: 'submission.accepted',
  personId: 7,
  at: 1_000,
  ...given,
});
const END = heldUntil(1_000);

describe('undoing an act', () => {
  it.each([
    ['can be done at once by whoever did it', accepted(), 1_000, null],
    ['can be done as long as pages offer it', accepted(), 1_000 + UNDO_OFFERED_FOR_MS, null],
    ['can be done a little later, for a slow line', accepted(), END - 1, null],
    ['comes too late after that', accepted(), END, 'too_late'],
    ['is nobody else’s to do', accepted({ personId: 8 }), 1_000, 'not_yours'],
    ['is nobody’s to do where a rule acted', accepted({ personId: null }), 1_000, 'not_yours'],
    ['is done once', accepted({ action: 'change.undone' }), 1_000, 'nothing'],
    ['finds nothing where nothing was done', null, 1_000, 'nothing'],
  ] as const)('%s', (_, newest, at, refusal) => {
    expect(undoRefusal(newest, { personId: 7, at })).toBe(refusal);
  });

  it('is possible at every instant before what it says leaves, and at none after', () => {
    const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(instant, fc.integer({ min: -60_000, max: 120_000 }), (at, later) => {
        const now = at + later;
        const hasLeft = now >= heldUntil(at);
        expect(undoRefusal(accepted({ at }), { personId: 7, at: now }) === null).toBe(!hasLeft);
      }),
    );
  });

  it('is refused to everybody else at every instant', () => {
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.integer()), fc.integer(), (at, personId, now) => {
        fc.pre(personId !== 7);
        expect(undoRefusal(accepted({ at, personId }), { personId: 7, at: now })).toBe('not_yours');
      }),
    );
  });
});
