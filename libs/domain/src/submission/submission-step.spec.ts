import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  AUTHOR_KINDS,
  SUBMISSION_STATES,
  SUBMISSION_STEPS,
  afterStep,
  mayReview,
  openSteps,
  leadsTo,
  replaySteps,
} from './submission-step.js';
import type {
  AuthorKind,
  RecordedStep,
  SubmissionStand,
  SubmissionState,
  SubmissionStep,
} from './submission-step.js';
import { standingSteps, undoNewest } from './undo-step.js';

const stand = (state: SubmissionState, revision = 1): SubmissionStand => ({ state, revision });
const authors = fc.constantFrom(...AUTHOR_KINDS);

describe('a submission', () => {
  it.each<[SubmissionState | null, SubmissionStep, AuthorKind, SubmissionStand | null]>([
    [null, 'begin', 'institution', stand('draft')],
    [null, 'submit', 'institution', null],
    [null, 'accept', 'institution', null],
    ['draft', 'begin', 'institution', null],
    ['draft', 'edit', 'institution', stand('draft')],
    ['draft', 'submit', 'institution', stand('submitted')],
    ['draft', 'withdraw', 'institution', stand('withdrawn')],
    ['draft', 'accept', 'institution', null],
    ['draft', 'return', 'institution', null],
    ['submitted', 'edit', 'institution', null],
    ['submitted', 'withdraw', 'institution', null],
    ['submitted', 'accept', 'institution', stand('accepted')],
    ['submitted', 'return', 'institution', stand('returned')],
    ['returned', 'reopen', 'institution', stand('draft', 2)],
    ['returned', 'submit', 'institution', null],
    ['returned', 'accept', 'institution', null],
    ['accepted', 'return', 'institution', null],
    ['accepted', 'reopen', 'institution', null],
    ['accepted', 'take_down', 'institution', null],
    ['accepted', 'take_down', 'public', stand('returned')],
    ['accepted', 'take_down', 'civil_society', stand('returned')],
    ['withdrawn', 'reopen', 'institution', null],
    ['withdrawn', 'submit', 'institution', null],
    ['submitted', 'undo_submit', 'institution', stand('draft')],
    ['withdrawn', 'undo_withdraw', 'institution', stand('draft')],
    ['accepted', 'undo_accept', 'institution', stand('submitted')],
    ['returned', 'undo_return', 'institution', stand('submitted')],
    ['returned', 'undo_take_down', 'public', stand('accepted')],
    ['returned', 'undo_take_down', 'institution', null],
    ['draft', 'undo_submit', 'institution', null],
    ['submitted', 'undo_accept', 'institution', null],
  ])('that is %s: %s by %s', (from, step, author, expected) => {
    expect(afterStep(from === null ? null : stand(from), step, author)).toEqual(expected);
  });

  it('is never accepted without having been handed in just before, by any six steps in a row', () => {
    let accepted = 0;
    for (const author of AUTHOR_KINDS) {
      let paths: SubmissionStep[][] = [[]];
      for (let length = 1; length <= 6; length += 1) {
        paths = paths.flatMap((path) => SUBMISSION_STEPS.map((step) => [...path, step]));
        for (const path of paths) {
          if (replaySteps(path, author)?.state !== 'accepted') continue;
          accepted += 1;
          expect(standingSteps(path.map((step) => ({ step }))).slice(-2)).toEqual([
            { step: 'submit' },
            { step: 'accept' },
          ]);
        }
        // What could not be taken leads nowhere, however long it goes on: only what stands somewhere is continued.
        paths = paths.filter((path) => replaySteps(path, author) !== null);
        // From where a submission stands at most three steps can be taken.
        expect(paths.length).toBeLessThanOrEqual(3 ** length);
      }
    }
    expect(accepted).toBeGreaterThan(AUTHOR_KINDS.length);
  });

  it('stands where its history, replayed, leads, and counts a revision for each time it was opened again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 20 }), authors, (choices, author) => {
        const taken: SubmissionStep[] = [];
        let now: SubmissionStand | null = null;
        for (const choice of choices) {
          const at: SubmissionStand | null = now;
          const open: SubmissionStep[] = at
            ? (['author', 'reviewer'] as const).flatMap((by) => openSteps(at, author, by))
            : ['begin'];
          const step = open[choice % Math.max(1, open.length)];
          if (step === undefined) break;
          taken.push(step);
          now = afterStep(at, step, author);
        }
        expect(replaySteps(taken, author)).toEqual(now);
        if (now) expect(now.revision).toBe(1 + taken.filter((step) => step === 'reopen').length);
      }),
    );
  });

  it('can be moved on by somebody from every state but the last ones', () => {
    const stuck = SUBMISSION_STATES.filter(
      (state) =>
        (['author', 'reviewer'] as const).flatMap((by) => openSteps(stand(state), 'institution', by))
          .length === 0,
    );
    expect(stuck).toEqual(['accepted', 'withdrawn']);
  });
});

