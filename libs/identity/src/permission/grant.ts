import type { Role } from '#domain';
import { UserError } from '#domain';

import { isOfPersonsOnly } from '../api-token/token-permission.js';
import { mustSetUpSecondFactor } from '../second-factor/second-factor-rule.js';
import type { Visitor, VisitorMembership } from '../session/visitor.js';
import { permissionName, rightsTo } from './permission.js';
import type { Access } from './permission.js';
import type { Scope } from './rights.js';

/** What the visitor was allowed, how far, and by which membership (null: as the public, or over the own account). */
export interface Grant {
  readonly scope: Scope;
  readonly membership: VisitorMembership | null;
}

const WIDEST_FIRST: readonly Scope[] = ['all', 'own_state', 'own_institution', 'own'];

/**
 * The widest right that the visitor has to a route, in the State that the route names (null: it names none). Who still has to
 * set a second factor up keeps what is public and the own account, where it is done; a token of that person keeps the first.
 * @throws UserError `permission.sign_in`, `permission.second_factor`, `permission.second_factor_missing`, `permission.token` or
 *   `permission.role`.
 */
export function grantFor(
  visitor: Visitor,
  access: Access,
  state: string | null,
  secondFactorRoles: readonly string[] = [],
): Grant {
  const rights = rightsTo(access);
  const { recognition } = visitor;
  if (recognition.kind === 'api_token' && isOfPersonsOnly(access))
    throw refusal('token', rights, 'A token does not sign in and does not change an account.');
  if (rights.public !== undefined) return { scope: rights.public, membership: null };
  if (recognition.kind === 'none') throw refusal('sign_in', rights, 'Sign in first.');
  if (recognition.kind === 'session' && recognition.secondFactorDue)
    throw refusal('second_factor', rights, 'Your second factor is still due.');
  if (recognition.kind === 'api_token' && !recognition.permissions.includes(permissionName(access)))
    throw refusal('token', rights, `This token does not hold ${permissionName(access)}.`);
  if (access.resource !== 'account' && mustSetUpSecondFactor(visitor, secondFactorRoles))
    throw refusal('second_factor_missing', rights, 'Set a second factor up first, at your account.');

  const [widest] = WIDEST_FIRST.flatMap((scope) =>
    visitor.memberships
      .filter((held) => rights[held.role] === scope && (reachesEverywhere(scope) || held.state === state))
      .map((membership): Grant => ({ scope, membership })),
  );
  if (!widest) throw refusal('role', rights, 'Your role does not include it.');
  return widest;
}

/** What is one's own is not of a State. */
function reachesEverywhere(scope: Scope): boolean {
  return scope === 'all' || scope === 'own';
}

function refusal(code: string, rights: Partial<Record<Role, Scope>>, why: string): UserError {
  const roles = Object.keys(rights).join(', ');
  return new UserError('forbidden', `permission.${code}`, `This is for ${roles || 'nobody'}. ${why}`);
}
