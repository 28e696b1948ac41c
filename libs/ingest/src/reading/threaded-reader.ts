import { OperationalError, UserError } from '#domain';
import { ingestEn } from '#messages';

import type { DocumentFile, DocumentReader } from './document-file.js';
import { type Signature, signatureOf } from './format-signature.js';
import { readInThread } from './thread/read-in-thread.js';
import type { ThreadFormat } from './thread/reading-order.js';
import type { RefusalReason } from './thread/refusal.js';

const SIGNATURES: Readonly<Record<ThreadFormat, Signature>> = { pdf: 'pdf', docx: 'zip' };
const CODES: Readonly<Record<RefusalReason, string>> = {
  damaged: 'ingest.damaged_file',
  encrypted: 'ingest.encrypted_file',
  without_text: 'ingest.without_text',
  too_much_text: 'ingest.too_much_text',
  too_demanding: 'ingest.too_demanding',
};

/** The reader of a format whose decoding is not trusted with this process: see `readInThread`. */
export function threadedReader(format: ThreadFormat): DocumentReader {
  return async (file) => {
    refuseOtherContent(file, format);
    const answer = await readInThread(format, file.bytes);
    if ('text' in answer) return answer.text;
    if (answer.refused === 'starved')
      throw new OperationalError('ingest.reader_starved', ingestEn.errors.readerStarved(file.name));
    const sentence = SENTENCES[answer.refused];
    throw new UserError('invalid_input', CODES[answer.refused], sentence(file.name, format));
  };
}

function refuseOtherContent({ name, bytes }: DocumentFile, format: ThreadFormat): void {
  const signature = signatureOf(bytes);
  if (signature === SIGNATURES[format]) return;
  const { oldOrLocked, otherContent } = ingestEn.errors;
  throw signature === 'compound'
    ? new UserError('invalid_input', 'ingest.old_or_locked', oldOrLocked(name))
    : new UserError('invalid_input', 'ingest.other_content', otherContent(name, `.${format}`));
}

const SENTENCES: Readonly<Record<RefusalReason, (name: string, format: ThreadFormat) => string>> = {
  damaged: (name, format) => ingestEn.errors.damagedFile(name, FORMAT_NAMES[format]),
  encrypted: (name) => ingestEn.errors.encryptedFile(name),
  without_text: (name) => ingestEn.errors.withoutText(name),
  too_much_text: (name) => ingestEn.errors.tooMuchText(name),
  too_demanding: (name) => ingestEn.errors.tooDemanding(name),
};

const FORMAT_NAMES: Readonly<Record<ThreadFormat, string>> = { pdf: 'PDF', docx: 'Word (.docx)' };
