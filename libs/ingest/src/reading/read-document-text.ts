import { UserError } from '#domain';
import { ingestEn } from '#messages';
import type { DocumentFile } from './document-file.js';
import { DOCUMENT_READERS } from './document-format.js';
import { refuseTooLarge } from './file-limit.js';

/** File endings that can be read, for help texts and upload forms. */
export const READABLE_ENDINGS: readonly string[] = [...DOCUMENT_READERS.keys()].map((ending) => `.${ending}`);

/** The text of a file, by the reader of its ending. */
export async function readDocumentText(file: DocumentFile): Promise<string> {
  const reader = DOCUMENT_READERS.get(endingOf(file.name));
  if (reader === undefined) {
    const known = READABLE_ENDINGS.join(', ');
    throw new UserError(
      'invalid_input',
      'ingest.unknown_format',
      ingestEn.errors.unknownFormat(file.name, known),
    );
  }
  if (file.bytes.length === 0) {
    throw new UserError('invalid_input', 'ingest.empty_file', ingestEn.errors.emptyFile(file.name));
  }
  refuseTooLarge(file.bytes.length);
  return reader(file);
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
