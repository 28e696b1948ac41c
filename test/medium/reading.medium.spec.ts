import { readFile } from 'node:fs/promises';

import { beforeAll, describe, expect, it } from '@jest/globals';

import type { ParsedDocument } from '#domain';
import { parseDocument, readDocumentText } from '#ingest';

import { readInThread } from '../../libs/ingest/src/reading/thread/read-in-thread.js';
import { layOutDocx, layOutPdf } from '../support/laid-out-document.mjs';

const SAMPLE = 'samples/CRC_C_OPSC_PER_CO_1.en.txt';

/** What a reading of the sample must have in common with the reading of its text, each fact a line. */
function factsOf(parsed: ParsedDocument): Readonly<Record<string, readonly string[]>> {
  return {
    ids: parsed.recommendations.map((one) => `${one.id} ${one.role}`),
    texts: parsed.recommendations.map((one) => `${one.id} ${one.verb} ${one.text}`),
    kinds: parsed.paragraphs.map((one) => `${one.number} ${one.kind}`),
    paragraphs: parsed.paragraphs.map((one) => `${one.number} ${one.text}`),
    items: parsed.paragraphs.flatMap((one) =>
      one.items.map((item) => `${one.number}(${item.label}) ${item.text}`),
    ),
    references: parsed.references.map(
      (one) => `${one.paragraph} ${one.symbol} ${one.paragraphs?.join() ?? ''}`,
    ),
    sections: parsed.sections.map((one) => JSON.stringify(one)),
  };
}

function f1(read: readonly string[], expected: readonly string[]): number {
  const both = expected.filter((one) => read.includes(one)).length;
  return (2 * both) / (read.length + expected.length);
}

describe('a document that was laid out', () => {
  let sample: ParsedDocument;
  beforeAll(async () => {
    sample = parseDocument(await readDocumentText({ name: SAMPLE, bytes: await readFile(SAMPLE) }));
  });

  const layouts: readonly (readonly [string, string, () => Promise<Uint8Array>])[] = [
    ['PDF, one column', 'a.pdf', () => layOutPdf(sample)],
    ['PDF, two columns', 'a.pdf', () => layOutPdf(sample, { columns: true })],
    ['Word, automatic numbers', 'a.docx', () => layOutDocx(sample, 'automatic')],
    ['Word, typed numbers', 'a.docx', () => layOutDocx(sample, 'typed')],
  ];

  it.each(layouts)('reads as its plain text does: %s', async (what, name, layOut) => {
    const read = factsOf(parseDocument(await readDocumentText({ name, bytes: await layOut() })));
    const expected = factsOf(sample);
    const scores = Object.entries(expected).map(
      ([fact, lines]) => [fact, f1(read[fact] ?? [], lines)] as const,
    );
    process.stdout.write(
      `${what.padEnd(24)} ${scores.map(([fact, one]) => `${fact} ${one.toFixed(3)}`).join('  ')}\n`,
    );
    expect(read).toEqual(expected);
  });

  it('takes its symbol from the head of its pages', async () => {
    for (const [, name, layOut] of layouts)
      expect(parseDocument(await readDocumentText({ name, bytes: await layOut() })).symbol).toBe(
        'CRC/C/OPSC/PER/CO/1',
      );
  });

  it('keeps notes apart from the text, at the end of the page they stand on', async () => {
    const text = await readDocumentText({ name: 'a.pdf', bytes: await layOutPdf(sample) });
    const pages = text.split('\n\f\n');
    expect(pages).toHaveLength(6);
    expect(pages[0]).toContain('adopted on 29 January 2016.[^1]');
    expect(pages[0]).toMatch(/\n\n\[\^1\]: See the report .* is not repeated here\.\n/);
    expect(pages[0]).toMatch(/\n\n\* Adopted by the Committee/);
  });

  it('is refused under a password', async () => {
    const bytes = await layOutPdf(sample, { password: 'secret' });
    await expect(readDocumentText({ name: 'a.pdf', bytes })).rejects.toMatchObject({
      code: 'ingest.encrypted_file',
    });
  });

  it('is refused when its time is over, and the next one is read', async () => {
    const bytes = await layOutPdf(sample);
    await expect(readInThread('pdf', bytes, 1)).resolves.toEqual({
      refused: expect.stringMatching(/^(?:too_demanding|starved)$/),
    });
    await expect(readInThread('pdf', bytes)).resolves.toHaveProperty('text');
  });

  it('is still whole for its owner after it was read', async () => {
    const bytes = await layOutPdf(sample);
    const before = Buffer.from(bytes);
    await readInThread('pdf', bytes);
    expect(Buffer.compare(before, Buffer.from(bytes))).toBe(0);
  });
});
