import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { UserError } from '#domain';

import { readLibraries } from '../define-indicators/indicator-library.js';
import type { IndicatorLibrary } from '../define-indicators/indicator-library.js';
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
  if (result.success) return withSheets(result.data, await readLibraries());
  const issue = result.error.issues[0];
  throw new UserError(
    'invalid_input',
    'demonstration.invalid',
    `${folder}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
  );
}

/** The indicators of the demonstration are those of the library: what each of them is stands there. */
function withSheets(file: DemonstrationFile, libraries: readonly IndicatorLibrary[]): DemonstrationFile {
  const sheetOf = (code: string) =>
    libraries.map(({ indicators }) => indicators.get(code)).find((one) => one !== undefined)?.sheet ?? {};
  return {
    ...file,
    indicators: file.indicators.map((indicator) => ({ ...indicator, sheet: sheetOf(indicator.code) })),
  };
}
