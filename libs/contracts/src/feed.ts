import { z } from 'zod';

import { LanguageSchema } from './vocabulary.js';

export const FeedQuerySchema = z.object({
  lang: LanguageSchema.optional().describe('Without it the first language of Accept-Language that is spoken'),
});
