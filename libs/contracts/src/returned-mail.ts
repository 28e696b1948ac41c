import { z } from 'zod';

export const TakenReturnedMailSchema = z.object({
  returnedAs: z
    .enum([
      'address_unusable',
      'refused',
      'given_up',
      'delayed',
      'auto_reply',
      'outdated',
      'not_understood',
      'forged',
    ])
    .describe(
      'What it says of the mail that had left; forged: it is about none of ours, and nothing is kept of it',
    ),
});
export type TakenReturnedMail = z.infer<typeof TakenReturnedMailSchema>;
