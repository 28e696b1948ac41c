import { z } from 'zod';

/** Takes something back that everybody could read: it stays to be read, beside the reason. */
export const WithdrawalSchema = z.object({ reason: z.string().trim().min(1).max(500) });
