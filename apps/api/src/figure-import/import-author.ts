import type { UploadAuthor } from '#tracking';

import { personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';

/** Who brings figures, by the role that the guard granted it to. */
export function authorOf(asking: Asking): UploadAuthor {
  return { personId: personOf(asking), actor: asking.grant.membership?.role ?? 'public' };
}
