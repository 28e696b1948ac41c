import { z } from 'zod';

import type { Answering } from '#tracking';

import type { Asking } from '../access/asking.js';
import { decodeIdCursor } from '../public/cursor.js';

export const IdSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** Who acts, and for which institution only where the right reaches no further. */
export function answeringOf({ visitor, grant }: Asking): Answering {
  return {
    personId: visitor.personId,
    role: grant.membership?.role ?? 'public',
    ownInstitution: ownInstitutionOf({ visitor, grant }),
  };
}

/** Null: of the whole State. Whose term names no institution has none. */
export function ownInstitutionOf({ grant }: Asking): string | null {
  return grant.scope === 'own_institution' ? (grant.membership?.institution?.code ?? '') : null;
}

export const before = (cursor: string | undefined): number | null =>
  cursor === undefined ? null : decodeIdCursor(cursor);
