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
