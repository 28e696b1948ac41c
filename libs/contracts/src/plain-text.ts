import { z } from 'zod';

import { CivilDateSchema, LanguageSchema } from './vocabulary.js';

/** Drafts and what stands of one recommendation in plain words, for those who write and confirm them. */
export const PlainTextListSchema = z.object({
  items: z.array(
    z.object({
      language: LanguageSchema,
      state: z.enum(['draft', 'confirmed']),
      text: z.string(),
      version: z.number().int().describe('Of the draft: goes with its confirmation'),
      writtenBy: z.string(),
      writtenOn: CivilDateSchema,
      confirmedBy: z.string().nullable(),
      confirmedOn: CivilDateSchema.nullable(),
    }),
  ),
});
export type PlainTextList = z.infer<typeof PlainTextListSchema>;

export const PlainTextSchema = z.object({
  language: LanguageSchema,
  text: z.string().trim().min(1).max(2_000),
});
export const PlainTextConfirmationSchema = z.object({
  language: LanguageSchema,
  version: z.coerce.number().int().positive().max(2_147_483_647),
});
export const PlainTextWithdrawalSchema = z.object({ language: LanguageSchema });
