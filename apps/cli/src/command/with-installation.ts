import { loadConfig, readEnvironment } from '#config';
import { openInstallation } from '#installation';
import type { Installation } from '#installation';

import { loadDemonstrationState } from '../demonstration/demonstration.js';

/** Opens what the settings name, does the work, and closes it whatever happened. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(loadConfig(readEnvironment()));
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** The same, on the record that a start would find: in a demonstration with its State loaded. */
export function withRecord<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  return withInstallation(async (installation) => {
    if (installation.config.demonstration) await loadDemonstrationState(installation);
    return work(installation);
  });
}
