import { UserError } from '#domain';
import { ingestEn } from '#messages';
import type { DocumentFile } from './document-file.js';

/** UTF-8 text, with or without a byte order mark. Markdown is text too: its few markers are undone line by line. */
export function readPlainText(file: DocumentFile): string {
  if (file.bytes.includes(0)) {
    throw new UserError('invalid_input', 'ingest.binary_file', ingestEn.errors.binaryFile(file.name));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch (cause) {
    throw new UserError('invalid_input', 'ingest.wrong_encoding', ingestEn.errors.wrongEncoding(file.name), {
      cause,
    });
  }
}
