import { join } from 'node:path';

import pg from 'pg';

import { loadConfig } from '#config';
import { startEmbeddedPostgres } from '#embedded';
import { openInstallation } from '#installation';

/**
 * A whole installation of its own: embedded PostgreSQL with fsync on, queues beside it, the built-in mailbox. `analyse` gives the
 * planner what a server in use has gathered by itself, and clears what rows before have left; only the owner of the tables may.
 */
export async function openGround(folder) {
  const dataDir = join(folder, 'data');
  const installation = await openInstallation(
    loadConfig({ VIGIA_DATA_DIR: dataDir, PORT: '0', VIGIA_DEMO: '1' }),
  );
  const server = await startEmbeddedPostgres({ dataDir });
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  return {
    ...installation,
    analyse: () => owner.query('VACUUM (ANALYZE)'),
    close: async () => {
      await owner.end();
      await server.stop();
      await installation.close();
    },
  };
}
