import { parentPort, workerData } from 'node:worker_threads';

import { BufferBound } from './bounded-buffers.js';
import { READING_LIMITS } from './reading-limits.js';
import type { ReadingAnswer, ReadingOrder } from './reading-order.js';
import { Refusal } from './refusal.js';

/** The entry of the thread in which one file is read. It answers once and ends. */
async function read({ format, bytes }: ReadingOrder): Promise<ReadingAnswer> {
  const bound = new BufferBound(READING_LIMITS.bufferBytes);
  bound.install();
  try {
    const text = format === 'pdf' ? await readPdf(bytes) : await readDocx(bytes);
    return bound.passed ? { refused: 'too_demanding' } : { text };
  } catch (error) {
    if (bound.passed) return { refused: 'too_demanding' };
    // Whatever else a decoder throws over such bytes, it says that they are not what they claim to be.
    return { refused: error instanceof Refusal ? error.reason : 'damaged' };
  }
}

/** Each reader is loaded when it is asked for: neither waits for the other's packages. */
async function readPdf(bytes: Uint8Array): Promise<string> {
  return (await import('../pdf/read-pdf.js')).readPdf(bytes);
}

async function readDocx(bytes: Uint8Array): Promise<string> {
  return (await import('../docx/read-docx.js')).readDocx(bytes);
}

parentPort?.postMessage(await read(workerData as ReadingOrder));
