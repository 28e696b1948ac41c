import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { READING_LIMITS } from './reading-limits.js';
import type { ReadingAnswer, ReadingOrder, ThreadFormat } from './reading-order.js';

/** The entry beside this file: built beside the build, source beside the source. */
const ENTRY = fileURLToPath(new URL(`./reading-thread${extname(import.meta.url)}`, import.meta.url));

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
        clock = setTimeout(() => resolve({ refused: 'too_demanding' }), milliseconds);
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
