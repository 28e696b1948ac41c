import { PERMISSIONS, permissionName, rightsTo } from '../permission/permission.js';
import type { Access, Resource } from '../permission/permission.js';
import type { Action } from '../permission/rights.js';
import type { VisitorMembership } from '../session/visitor.js';

/**
 * What only a person does, in a session: sign in, change how one or somebody else signs in, make tokens, secret addresses and saved views, undo what one has just done. A token that could do these would
 * outlive its own end.
 */
const OF_PERSONS_ONLY: readonly Resource[] = [
  'sign_in',
  'account',
  'api_token',
  'calendar_feed',
  'saved_view',
  'undo',
  'person_factor',
];

export function isOfPersonsOnly({ resource }: Access): boolean {
  return OF_PERSONS_ONLY.includes(resource);
}

/** Every permission that a token can hold. What is open to everybody needs none. */
export const TOKEN_PERMISSIONS: readonly Access[] = Object.entries(PERMISSIONS).flatMap(
  ([resource, actions]): Access[] =>
    Object.keys(actions)
      .map((action) => ({ resource: resource as Resource, action: action as Action }))
      .filter((access) => !isOfPersonsOnly(access) && rightsTo(access).public === undefined),
);

/** By name, what somebody with these memberships may hand on to a token. */
export function permissionsToGive(memberships: readonly VisitorMembership[]): string[] {
  return TOKEN_PERMISSIONS.filter((access) =>
    memberships.some(({ role }) => rightsTo(access)[role] !== undefined),
  ).map(permissionName);
}
