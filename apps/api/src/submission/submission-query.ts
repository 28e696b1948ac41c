import { z } from 'zod';

import { LanguageSchema, SearchTextSchema } from '#contracts';
import { AUTHOR_KINDS, SUBMISSION_STATES } from '#domain';

/** A page of a list; `state` and `author` left out or empty: all. */
export const SubmissionQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  state: z.union([z.enum(SUBMISSION_STATES), z.literal('')]).default(''),
  author: z.union([z.enum(AUTHOR_KINDS), z.literal('')]).default(''),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const ReviewQuerySchema = SubmissionQuerySchema.omit({ state: true });

export const ContributionQuerySchema = SubmissionQuerySchema.omit({ state: true, author: true });

export const ObligationQuerySchema = ContributionQuerySchema.extend({
  id: z.coerce.number().int().positive().max(2_147_483_647).optional().describe('Only this one'),
});

export const SubmissionIdSchema = z.coerce.number().int().positive().max(2_147_483_647);
