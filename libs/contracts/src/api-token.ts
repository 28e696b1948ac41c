import { z } from 'zod';

/** A token as its owner sees it afterwards: never the token itself. */
export const ApiTokenSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  permissions: z.array(z.string()).describe('resource:action, as in docs/permissions.md'),
  state: z.enum(['live', 'expired', 'revoked']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().describe('To the minute'),
});
export type ApiToken = z.infer<typeof ApiTokenSchema>;

/** One's own tokens, newest first, and what a new one could hold. */
export const ApiTokenListSchema = z.object({
  items: z.array(ApiTokenSchema),
  permissions: z.array(z.string()).describe('What the reader may hand on to a token'),
  defaultDays: z.number().int(),
  mostDays: z.number().int(),
});
export type ApiTokenList = z.infer<typeof ApiTokenListSchema>;

/** The only answer that ever holds the token. */
export const CreatedApiTokenSchema = ApiTokenSchema.extend({
  token: z.string().describe('For the header "Authorization: Bearer …"; shown this once'),
});
export type CreatedApiToken = z.infer<typeof CreatedApiTokenSchema>;

/** What a new token shall be. Limits are said by the answer to a wish that goes beyond them. */
export const ApiTokenWishSchema = z.object({
  name: z.string(),
  days: z
    .union([z.number(), z.string().transform(Number)])
    .optional()
    .describe('Until it ends'),
  permissions: z
    .union([z.string().transform((permission) => [permission]), z.array(z.string())])
    .optional()
    .describe('resource:action, each held by the asker'),
});
