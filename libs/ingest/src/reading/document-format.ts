import type { DocumentReader } from './document-file.js';
import { readPlainText } from './plain-text.js';
import { threadedReader } from './threaded-reader.js';

/** Readers by file ending. A further format is one file beside this one and one line here. */
export const DOCUMENT_READERS: ReadonlyMap<string, DocumentReader> = new Map<string, DocumentReader>([
  ['pdf', threadedReader('pdf')],
  ['docx', threadedReader('docx')],
  ['txt', readPlainText],
  ['md', readPlainText],
]);
