// Sweeps the State it is told of against the database that DATABASE_URL names, and tells its peak memory. Nothing else runs in this process.
import { readFileSync } from 'node:fs';

import { loadConfig, readEnvironment } from '#config';
import { openInstallation } from '#installation';

const installation = await openInstallation(loadConfig(readEnvironment()));
const { tracking } = installation;

process.on('message', async ({ iso3 }) => {
  if (iso3 === undefined) {
    await installation.close();
    process.disconnect();
    return;
  }
  const state = await tracking.states.getState(iso3);
  const { counts } = await tracking.runSweep.run(state, { worker: 'bench', again: true });
  const [, peak] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  process.send({ swept: counts.recommendations, peakMiB: peak / 1024 });
});
process.send('ready');
