/** Reads the export named on the command line for Peru and prints how many rows there were and the most memory it took. */
import { createReadStream, readFileSync } from 'node:fs';

import { readUhriExport } from '#ingest';

const rows = {};
for await (const { kind } of readUhriExport(createReadStream(process.argv[2]), 'PER'))
  rows[kind] = (rows[kind] ?? 0) + 1;
const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
process.stdout.write(
  JSON.stringify({ rows, peakMegabytes: peak ? Math.round(Number(peak[1]) / 1_024) : null }),
);
