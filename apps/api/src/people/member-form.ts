import { z } from 'zod';

import type { Asking } from '../access/asking.js';

export const ReasonFormSchema = z.object({ reason: z.string().trim().min(1).max(500) });
export const MembershipIdSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** The role by which the guard let the visitor in; the public holds none and never comes here. */
export function roleOf({ membership }: Asking['grant']) {
  return membership?.role ?? 'public';
}
