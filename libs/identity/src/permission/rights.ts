import type { Role } from '#domain';

/** How far a right reaches: one's own account, one's institution, one's State, or everything. */
export type Scope = 'own' | 'own_institution' | 'own_state' | 'all';

export type Action = 'read' | 'create' | 'update' | 'delete';

/** What roles may do with one resource. */
export type Rights = Partial<Record<Action, Partial<Record<Role, Scope>>>>;

export const EVERYBODY: Partial<Record<Role, Scope>> = { public: 'all' };
export const WHOEVER_IS_SIGNED_IN: Partial<Record<Role, Scope>> = {
  contributor: 'own',
  focal_point: 'own',
  monitoring_body: 'own',
  ombudsperson: 'own',
  secretariat: 'own',
  operator: 'own',
};

/** An institution only on what it answers for. */
export const WHO_COMMENTS: Partial<Record<Role, Scope>> = {
  monitoring_body: 'own_state',
  ombudsperson: 'own_state',
  secretariat: 'own_state',
  focal_point: 'own_institution',
};
/** In the State that is named; it is their own all the same. */
export const WHOEVER_HAS_A_ROLE: Partial<Record<Role, Scope>> = {
  contributor: 'own_state',
  focal_point: 'own_state',
  monitoring_body: 'own_state',
  ombudsperson: 'own_state',
  secretariat: 'own_state',
  operator: 'own_state',
};
