import { readFile } from 'node:fs/promises';

import { parseDocument, readDocumentText } from '#ingest';

import { inPairs } from '../pairs.mjs';

const SAMPLE = 'samples/CRC_C_OPSC_PER_CO_1.en.txt';
const REPEATS = 20;

/** Reading the sample's structure, against reading its bytes and splitting them into lines. */
export async function parseRow() {
  const bytes = await readFile(SAMPLE);
  const parse = async () => {
    for (let index = 0; index < REPEATS; index += 1)
      parseDocument(await readDocumentText({ name: SAMPLE, bytes }));
  };
  const read = async () => {
    for (let index = 0; index < REPEATS; index += 1)
      new TextDecoder('utf-8', { fatal: true })
        .decode(bytes)
        .split('\n')
        .map((line) => line.trim());
  };
  const { product, floor } = await inPairs(parse, read);
  return [
    {
      what: 'parse the sample (38 paragraphs)',
      figure: `${(product / REPEATS).toFixed(2)} ms`,
      against: 'decode and split the same bytes',
      limit: `${(floor / REPEATS).toFixed(2)} ms`,
      ratio: floor / product,
    },
  ];
}
