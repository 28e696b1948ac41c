import { z } from 'zod';

import { LanguageSchema } from '#contracts';
import { UserError } from '#domain';

/** The language of the page that a form stands on. */
export const LanguageFormSchema = z.object({ lang: LanguageSchema.default('en') });

/** Reads query or form input by its schema; the error names every field and what is expected of it. */
export function readInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
  throw new UserError('invalid_input', 'input.invalid', problems.join('; '), {
    details: { fields: problems },
  });
}

/**
 * The same for a form that a person filled in.
 * @throws UserError `form.FIELD`, of the first field that is not as expected: its page says so in words.
 */
export function readForm<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = String(issue?.path[0] ?? 'input');
  throw new UserError('invalid_input', `form.${field}`, `${field}: ${issue?.message ?? 'not valid'}`);
}
