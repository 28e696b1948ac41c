import { describe, expect, it } from '@jest/globals';

import type { Role } from '#domain';

import { appointableBy, mayEndAccess } from './appointment.js';

const PERU = 1;
const CHILE = 2;
const IN_A_STATE = ['secretariat', 'focal_point', 'ombudsperson', 'monitoring_body', 'contributor'];

describe('who appoints whom', () => {
  it.each<[Role, readonly string[]]>([
    ['operator', [...IN_A_STATE, 'operator']],
    ['secretariat', IN_A_STATE],
    ['focal_point', []],
    ['ombudsperson', []],
    ['monitoring_body', []],
    ['contributor', []],
    ['public', []],
  ])('%s appoints %j', (role, appointed) => {
    expect(appointableBy(role)).toEqual(appointed);
  });
});

describe('who ends the access of a person', () => {
  type Held = readonly { readonly role: Role; readonly stateId: number }[];
  const held = (...roles: readonly (readonly [Role, number])[]): Held =>
    roles.map(([role, stateId]) => ({ role, stateId }));

  it.each<[string, Held, boolean]>([
    ['with roles of that State alone', held(['focal_point', PERU], ['contributor', PERU]), true],
    ['with the same role', held(['secretariat', PERU]), true],
    ['who also has a role elsewhere', held(['focal_point', PERU], ['focal_point', CHILE]), false],
    ['with a role elsewhere only', held(['focal_point', CHILE]), false],
    ['who also runs the machine', held(['focal_point', PERU], ['operator', PERU]), false],
    ['without a role', [], true],
  ])('a secretariat: that of somebody %s', (_, roles, allowed) => {
    expect(mayEndAccess({ role: 'secretariat', stateId: PERU }, roles)).toBe(allowed);
  });

  it('whoever runs the machine, in every State', () => {
    const roles = held(['secretariat', CHILE], ['operator', PERU]);
    expect(mayEndAccess({ role: 'operator', stateId: PERU }, roles)).toBe(true);
  });

  it('nobody who appoints nobody', () => {
    expect(mayEndAccess({ role: 'ombudsperson', stateId: PERU }, held(['contributor', PERU]))).toBe(false);
  });
});
