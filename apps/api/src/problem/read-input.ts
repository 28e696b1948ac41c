import type { z } from 'zod';

import { UserError } from '#domain';

/** Reads query or form input by its schema; the error names every field and what is expected of it. */
export function readInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
  throw new UserError('invalid_input', 'input.invalid', problems.join('; '), {
    details: { fields: problems },
  });
}
