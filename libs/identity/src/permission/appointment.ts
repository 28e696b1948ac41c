import type { Role } from '#domain';

const IN_THE_STATE: readonly Role[] = [
  'secretariat',
  'focal_point',
  'ombudsperson',
  'monitoring_body',
  'contributor',
];

/** Roles that each role may give and take. Who runs the machine is appointed by those who run it, not by a State's secretariat. */
const APPOINTMENTS: Partial<Record<Role, readonly Role[]>> = {
  secretariat: IN_THE_STATE,
  operator: [...IN_THE_STATE, 'operator'],
};

export function appointableBy(role: Role): readonly Role[] {
  return APPOINTMENTS[role] ?? [];
}

/**
 * Whether somebody in that role of one State may end a person's access, which reaches into every State: a secretariat only
 * where every role that the person holds is one of its own State that it could take away.
 */
export function mayEndAccess(
  by: { readonly role: Role; readonly stateId: number },
  held: readonly { readonly role: Role; readonly stateId: number }[],
): boolean {
  if (by.role === 'operator') return true;
  return held.every(({ role, stateId }) => stateId === by.stateId && appointableBy(by.role).includes(role));
}
