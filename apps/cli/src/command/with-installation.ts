import { loadConfig, readEnvironment } from '#config';
import { openInstallation } from '#installation';
import type { Installation } from '#installation';

/** Opens what the settings name, does the work, and closes it whatever happened. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(loadConfig(readEnvironment()));
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
