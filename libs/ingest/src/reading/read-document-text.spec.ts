import { describe, expect, it } from '@jest/globals';
import { readDocumentText } from './read-document-text.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the text of a file', () => {
  it('is read as UTF-8, without its byte order mark', async () => {
    await expect(readDocumentText({ name: 'A.TXT', bytes: encode('\uFEFFniñas') })).resolves.toBe('niñas');
  });

  it('is read by its ending, also of markdown', async () => {
    await expect(readDocumentText({ name: 'a.b.md', bytes: encode('# Data') })).resolves.toBe('# Data');
  });

  it.each([
    ['empty.txt', new Uint8Array(), 'ingest.empty_file', /empty\.txt is empty/],
    ['word.txt', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'ingest.binary_file', /binary/],
    ['latin.txt', Uint8Array.of(0x6e, 0x69, 0xf1, 0x61), 'ingest.wrong_encoding', /UTF-8/],
    ['photo.png', encode('x'), 'ingest.unknown_format', /\.txt, \.md/],
    ['no-ending', encode('x'), 'ingest.unknown_format', /no-ending/],
    ['constructor.constructor', encode('x'), 'ingest.unknown_format', /constructor/],
    ['huge.txt', new Uint8Array(20_000_001), 'ingest.too_large', /at most 20 MB/],
  ])('is refused with the reason: %s', async (name, bytes, code, message) => {
    await expect(readDocumentText({ name, bytes })).rejects.toMatchObject({ kind: 'invalid_input', code });
    await expect(readDocumentText({ name, bytes })).rejects.toThrow(message);
  });
});
