import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseDocument } from '#ingest';
import type { State } from '#tracking';

import { bytesWithinLimit } from '../../libs/ingest/src/reading/open-document-file.js';
import { hostileFiles } from '../support/hostile-files.mjs';
import { WatchedState } from '../factories/watched-state.js';
import { fingerprint, openTrackingGround, readSample } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';
import { environment } from '../support/vigia-process.js';

const CLI = join(process.cwd(), 'dist', 'apps', 'cli', 'src', 'main.js');
/** Of text; a reading of PDF or Word may take a little more: 283 MB alone on a machine, 312 beside other work. */
const MOST_MB = 256;
const MOST_MB_IN_THREAD = 330;
const MEGABYTE = 1_000_000;
/** The short form; `npm run fuzz:reading` reads ten thousand. */
const FUZZED = '120';
/**
 * Prints the largest resident size in kB at the end. Linux hands a parent's `ru_maxrss` on to the process it starts
 * (getrusage(2) counts what came before exec), so there the high-water mark of the process's own memory is read.
 */
const PEAK = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  const peak = () => process.platform === 'linux'
    ? /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
    : process.resourceUsage().maxRSS;
  if (isMainThread) process.on('exit', () => process.stderr.write('peak=' + peak()));
`)}`;

interface Reading {
  readonly code: number | null;
  readonly said: string;
  /** Largest resident size of the process. */
  readonly peakMb: number;
}

