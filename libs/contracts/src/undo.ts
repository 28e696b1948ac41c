import { z } from 'zod';

import { UNDO_KINDS } from '#domain';

/** What the button sends that undoes what was just done. */
export const UndoFormSchema = z.object({
  kind: z.enum(UNDO_KINDS),
  id: z.coerce.number().int().positive().max(2_147_483_647),
  /** Path and query of the page on which it stands, without the language. */
  page: z.string().max(2_000).catch(''),
});
export type UndoKind = z.infer<typeof UndoFormSchema>['kind'];
