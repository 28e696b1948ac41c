import { z } from 'zod';

import { CursorSchema, LanguageSchema, SearchTextSchema } from '#contracts';

/** A page of a list of institutions, or of what nobody answers for. */
export const InstitutionQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  search: z.string().trim().max(100).default('').describe('A part of a name, as it is typed'),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const TransmissionQuerySchema = InstitutionQuerySchema.omit({ search: true }).extend({
  missing: z.enum(['0', '1']).default('0').describe('1: only those whose receipt is missing'),
});