/** `vigia parse FILE` as built, with what it took of the machine's memory. */
async function parse(file: string): Promise<Reading> {
  const child = spawn(process.execPath, ['--import', PEAK, CLI, 'parse', file, '--json'], {
    env: environment({}),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  await once(child, 'close');
  const kilobytes = Number(/peak=(\d+)/.exec(said)?.[1]);
  return {
    code: child.exitCode,
    said: said.replace(/peak=\d+/, ''),
    peakMb: Math.round((kilobytes * 1024) / MEGABYTE),
  };
}

describe('files that mean harm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigia-files-'));
  const place = (name: string, bytes: Uint8Array | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  let sample: Uint8Array;
  let ground: TrackingGround;
  let state: State;

  beforeAll(async () => {
    sample = await readSample();
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    ({ state } = await WatchedState.create(ground, 'PER'));
  });

  afterAll(async () => {
    await ground.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are refused with a reason or read, in less memory than they would like', async () => {
    const oneLine = place('line.txt', 'a'.repeat(50 * MEGABYTE));
    const nearlyTooLong = place('words.txt', `${'1. '.padEnd(19 * MEGABYTE, 'word ')}\n`);
    const sparse = place('sparse.txt', '');
    truncateSync(sparse, 2_000 * MEGABYTE);
    mkdirSync(join(folder, 'folder.txt'));
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ['one line of 50 MB', oneLine, /has 50 MB and at most 20 MB/],
      ['2 GB of nothing', sparse, /has 2000 MB and at most 20 MB/],
      ['19 MB of one word in one line', nearlyTooLong, /has 20 MB and at most 1 MB/],
      [
        '900 kB of one word in one line',
        place('long.txt', `${'1. '.padEnd(900_000, 'word ')}\n`),
        /does not look like concluding observations|language .* not recognised/i,
      ],
      ['a NUL in the text', place('nul.txt', 'Concluding\0observations'), /holds binary data/],
      [
        'UTF-16',
        place('wide.txt', Buffer.from('\ufeffConcluding observations', 'utf16le')),
        /holds binary data/,
      ],
      ['Latin-1', place('latin.txt', Buffer.from('Observaciones finales: niñas', 'latin1')), /not UTF-8/],
      ['overlong UTF-8', place('overlong.txt', Uint8Array.of(0xc0, 0xaf)), /not UTF-8/],
      [
        'a zip archive named text',
        place('zip.txt', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)),
        /holds binary data/,
      ],
      ['a folder', join(folder, 'folder.txt'), /is not a file/],
      ['a device', '/dev/zero', /is not a file/],
      ['no file', join(folder, '..', '..', 'etc', 'none.txt'), /There is no file/],
    ];
    let worst = 0;
    for (const [what, path, reason] of cases) {
      const reading = await parse(path);
      worst = Math.max(worst, reading.peakMb);
      expect([what, reading.code, reading.said]).toEqual([what, 1, expect.stringMatching(reason)]);
      expect([what, reading.peakMb < MOST_MB]).toEqual([what, true]);
    }
    process.stdout.write(
      `S11: ${cases.length} hostile files refused, none over ${worst} MB of memory (limit ${MOST_MB})\n`,
    );
  }, 120_000);

  it('are refused or read as PDF and Word in a thread that neither hangs nor fills the machine', async () => {
    let [files, worst] = [0, 0];
    for (const [name, bytes] of hostileFiles()) {
      if (!/\.(?:pdf|docx)$/.test(name)) continue;
      const reading = await parse(place(name, bytes));
      files += 1;
      worst = Math.max(worst, reading.peakMb);
      expect([name, reading.code, reading.said]).toEqual([name, 1, expect.stringMatching(/^[^\n]+\.\n?$/)]);
      expect([name, reading.peakMb < MOST_MB_IN_THREAD]).toEqual([name, true]);
    }
    process.stdout.write(`S11: ${files} hostile PDF and Word files refused, none over ${worst} MB\n`);
  }, 300_000);

  it.each([
    ['text.pdf', 'text', /does not hold what its ending \.pdf says/],
    ['archive.pdf', Uint8Array.of(0x50, 0x4b, 3, 4), /does not hold what its ending \.pdf says/],
    ['paper.docx', '%PDF-1.7', /does not hold what its ending \.docx says/],
    [
      'old.docx',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      /before 2007, or one under a password/,
    ],
  ])('are known by their first bytes, whatever they are called: %s', async (name, bytes, reason) => {
    expect((await parse(place(name, bytes))).said).toMatch(reason);
  });

  it('leave nothing of the program broken, however they are garbled', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['test/support/fuzz-reading.mjs', FUZZED, '7'],
      {
        env: environment({}),
      },
    );
    const facts = JSON.parse(stdout) as { files: number; faults: string[]; peakMb: number };
    expect(facts).toMatchObject({ files: Number(FUZZED), faults: [] });
    expect(facts.peakMb).toBeLessThan(MOST_MB_IN_THREAD);
    process.stdout.write(
      `S11: ${facts.files} hostile and garbled files, no fault, at most ${facts.peakMb} MB\n`,
    );
  }, 600_000);

  it('leave a name without its path in what is said', async () => {
    const { said } = await parse(place('..%2f..%2fetc%2fpasswd.png', 'x'));
    expect(said).toContain('..%2f..%2fetc%2fpasswd.png');
    expect(said).not.toContain(folder);
  });

  it('never leave half an ingest behind', async () => {
    const before = await fingerprint(ground, state);
    const text = new TextDecoder().decode(sample);
    const harmful: readonly (readonly [string, Uint8Array])[] = [
      ['cut.txt', sample.subarray(0, 3_000)],
      ['nul.txt', new TextEncoder().encode(`${text}\0`)],
      ['latin.txt', Buffer.from(`${text} ñ`, 'latin1')],
      ['large.txt', Buffer.alloc(21 * MEGABYTE, 'a ')],
      ['../../escape.exe', sample],
      ['other.txt', new TextEncoder().encode(text.replaceAll('PER', 'CHL').replaceAll('Peru', 'Chile'))],
    ];
    let refused = 0;
    for (const [name, bytes] of harmful)
      await ground.tracking.ingestDocument
        .ingest(state, { name, bytes }, { dryRun: false })
        .catch((error: unknown) => {
          refused += 1;
          expect(error).toMatchObject({ kind: 'invalid_input' });
        });
    expect(refused).toBe(harmful.length);
    expect(await fingerprint(ground, state)).toEqual(before);
  });

  it('are stopped in the middle of a stream whose length nobody named', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 65_536;
        yield await Promise.resolve(new Uint8Array(65_536));
      }
    }
    await expect(bytesWithinLimit(endless())).rejects.toMatchObject({ code: 'ingest.too_large' });
    expect(given).toBeLessThan(21 * MEGABYTE);
  });

  it('differ from the document they imitate', () => {
    expect(parseDocument(new TextDecoder().decode(sample)).recommendations).toHaveLength(33);
  });
});
