// Takes files in against the database that DATABASE_URL names, and tells what that took. Nothing else runs in this process.
import { createReadStream, readFileSync } from 'node:fs';

import { loadConfig, readEnvironment } from '#config';
import { openInstallation } from '#installation';

const OPTIONS = {
  ...{ sheet: null, indicator: null, indicatorText: null, source: null, decimalMark: null, codes: null },
  ...{ columns: {}, categories: {}, reason: null, cohortRule: null },
};
const PIECE_BYTES = 256 * 1024;

const installation = await openInstallation(loadConfig(readEnvironment()));
const { tracking } = installation;

process.on('message', async ({ iso3, path }) => {
  if (path === undefined) {
    await installation.close();
    process.disconnect();
    return;
  }
  try {
    const state = await tracking.states.getState(iso3);
    const cpu = process.cpuUsage();
    const began = performance.now();
    const { outcome, counts, problems } = await tracking.importFigures.run(
      state,
      { name: 'bench.csv', bytes: createReadStream(path, { highWaterMark: PIECE_BYTES }) },
      { kind: 'observations', dryRun: false, override: null, options: OPTIONS },
      { personId: null, actor: 'command_line' },
    );
    const ms = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    const [, peak] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    process.send({
      outcome,
      counts,
      problem: problems[0],
      ms,
      cpuMs: (user + system) / 1000,
      peakMiB: peak / 1024,
    });
  } catch (error) {
    process.send({ outcome: 'failed', problem: String(error) });
  }
});
process.send('ready');
