import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { UserError } from '#domain';

import type { DemonstrationFile } from './demonstration-file.js';
import { DemonstrationFileSchema } from './demonstration-file.js';

/**
 * Reads the demonstration's folder: every `*.json` in it, objects joined and lists of the same name put one after the other.
 * @throws UserError naming the first field that is not as the schema wants it
 */
export async function readDemonstration(folder: string): Promise<DemonstrationFile> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const joined: Record<string, unknown> = {};
  for (const name of names) {
    const part = JSON.parse(await readFile(join(folder, name), 'utf8')) as Record<string, unknown>;
    for (const [key, value] of Object.entries(part)) {
      const before = joined[key];
      joined[key] =
        Array.isArray(before) && Array.isArray(value)
          ? [...(before as unknown[]), ...(value as unknown[])]
          : value;
    }
  }
  const result = DemonstrationFileSchema.safeParse(joined);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UserError(
    'invalid_input',
    'demonstration.invalid',
    `${folder}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
  );
}
