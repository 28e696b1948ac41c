import { describe, expect, it } from '@jest/globals';

import { statementRefusal } from './statement.js';
import type { StatementAct, StatementRefusal, StatementStanding } from './statement.js';

const DRAFT: StatementStanding = { published: false, withdrawn: false, draft: 2 };
const PUBLIC: StatementStanding = { published: true, withdrawn: false, draft: null };
const CORRECTED: StatementStanding = { published: true, withdrawn: false, draft: 1 };
const WITHDRAWN: StatementStanding = { published: true, withdrawn: true, draft: null };
const LATE_DRAFT: StatementStanding = { published: true, withdrawn: true, draft: 1 };

describe('what may be done to a statement', () => {
  it.each<[string, StatementAct, StatementStanding, number | null, StatementRefusal | null]>([
    ['a draft is saved by whoever read it last', 'save', DRAFT, 2, null],
    ['a draft that somebody changed is not saved over', 'save', DRAFT, 1, 'changed'],
    ['a draft is published as it was read', 'publish', DRAFT, 2, null],
    ['a draft that somebody changed is not published', 'publish', DRAFT, 1, 'changed'],
    ['nothing is published that nobody read', 'publish', DRAFT, null, 'changed'],
    ['a draft is thrown away however often it was written', 'discard', DRAFT, null, null],
    ['a draft is no statement that could be corrected', 'correct', DRAFT, null, 'not_published'],
    ['a draft is no statement that could be withdrawn', 'withdraw', DRAFT, null, 'not_published'],
    ['what is public is not published again', 'publish', PUBLIC, 1, 'no_draft'],
    ['what is public is not thrown away', 'discard', PUBLIC, null, 'no_draft'],
    ['what is public is corrected', 'correct', PUBLIC, null, null],
    ['what is public is withdrawn', 'withdraw', PUBLIC, null, null],
    ['one correction is written at a time', 'correct', CORRECTED, null, 'draft_exists'],
    ['a correction is published', 'publish', CORRECTED, 1, null],
    ['what is public can be withdrawn while a correction is written', 'withdraw', CORRECTED, null, null],
    ['what was withdrawn is not withdrawn again', 'withdraw', WITHDRAWN, null, 'withdrawn'],
    ['what was withdrawn is not corrected', 'correct', WITHDRAWN, null, 'withdrawn'],
    ['a correction of what was withdrawn is not published', 'publish', LATE_DRAFT, 1, 'withdrawn'],
    ['a correction of what was withdrawn is not written on', 'save', LATE_DRAFT, 1, 'withdrawn'],
    ['a correction of what was withdrawn is thrown away', 'discard', LATE_DRAFT, null, null],
  ])('%s', (_what, act, standing, read, refusal) => {
    expect(statementRefusal(act, standing, read)).toBe(refusal);
  });
});
