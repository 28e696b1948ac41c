import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { uhriRow } from '../support/uhri-rows.js';

const FILE_MEGABYTES = 300;
const MOST_MEGABYTES = 256;
const ROWS_AT_ONCE = 2_000;

let directory: string;
let file: string;
let written = { bytes: 0, rows: 0 };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vigia-uhri-'));
  file = join(directory, 'export.json');
  const handle = await open(file, 'w');
  let [bytes, rows] = [0, 0];
  for (; bytes < FILE_MEGABYTES * 1_000_000; rows += ROWS_AT_ONCE) {
    const piece = Array.from({ length: ROWS_AT_ONCE }, (_, index) =>
      JSON.stringify(
        uhriRow(rows + index, (rows + index) % 2 === 0 ? {} : { 'Countries Concerned': '- Chile' }),
      ),
    ).join(',\n');
    bytes += (await handle.write(`${rows === 0 ? '[' : ',\n'}${piece}`)).bytesWritten;
  }
  await handle.write(']');
  await handle.close();
  written = { bytes, rows };
}, 120_000);

afterAll(() => rm(directory, { recursive: true }));

describe('an export of hundreds of megabytes', () => {
  it('is read with memory that does not grow with it', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(process.cwd(), 'test', 'support', 'read-uhri-export.mjs'), file],
      { cwd: process.cwd() },
    );
    const { rows, peakMegabytes } = JSON.parse(stdout) as { rows: unknown; peakMegabytes: number | null };
    expect(rows).toEqual({ annotation: written.rows / 2, other_state: written.rows / 2 });
    process.stdout.write(
      `UHRI: ${Math.round(written.bytes / 1_000_000)} MB, ${written.rows} rows: at most ${peakMegabytes ?? '?'} MB of memory (VmHWM)\n`,
    );
    if (existsSync('/proc/self/status')) expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES);
    else process.stdout.write('skipped: this system has no /proc, the peak of memory is not known\n');
  }, 300_000);
});
