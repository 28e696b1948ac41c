import { z } from 'zod';

import { LanguageSchema } from './vocabulary.js';

export const FeedQuerySchema = z.object({
  lang: LanguageSchema.optional().describe('Without it the first language of Accept-Language that is spoken'),
});

/** An address of one's own calendar as its owner sees it afterwards: never the address itself. */
export const CalendarFeedSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  state: z.enum(['live', 'revoked']),
  createdAt: z.iso.datetime(),
  lastReadAt: z.iso.datetime().nullable().describe('To the minute'),
});
export type CalendarFeed = z.infer<typeof CalendarFeedSchema>;

export const CalendarFeedListSchema = z.object({
  items: z.array(CalendarFeedSchema).describe('Newest first'),
  offered: z.boolean().describe('False: the role has no dates of its own'),
});
export type CalendarFeedList = z.infer<typeof CalendarFeedListSchema>;

/** What the page shows once. */
export interface CreatedCalendarFeed {
  readonly name: string;
  readonly url: string;
}
