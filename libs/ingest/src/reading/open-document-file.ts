import { open } from 'node:fs/promises';
import { basename } from 'node:path';

import { UserError } from '#domain';
import { ingestEn } from '#messages';

import type { DocumentFile } from './document-file.js';
import { FILE_LIMIT_BYTES, refuseTooLarge } from './file-limit.js';

/**
 * A file of this machine, read only as far as it may be: one of a gigabyte is refused before its first byte. Of its path only
 * the name goes on.
 * @throws UserError `ingest.too_large`, or `ingest.no_file` for a folder, a device or a pipe.
 */
export async function openDocumentFile(path: string): Promise<DocumentFile> {
  const file = await open(path, 'r');
  try {
    const facts = await file.stat();
    if (!facts.isFile())
      throw new UserError('invalid_input', 'ingest.no_file', ingestEn.errors.noFile(basename(path)));
    refuseTooLarge(facts.size);
    return {
      name: basename(path),
      bytes: await bytesWithinLimit(file.createReadStream({ autoClose: false })),
    };
  } finally {
    await file.close();
  }
}

/**
 * The bytes of a stream whose length nobody vouches for: a growing file, an upload. It stops at the limit and keeps nothing.
 * @throws UserError `ingest.too_large`
 */
export async function bytesWithinLimit(
  source: AsyncIterable<Uint8Array>,
  limit = FILE_LIMIT_BYTES,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    refuseTooLarge(length, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
