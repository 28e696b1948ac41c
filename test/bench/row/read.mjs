import { readFile } from 'node:fs/promises';

import { extractText, getDocumentProxy } from 'unpdf';
import { fromBufferPromise } from 'yauzl';

import { parseDocument, readDocumentText } from '#ingest';

import { layOutDocx, layOutPdf } from '../../support/laid-out-document.mjs';
import { inPairs } from '../pairs.mjs';

const SAMPLE = 'samples/CRC_C_OPSC_PER_CO_1.en.txt';
/** The sample set after itself so often makes about as many pages as the longest concluding observations have. */
const COPIES = 5;

/** Reading a PDF and a Word document in their thread, against nothing but their text taken out in this one. */
export async function readRow() {
  const parsed = parseDocument(await readDocumentText({ name: SAMPLE, bytes: await readFile(SAMPLE) }));
  const pdf = await layOutPdf(parsed, { copies: COPIES });
  const docx = await layOutDocx(parsed, 'automatic', COPIES);
  const { numPages: pages } = await getDocumentProxy(pdf.slice());
  const rows = [
    [
      'PDF',
      () => readDocumentText({ name: 'a.pdf', bytes: pdf }),
      () => plainPdf(pdf.slice()),
      'extractText of unpdf',
    ],
    [
      'Word',
      () => readDocumentText({ name: 'a.docx', bytes: docx }),
      () => plainWord(docx),
      'inflate, cut the tags off',
    ],
  ];
  const table = [];
  for (const [what, read, plain, against] of rows) {
    const { product, floor } = await inPairs(read, plain);
    table.push({
      what: `read ${what}, ${pages} pages`,
      figure: `${Math.round((1_000 * pages) / product)} pages/s`,
      against,
      limit: `${Math.round((1_000 * pages) / floor)} pages/s`,
      ratio: floor / product,
    });
  }
  return table;
}

async function plainPdf(bytes) {
  return extractText(await getDocumentProxy(bytes), { mergePages: true });
}

async function plainWord(bytes) {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]*>/g, '');
  }
  return '';
}
