import { describe, expect, it } from '@jest/globals';

import { COMMENT_EDITED_WITHIN_MS, mayEdit, mayWithdraw } from './comment.js';

const written = { personId: 7, writtenAt: 1_000, withdrawn: false };
const AUTHOR = { personId: 7, role: 'monitoring_body' } as const;

describe('a comment', () => {
  it.each([
    ['by its author at once', written, AUTHOR, 1_000, true],
    ['by its author in the last moment', written, AUTHOR, 1_000 + COMMENT_EDITED_WITHIN_MS, true],
    ['by its author later', written, AUTHOR, 1_001 + COMMENT_EDITED_WITHIN_MS, false],
    ['by its author after it was withdrawn', { ...written, withdrawn: true }, AUTHOR, 1_000, false],
    ['by a colleague', written, { ...AUTHOR, personId: 8 }, 1_000, false],
    ['by the secretariat', written, { personId: 8, role: 'secretariat' }, 1_000, false],
  ] as const)('edited %s', (_, comment, reader, now, may) => {
    expect(mayEdit(comment, reader, now)).toBe(may);
  });

  it.each([
    ['by its author', written, AUTHOR, true],
    ['by a colleague', written, { ...AUTHOR, personId: 8 }, false],
    ['by the secretariat', written, { personId: 8, role: 'secretariat' }, true],
    ['by the ombudsperson', written, { personId: 8, role: 'ombudsperson' }, false],
    ['twice', { ...written, withdrawn: true }, AUTHOR, false],
  ] as const)('withdrawn %s', (_, comment, reader, may) => {
    expect(mayWithdraw(comment, reader)).toBe(may);
  });
});
