import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { READING_LIMITS } from './reading-limits.js';
import type { ReadingAnswer, ReadingOrder, ThreadFormat } from './reading-order.js';

/** The entry beside this file: built beside the build, source beside the source. */
const ENTRY = fileURLToPath(new URL(`./reading-thread${extname(import.meta.url)}`, import.meta.url));

const LOOK_EVERY_MS = 200;
const MICROSECONDS = 1_000;
/** Share of the time in which this process ran, above which it was not kept from running. */
const BUSY = 0.7;
/** Times its limit that a reading may wait for a processor. */
const STARVED_AFTER = 4;

/** One file at a time per process, so that ten uploads take no more memory than one. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a file in a thread of its own, which is ended at its limit of memory or time: what a decoder does with hostile bytes
 * ends there and nowhere else. No thread reads two files.
 */
export async function readInThread(
  format: ThreadFormat,
  bytes: Uint8Array,
  milliseconds: number = READING_LIMITS.milliseconds,
): Promise<ReadingAnswer> {
  const turn = last.then(() => readOne({ format, bytes: new Uint8Array(bytes) }, milliseconds));
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * A file that kept the processor busy for its whole time asks too much. Where other programs kept it, the file is not to blame:
 * it gets the time it was promised, or word that the machine is too busy.
 */
function overdue(
  waited: number,
  cpu: NodeJS.CpuUsage,
  milliseconds: number,
): 'too_demanding' | 'starved' | null {
  const worked = (cpu.user + cpu.system) / MICROSECONDS;
  if (worked >= Math.min(milliseconds, BUSY * waited)) return 'too_demanding';
  return waited >= STARVED_AFTER * milliseconds ? 'starved' : null;
}

async function readOne(order: ReadingOrder, milliseconds: number): Promise<ReadingAnswer> {
  const worker = new Worker(ENTRY, {
    workerData: order,
    transferList: [order.bytes.buffer as ArrayBuffer],
    resourceLimits: {
      maxOldGenerationSizeMb: READING_LIMITS.heapMegabytes,
      maxYoungGenerationSizeMb: READING_LIMITS.youngHeapMegabytes,
    },
    // What a package prints about a file is nobody's news.
    stdout: true,
    stderr: true,
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadingAnswer>((resolve, reject) => {
      worker.once('online', () => {
        const began = { at: performance.now(), cpu: process.cpuUsage() };
        const look = (): void => {
          const waited = performance.now() - began.at;
          const verdict = overdue(waited, process.cpuUsage(began.cpu), milliseconds);
          if (verdict === null) clock = setTimeout(look, LOOK_EVERY_MS);
          else resolve({ refused: verdict });
        };
        clock = setTimeout(look, milliseconds);
      });
      worker.once('message', (answer: ReadingAnswer) => resolve(answer));
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: 'too_demanding' });
        else reject(error);
      });
      worker.once('exit', () => resolve({ refused: 'damaged' }));
    });
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
