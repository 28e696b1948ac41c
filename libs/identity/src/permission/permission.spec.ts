import { describe, expect, it } from '@jest/globals';

import type { Role } from '#domain';

import { THE_PUBLIC } from '../session/visitor.js';
import type { Recognition, Visitor } from '../session/visitor.js';
import { grantFor } from './grant.js';
import { PERMISSIONS } from './permission.js';
import type { Access, Resource } from './permission.js';

const SESSION: Recognition = { kind: 'session', sessionId: 1, secondFactorDue: false };
const READ_DOCKET: Access = { resource: 'docket', action: 'read' };
const READ_WATCH: Access = { resource: 'watch', action: 'read' };

function holding(recognition: Recognition, ...memberships: readonly (readonly [Role, string])[]): Visitor {
  return {
    ...THE_PUBLIC,
    personId: 1,
    recognition,
    memberships: memberships.map(([role, state], index) => ({
      stateId: index + 1,
      state,
      role,
      institution: null,
    })),
  };
}

const refused = (code: string): unknown => expect.objectContaining({ code: `permission.${code}` });

describe('permissions', () => {
  it('let the ombudsperson read the docket of the own State only', () => {
    const ombudsperson = holding(SESSION, ['ombudsperson', 'PER']);
    expect(grantFor(ombudsperson, READ_DOCKET, 'PER').scope).toBe('own_state');
    expect(() => grantFor(ombudsperson, READ_DOCKET, 'CHL')).toThrow(refused('role'));
  });

  it('give the widest of several memberships, and only in its State', () => {
    const both = holding(SESSION, ['focal_point', 'PER'], ['ombudsperson', 'PER'], ['focal_point', 'CHL']);
    expect(grantFor(both, READ_DOCKET, 'PER')).toMatchObject({
      scope: 'own_state',
      membership: { role: 'ombudsperson' },
    });
    expect(grantFor(both, READ_DOCKET, 'CHL')).toMatchObject({
      scope: 'own_institution',
      membership: { state: 'CHL' },
    });
  });

  it('show nothing but what is given to everybody to the public, and say how to get further', () => {
    for (const [resource, actions] of Object.entries(PERMISSIONS))
      for (const [action, rights] of Object.entries(actions)) {
        const access = { resource: resource as Resource, action: action as Access['action'] };
        if ('public' in rights) expect(grantFor(THE_PUBLIC, access, 'PER').scope).toBe('all');
        else expect(() => grantFor(THE_PUBLIC, access, 'PER')).toThrow(refused('sign_in'));
      }
  });

  it('keep the operator away from the docket: whoever runs the machine sees no figures', () => {
    const operator = holding(SESSION, ['operator', 'PER']);
    expect(() => grantFor(operator, READ_DOCKET, 'PER')).toThrow(refused('role'));
    expect(grantFor(operator, READ_WATCH, null).scope).toBe('all');
  });

  it('give nothing to a session whose second factor is still due', () => {
    const halfway = holding({ ...SESSION, secondFactorDue: true }, ['ombudsperson', 'PER']);
    expect(() => grantFor(halfway, READ_DOCKET, 'PER')).toThrow(refused('second_factor'));
  });

  it('give a token no more than it holds, and no more than its person may', () => {
    const token = (permissions: string[]): Recognition => ({ kind: 'api_token', tokenId: 1, permissions });
    const reader = holding(token(['docket:read']), ['ombudsperson', 'PER']);
    expect(grantFor(reader, READ_DOCKET, 'PER').scope).toBe('own_state');
    expect(() => grantFor(holding(token([]), ['ombudsperson', 'PER']), READ_DOCKET, 'PER')).toThrow(
      refused('token'),
    );
    expect(() => grantFor(holding(token(['watch:read']), ['ombudsperson', 'PER']), READ_WATCH, null)).toThrow(
      refused('role'),
    );
  });
});
