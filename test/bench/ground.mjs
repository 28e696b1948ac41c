import { join } from 'node:path';

import { loadConfig } from '#config';
import { openInstallation } from '#installation';

/** A whole installation of its own: embedded PostgreSQL with fsync on, queues beside it, the built-in mailbox. */
export async function openGround(folder) {
  const installation = await openInstallation(
    loadConfig({ VIGIA_DATA_DIR: join(folder, 'data'), PORT: '0', VIGIA_DEMO: '1' }),
  );
  return installation;
}
