import { z } from 'zod';

import { LanguageSchema } from './vocabulary.js';

export const CalendarQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  institution: z
    .string()
    .max(40)
    .optional()
    .describe(
      'Code of an institution: only what it owes. Without it also the dates of the documents themselves',
    ),
});
