import { z } from 'zod';

import { CivilDateSchema } from './vocabulary.js';

/** How one can sign in at this installation. */
export const SignInWaysSchema = z.object({
  password: z.boolean(),
  passkey: z.boolean().describe('Browsers offer passkeys at this address'),
  oidc: z.string().nullable().describe("Host of the organisation's own sign-in; null where there is none"),
});
export type SignInWays = z.infer<typeof SignInWaysSchema>;

/** What a half-open session can be finished with; a recovery code always can. */
export const SecondFactorDueSchema = z.object({ oneTimePassword: z.boolean(), passkey: z.boolean() });
export type SecondFactorDue = z.infer<typeof SecondFactorDueSchema>;

/** One's own second factors. */
export const SecondFactorsSchema = z.object({
  oneTimePassword: z.boolean().describe('An authenticator app is set up and confirmed'),
  setUp: z
    .object({
      qr: z.object({ size: z.number().int(), path: z.string().describe('SVG path, one unit per module') }),
      key: z.string(),
    })
    .nullable()
    .describe('A key that waits for its first code'),
  passkeysOffered: z.boolean(),
  passkeys: z.array(
    z.object({
      id: z.number().int(),
      name: z.string(),
      addedOn: CivilDateSchema,
      lastUsedOn: CivilDateSchema.nullable(),
    }),
  ),
  recoveryCodesLeft: z.number().int(),
  recoveryCodes: z
    .array(z.string())
    .nullable()
    .describe('Fresh codes, for the one answer that was asked with their token'),
});
export type SecondFactorsView = z.infer<typeof SecondFactorsSchema>;

/** Options of a WebAuthn ceremony, handed to the browser as they are. */
export const PasskeyOptionsSchema = z.looseObject({ challenge: z.string() });
