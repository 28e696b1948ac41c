import type { StatementAuthor } from '#tracking';

import type { Asking } from '../access/asking.js';
import { answeringOf } from '../action/answering.js';

/** Whose statement it is: of the person's institution, where the person's term names one. */
export function authorOf(asked: Asking): StatementAuthor {
  return { ...answeringOf(asked), institution: asked.grant.membership?.institution?.code ?? null };
}
