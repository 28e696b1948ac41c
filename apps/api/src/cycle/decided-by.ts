import { personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';

/** Who decides, and in which role: the guard lets in nobody who has none. */
export function byOf(asking: Asking) {
  return { personId: personOf(asking), role: asking.grant.membership?.role ?? 'public' } as const;
}
