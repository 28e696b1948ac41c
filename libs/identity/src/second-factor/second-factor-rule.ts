import type { Visitor } from '../session/visitor.js';

/**
 * Whether somebody has to set a second factor up before anything else: who holds one of the roles, in whatever State, and has
 * none. It is asked at every request, so a factor that was taken away or a role that was given a moment ago counts at once.
 */
export function mustSetUpSecondFactor(
  { memberships, hasSecondFactor }: Pick<Visitor, 'memberships' | 'hasSecondFactor'>,
  roles: readonly string[],
): boolean {
  return !hasSecondFactor && memberships.some(({ role }) => roles.includes(role));
}
