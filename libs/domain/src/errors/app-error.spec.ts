import { describe, expect, it } from '@jest/globals';

import { AppError, OperationalError, UnexpectedError, UserError } from './app-error.js';

describe('the three families of errors', () => {
  it('say by their kind how loud they are and whether trying again can help', () => {
    const families = [
      new UserError('conflict', 'a', ''),
      new OperationalError('b', ''),
      new UnexpectedError('c', ''),
    ];
    expect(families.map(({ name, code, level, retryable }) => [name, code, level, retryable])).toEqual([
      ['UserError', 'a', 'info', false],
      ['OperationalError', 'b', 'warning', true],
      ['UnexpectedError', 'c', 'error', false],
    ]);
    expect(families.every((error) => error instanceof AppError && error instanceof Error)).toBe(true);
  });

  it('keep their cause and their details, and have no cause where none was given', () => {
    const cause = new Error('refused');
    const error = new OperationalError('mail.refused', 'The relay refused.', {
      cause,
      details: { tries: 3 },
    });
    expect(error.cause).toBe(cause);
    expect(error.details).toEqual({ tries: 3 });
    const plain = new UserError('not_found', 'state.absent', 'No such State.');
    expect('cause' in plain).toBe(false);
    expect(plain.details).toEqual({});
    expect(plain.kind).toBe('not_found');
  });
});
