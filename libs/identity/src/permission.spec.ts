import { describe, expect, it } from '@jest/globals';

import { READ_PERMISSIONS, scopeOf } from './permission.js';
import { THE_PUBLIC } from './sign-in.js';

const ombudsperson = { ...THE_PUBLIC, personId: 1, role: 'ombudsperson', stateId: 1, state: 'PER' } as const;

describe('permissions', () => {
  it('let the ombudsperson read the docket of the own State only', () => {
    expect(scopeOf(ombudsperson, 'docket', 'PER')).toBe('own_state');
    expect(() => scopeOf(ombudsperson, 'docket', 'CHL')).toThrow(
      expect.objectContaining({ code: 'permission.role' }),
    );
  });

  it('show nothing but the public record to the public, and say how to get further', () => {
    for (const resource of Object.keys(READ_PERMISSIONS) as (keyof typeof READ_PERMISSIONS)[])
      expect(() => scopeOf(THE_PUBLIC, resource, 'PER')).toThrow(
        expect.objectContaining({ code: 'permission.sign_in' }),
      );
  });

  it('keep the operator away from the docket: whoever runs the machine sees no figures', () => {
    const operator = { ...ombudsperson, role: 'operator' } as const;
    expect(() => scopeOf(operator, 'docket', 'PER')).toThrow(
      expect.objectContaining({ code: 'permission.role' }),
    );
    expect(scopeOf(operator, 'watch', null)).toBe('all');
  });
});
