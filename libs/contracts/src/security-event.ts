import { z } from 'zod';

import { CivilDateSchema, LanguageSchema } from './vocabulary.js';

export const SecurityEventSchema = z.object({
  at: z.iso.datetime().describe('Instant, in UTC'),
  on: CivilDateSchema.describe('Day in UTC: the log belongs to no State'),
  event: z.string().describe('Code: `sign_in.failed`'),
  outcome: z.enum(['success', 'refused', 'error']),
  person: z.number().int().nullable().describe('Number of the person; null where nobody was recognised'),
  ways: z.array(z.string()).describe('By what somebody came in or tried to: `password`, `passkey`'),
  reason: z.string().nullable().describe('Code of the error that was answered'),
  resource: z.string().nullable().describe('What was asked for, as the table of permissions names it'),
  action: z.string().nullable(),
  network: z.string().nullable().describe('Keyed hash of the network: the same for the same network'),
});
export type SecurityEventView = z.infer<typeof SecurityEventSchema>;

/** Newest first. */
export const SecurityEventListSchema = z.object({
  items: z.array(SecurityEventSchema),
  nextCursor: z.string().nullable(),
  events: z.array(z.string()).describe('Every code that there is, for the filter'),
  leftOut: z
    .number()
    .int()
    .describe('Events of a flood that were counted only: of the day asked for, or of all'),
});
export type SecurityEventList = z.infer<typeof SecurityEventListSchema>;

export const SecurityEventQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  event: z.string().max(80).optional().describe('One code of `events`'),
  day: z.iso.date('expected a day, YYYY-MM-DD').optional().describe('Day in UTC'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
