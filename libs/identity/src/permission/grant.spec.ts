import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Role } from '#domain';

import { THE_PUBLIC } from '../session/visitor.js';
import type { Recognition, Visitor } from '../session/visitor.js';
import { grantFor } from './grant.js';
import { PERMISSIONS, permissionName, rightsTo } from './permission.js';
import type { Access, Resource } from './permission.js';
import type { Action, Scope } from './rights.js';

const ROLES: readonly Role[] = [
  'contributor',
  'focal_point',
  'monitoring_body',
  'ombudsperson',
  'secretariat',
  'operator',
];
const STATES = ['PER', 'CHL', 'URY'];
const EVERY_ACCESS: readonly Access[] = Object.entries(PERMISSIONS).flatMap(([resource, actions]) =>
  Object.keys(actions).map((action) => ({ resource: resource as Resource, action: action as Action })),
);
const SESSION: Recognition = { kind: 'session', sessionId: 1, secondFactorDue: false };
const WIDTH: Readonly<Record<Scope, number>> = { own: 0, own_institution: 1, own_state: 2, all: 3 };

type Held = readonly [Role, string];

function visitor(recognition: Recognition, held: readonly Held[]): Visitor {
  return {
    ...THE_PUBLIC,
    personId: 7,
    recognition,
    memberships: held.map(([role, state]) => ({
      stateId: STATES.indexOf(state) + 1,
      state,
      role,
      institution: null,
    })),
  };
}

