import { z } from 'zod';

import { CivilDateSchema } from './vocabulary.js';

/** What became of the newest mail with a way in; null for whoever has arrived, and where nothing is known. */
export const InvitationSchema = z.object({
  became: z
    .enum(['sent', 'failed', 'returned'])
    .describe('Taken by the relay, given up before, or come back after'),
  why: z
    .enum(['permanent', 'temporary', 'in_doubt', 'address_unusable', 'refused', 'given_up'])
    .nullable()
    .describe(
      'Before it left: refused for good, not taken for two hours, not known whether taken. After: no such mailbox, refused, given up after days',
    ),
  on: CivilDateSchema,
});
export type InvitationView = z.infer<typeof InvitationSchema>;
