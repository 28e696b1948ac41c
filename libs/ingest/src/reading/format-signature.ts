/** What the first bytes of a file say it is: the ending is only what its sender calls it. */
export type Signature = 'pdf' | 'zip' | 'compound' | 'other';

/** Readers of PDF look for the mark within the first kilobyte (PDF 32000-1, implementation note 13). */
const PDF_WITHIN = 1_024;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Word up to 2003, and every Office file under a password: [MS-CFB] §2.2. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function signatureOf(bytes: Uint8Array): Signature {
  if (startsWith(bytes, ZIP)) return 'zip';
  if (startsWith(bytes, COMPOUND)) return 'compound';
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_WITHIN)).includes('%PDF-')
    ? 'pdf'
    : 'other';
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