describe('the newest step of a submission', () => {
  const steps = (...taken: readonly SubmissionStep[]) => taken.map((step, place) => ({ step, place }));

  it.each<[string, readonly SubmissionStep[], SubmissionStep | null, number | null, number | null]>([
    ['an acceptance', ['begin', 'submit', 'accept'], 'undo_accept', 1, null],
    ['a return', ['begin', 'submit', 'return'], 'undo_return', 1, null],
    [
      'an acceptance after a return',
      ['begin', 'submit', 'return', 'reopen', 'submit', 'accept'],
      'undo_accept',
      4,
      2,
    ],
    ['handing in', ['begin', 'submit'], 'undo_submit', null, null],
    ['handing in again', ['begin', 'submit', 'return', 'reopen', 'submit'], 'undo_submit', 1, 2],
    ['a second try', ['begin', 'submit', 'accept', 'undo_accept', 'return'], 'undo_return', 1, null],
    ['taking down', ['begin', 'submit', 'accept', 'take_down'], 'undo_take_down', 1, 2],
    ['a change of the draft', ['begin', 'edit'], null, null, null],
    ['an undoing', ['begin', 'submit', 'undo_submit'], null, null, null],
    ['nothing', [], null, null, null],
  ])('%s: is undone as it stood before', (_, taken, step, submitted, decided) => {
    const found = undoNewest(steps(...taken));
    expect(found?.step ?? null).toBe(step);
    expect(found?.submitted?.place ?? null).toBe(submitted);
    expect(found?.decided?.place ?? null).toBe(decided);
  });

  it('is undone to exactly where the submission stood, from wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), authors, (choices, author) => {
        const taken: SubmissionStep[] = ['begin'];
        for (const choice of choices) {
          const here = replaySteps(taken, author);
          const next = SUBMISSION_STEPS.filter((step) => replaySteps([...taken, step], author) !== null);
          const step = next[choice % Math.max(1, next.length)];
          if (here === null || step === undefined) break;
          taken.push(step);
          const undone = undoNewest(steps(...taken));
          if (undone) expect(replaySteps([...taken, undone.step], author)).toEqual(here);
        }
      }),
    );
  });

  it('is the only one that is undone: nothing later is skipped', () => {
    expect(replaySteps(['begin', 'submit', 'return', 'undo_take_down'], 'public')).toBeNull();
    expect(replaySteps(['begin', 'submit', 'undo_submit', 'submit', 'undo_return'], 'public')).toBeNull();
  });
});

describe('who decides on a submission', () => {
  const history = [
    { step: 'begin', personId: 1 },
    { step: 'edit', personId: 2 },
    { step: 'submit', personId: 3 },
    { step: 'return', personId: 4 },
    { step: 'reopen', personId: 1 },
    { step: 'submit', personId: 1 },
  ] as const;

  it.each([
    [1, 'accept', false],
    [2, 'accept', false],
    [3, 'return', false],
    [4, 'accept', true],
    [5, 'return', true],
    [null, 'accept', false],
    [5, 'submit', false],
    [1, 'take_down', true],
  ] as const)('person %s may %s: %s', (personId, step, allowed) => {
    expect(mayReview(personId, step, history)).toBe(allowed);
  });
});

describe('a history of a submission', () => {
  const HISTORY = [
    { step: 'begin', version: 1, from: null, to: 'draft', revision: 1 },
    { step: 'submit', version: 2, from: 'draft', to: 'submitted', revision: 1 },
    { step: 'return', version: 3, from: 'submitted', to: 'returned', revision: 1 },
    { step: 'reopen', version: 4, from: 'returned', to: 'draft', revision: 2 },
  ] as const;
  const STAND = { state: 'draft', revision: 2, version: 4 } as const;
  type Told = readonly RecordedStep[];
  const changed = (index: number, change: Partial<RecordedStep>): Told =>
    HISTORY.map((step, at) => (at === index ? { ...step, ...change } : step));

  it('leads to where its submission stands', () => {
    expect(leadsTo(STAND, HISTORY, 'institution')).toBe(true);
  });

  it.each<[string, Told]>([
    ['lacks its end', HISTORY.slice(0, 3)],
    ['lacks its beginning', HISTORY.slice(1)],
    ['lacks a step in the middle', HISTORY.filter(({ step }) => step !== 'return')],
    ['is empty', []],
    ['has another step', changed(2, { step: 'accept' })],
    ['says that a step came from elsewhere', changed(1, { from: 'returned' })],
    ['says that a step led elsewhere', changed(3, { to: 'submitted' })],
    ['says another revision', changed(3, { revision: 1 })],
    ['skips a version', changed(3, { version: 5 })],
  ])('does not where it %s', (_, history) => {
    expect(leadsTo(STAND, history, 'institution')).toBe(false);
  });

  it.each([{ state: 'submitted' as const }, { revision: 1 }, { version: 5 }])(
    'does not where the submission stands at %j',
    (other) => {
      expect(leadsTo({ ...STAND, ...other }, HISTORY, 'institution')).toBe(false);
    },
  );
});
