import { UserError } from '#domain';
import type { UploadAuthor } from '#tracking';

import { personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { placeOfUnstorable } from '../edge/unstorable-text.js';

/** Who brings figures, by the role that the guard granted it to. */
export function authorOf(asking: Asking): UploadAuthor {
  return { personId: personOf(asking), actor: asking.grant.membership?.role ?? 'public' };
}

/** What stands in a form beside a file is not looked at by the edge, as bodies are. @throws UserError `input.invalid` */
export function refuseUnstorable(input: unknown): void {
  const place = placeOfUnstorable(input);
  if (place === null) return;
  throw new UserError(
    'invalid_input',
    'input.invalid',
    `${place}: expected text without U+0000 and half surrogates.`,
  );
}
