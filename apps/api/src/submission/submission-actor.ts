import type { SubmissionActor } from '#tracking';

import type { Asking } from '../access/asking.js';

/** Owns nothing: a focal point whose institution is not entered. */
const NO_INSTITUTION = 0;

/** By the role with which the guard let the visitor in, and as far as that role reaches. */
export function actorOf({ visitor, grant }: Asking): SubmissionActor {
  const { personId } = visitor;
  const role = grant.membership?.role ?? 'public';
  if (grant.scope === 'own_institution')
    return {
      personId,
      role,
      reader: { kind: 'institution', institutionId: grant.membership?.institution?.id ?? NO_INSTITUTION },
    };
  if (personId === null) return { personId, role, reader: null };
  const watches = role === 'secretariat' || role === 'ombudsperson';
  return { personId, role, reader: { kind: watches ? 'state' : 'person', personId } };
}
