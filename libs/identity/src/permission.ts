import type { Role } from '#domain';
import { UserError } from '#domain';

import type { Visitor } from './sign-in.js';

/** How far a right reaches: the visitor's own institution, the own State, or everything. */
export type Scope = 'own_institution' | 'own_state' | 'all';

/** What needs more than being the public. */
export type Resource = 'docket' | 'watch';

/** Who may read what, and how far. A role that is not listed may not. */
export const READ_PERMISSIONS: Readonly<Record<Resource, Partial<Record<Role, Scope>>>> = {
  docket: { ombudsperson: 'own_state', secretariat: 'own_state', focal_point: 'own_institution' },
  watch: { operator: 'all' },
};

/** The scope in which the visitor may read, or an error that says who may. */
export function scopeOf(visitor: Visitor, resource: Resource, state: string | null): Scope {
  const scope = READ_PERMISSIONS[resource][visitor.role];
  if (scope === undefined || (scope !== 'all' && visitor.state !== state)) {
    const roles = Object.keys(READ_PERMISSIONS[resource]).join(', ');
    throw new UserError(
      'forbidden',
      visitor.role === 'public' ? 'permission.sign_in' : 'permission.role',
      `This page is for ${roles}. ${visitor.role === 'public' ? 'Sign in with a link of yours.' : 'Your role does not include it.'}`,
    );
  }
  return scope;
}
