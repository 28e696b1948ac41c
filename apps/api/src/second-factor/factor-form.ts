import { z } from 'zod';

import { LanguageSchema } from '#contracts';
import { UserError } from '#domain';
import type { FactorAnswer, Visitor } from '#identity';

import { PageQuerySchema } from '../public/states.controller.js';

export const SecondFactorsQuerySchema = PageQuerySchema.extend({
  codes: z.string().max(100).optional().describe('Token that shows fresh recovery codes, once'),
});

/** A form that proves who sends it: by a code in words, or by what a passkey answered. */
export const FactorFormSchema = z.object({
  lang: LanguageSchema.default('en'),
  code: z.string().max(100).default(''),
  /** JSON that the browser's passkey gave. */
  proof: z.string().max(20_000).default(''),
});

/** Six digits are of an authenticator app; whatever else is typed is read as a recovery code. */
export function answerOf({ code, proof }: z.infer<typeof FactorFormSchema>): FactorAnswer | null {
  if (proof !== '') return { kind: 'passkey', response: jsonOf(proof) };
  if (code.trim() === '') return null;
  const digits = code.replaceAll(/\s/g, '');
  return { kind: /^\d{6}$/.test(digits) ? 'one_time_password' : 'recovery_code', code };
}

/** Whoever sends an empty form has proved nothing. */
export function proofOf(form: z.infer<typeof FactorFormSchema>): FactorAnswer {
  return answerOf(form) ?? { kind: 'recovery_code', code: '' };
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The account's own pages are for its owner in a browser: a token for programs never changes how its owner signs in. */
export function ownerOf({ personId, recognition }: Visitor): { personId: number; sessionId: number } {
  if (personId !== null && recognition.kind === 'session')
    return { personId, sessionId: recognition.sessionId };
  throw new UserError('forbidden', 'permission.session', 'This is done in a browser, signed in.');
}
