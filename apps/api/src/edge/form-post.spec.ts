import { describe, expect, it } from '@jest/globals';

import { UserError } from '#domain';

import { problemAt } from './form-post.js';

const refusal = new UserError('not_found', 'classification.unknown', 'There is no such value.');

describe('the address that a refused form leads to', () => {
  it('names what went wrong by its code', () => {
    expect(problemAt('/es/account', refusal)).toBe('/es/account?problem=classification.unknown');
  });

  it('keeps the part of the list that the form stood in', () => {
    expect(problemAt('/es/list?only=undecided&q=ni%C3%B1as&cursor=W10', refusal)).toBe(
      '/es/list?only=undecided&q=ni%C3%B1as&cursor=W10&problem=classification.unknown',
    );
  });

  it('never hides what the sender cannot mend', () => {
    expect(() => problemAt('/es/account', new TypeError('a fault'))).toThrow('a fault');
  });
});