/** The scope, or the last part of the code of the refusal. */
function outcome(who: Visitor, access: Access, state: string | null): string {
  try {
    return grantFor(who, access, state).scope;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const anyHeld = fc.array(fc.tuple(fc.constantFrom(...ROLES), fc.constantFrom(...STATES)), { maxLength: 5 });
const anyAccess = fc.constantFrom(...EVERY_ACCESS);
const anyState = fc.constantFrom(...STATES, null);

describe('a grant', () => {
  it('is the widest that any membership gives there, and there is none where no membership gives one', () => {
    fc.assert(
      fc.property(anyHeld, anyAccess, anyState, (held, access, state) => {
        const rights = rightsTo(access);
        if (rights.public !== undefined) return;
        const scopes = held.flatMap(([role, where]) => {
          const scope = rights[role];
          if (scope === undefined) return [];
          return scope === 'own' || scope === 'all' || where === state ? [scope] : [];
        });
        const widest = scopes.sort((left, right) => WIDTH[right] - WIDTH[left])[0];
        expect(outcome(visitor(SESSION, held), access, state)).toBe(widest ?? 'permission.role');
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes by a membership that itself has the right, in the State that was asked for', () => {
    fc.assert(
      fc.property(anyHeld, anyAccess, anyState, (held, access, state) => {
        const who = visitor(SESSION, held);
        if (outcome(who, access, state).startsWith('permission.')) return;
        const { scope, membership } = grantFor(who, access, state);
        if (rightsTo(access).public !== undefined) {
          expect({ scope, membership }).toEqual({ scope: rightsTo(access).public, membership: null });
          return;
        }
        expect(who.memberships).toContain(membership);
        expect(rightsTo(access)[membership!.role]).toBe(scope);
        if (scope === 'own_state' || scope === 'own_institution') expect(membership!.state).toBe(state);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of one State is never reached without naming a State', () => {
    const secretariat = visitor(SESSION, [['secretariat', 'PER']]);
    expect(outcome(secretariat, { resource: 'person', action: 'read' }, null)).toBe('permission.role');
    expect(outcome(secretariat, { resource: 'person', action: 'read' }, 'PER')).toBe('own_state');
  });

  it('over the own account needs a role, and no State', () => {
    const account: Access = { resource: 'account', action: 'update' };
    expect(outcome(visitor(SESSION, [['contributor', 'PER']]), account, null)).toBe('own');
    expect(outcome(visitor(SESSION, []), account, null)).toBe('permission.role');
  });

  it('keeps what is open to everybody open to whoever is signed in, halfway or without a role', () => {
    const record: Access = { resource: 'public_record', action: 'read' };
    for (const who of [
      visitor(SESSION, []),
      visitor({ ...SESSION, secondFactorDue: true }, [['operator', 'PER']]),
      visitor({ kind: 'api_token', tokenId: 1, permissions: [] }, [['operator', 'PER']]),
    ])
      expect(outcome(who, record, 'PER')).toBe('all');
  });
});

describe('a refusal', () => {
  const DOCKET: Access = { resource: 'docket', action: 'read' };
  const OWN_ACCOUNT: Access = { resource: 'account', action: 'update' };
  const token = (permissions: string[]): Recognition => ({ kind: 'api_token', tokenId: 1, permissions });

  it.each<[string, string, Recognition, Role, Access]>([
    ['sign_in', 'Sign in first.', { kind: 'none' }, 'ombudsperson', DOCKET],
    [
      'second_factor',
      'Your second factor is still due.',
      { ...SESSION, secondFactorDue: true },
      'ombudsperson',
      DOCKET,
    ],
    [
      'token',
      'This token does not hold docket:read.',
      token(['docket:write', 'docket']),
      'ombudsperson',
      DOCKET,
    ],
    [
      'token',
      'A token does not sign in and does not change an account.',
      token(['account:update']),
      'ombudsperson',
      OWN_ACCOUNT,
    ],
    ['role', 'Your role does not include it.', SESSION, 'operator', DOCKET],
  ])('for want of the %s says "%s"', (code, why, recognition, role, access) => {
    const asked = () => grantFor(visitor(recognition, [[role, 'PER']]), access, 'PER');
    expect(asked).toThrow(
      expect.objectContaining({ code: `permission.${code}`, message: expect.stringContaining(`. ${why}`) }),
    );
  });

  it('names the roles for which it would be, and why', () => {
    const asked = () => grantFor(THE_PUBLIC, { resource: 'docket', action: 'read' }, 'PER');
    expect(asked).toThrow(
      expect.objectContaining({
        kind: 'forbidden',
        message: 'This is for ombudsperson, secretariat, focal_point. Sign in first.',
      }),
    );
  });

  it('of an action that a resource does not have is for everybody', () => {
    const access: Access = { resource: 'docket', action: 'delete' };
    for (const role of ROLES)
      expect(outcome(visitor(SESSION, [[role, 'PER']]), access, 'PER')).toBe('permission.role');
    expect(() => grantFor(visitor(SESSION, [['operator', 'PER']]), access, 'PER')).toThrow(
      /^This is for nobody\./,
    );
  });
});

describe('a role that demands a second factor', () => {
  const DEMANDING = ['secretariat'];
  const PEOPLE: Access = { resource: 'person', action: 'read' };
  const OWN_ACCOUNT: Access = { resource: 'account', action: 'update' };
  const secretariat = visitor(SESSION, [['secretariat', 'PER']]);

  it('gives nothing but the own account and what is public before there is one', () => {
    expect(() => grantFor(secretariat, PEOPLE, 'PER', DEMANDING)).toThrow(
      expect.objectContaining({
        code: 'permission.second_factor_missing',
        message: expect.stringContaining('Set a second factor up first, at your account.'),
      }),
    );
    expect(grantFor(secretariat, OWN_ACCOUNT, null, DEMANDING).scope).toBe('own');
    expect(grantFor(secretariat, { resource: 'public_record', action: 'read' }, null, DEMANDING).scope).toBe(
      'all',
    );
  });

  it('gives everything of its own once there is one', () => {
    expect(grantFor({ ...secretariat, hasSecondFactor: true }, PEOPLE, 'PER', DEMANDING).scope).toBe(
      'own_state',
    );
  });

  it('asks nothing of the other roles', () => {
    expect(grantFor(secretariat, PEOPLE, 'PER', ['operator']).scope).toBe('own_state');
  });
});

describe('a token', () => {
  const everything = EVERY_ACCESS.map(permissionName);
  const token: Recognition = { kind: 'api_token', tokenId: 1, permissions: everything };

  it('never signs in or out, never touches an account and never makes tokens, even where it says that it may', () => {
    for (const access of EVERY_ACCESS.filter(({ resource }) =>
      ['sign_in', 'account', 'api_token', 'calendar_feed', 'saved_view', 'undo'].includes(resource),
    ))
      expect([
        permissionName(access),
        outcome(visitor(token, [['secretariat', 'PER']]), access, 'PER'),
      ]).toEqual([permissionName(access), 'permission.token']);
  });

  it('that holds every permission reaches elsewhere exactly what its person reaches', () => {
    fc.assert(
      fc.property(anyHeld, anyAccess, anyState, (held, access, state) => {
        if (
          [
            'sign_in',
            'account',
            'api_token',
            'calendar_feed',
            'saved_view',
            'undo',
            'person_factor',
          ].includes(access.resource)
        )
          return;
        expect(outcome(visitor(token, held), access, state)).toBe(
          outcome(visitor(SESSION, held), access, state),
        );
      }),
    );
  });
});
