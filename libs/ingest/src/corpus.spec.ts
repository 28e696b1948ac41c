import type { ParsedDocument } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

import { accuracyTable, agreement, labelledFacts, readFacts } from '../../../test/support/label-agreement.js';
import type { Label } from '../../../test/support/label-agreement.js';
import { parseDocument } from './parse-document.js';
import { readDocumentText } from './reading/read-document-text.js';

const root = new URL('../../../', import.meta.url);
const labelled = new URL('../shared/samples/', root);

async function textOf(url: URL): Promise<string> {
  return readDocumentText({ name: url.pathname, bytes: readFileSync(url) });
}

describe('the sample document', () => {
  it('reads as it was read by hand, fact by fact', async () => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL('test/fixtures/ingest/ok/CRC_C_OPSC_PER_CO_1.en.json', root), 'utf8'),
    );
    expect(parseDocument(await textOf(new URL('samples/CRC_C_OPSC_PER_CO_1.en.txt', root)))).toEqual(
      expected,
    );
  });

  it('has 33 recommendations: 14 undivided paragraphs, 17 letters and the chapeaux of 14 and 20', async () => {
    const { recommendations } = parseDocument(
      await textOf(new URL('samples/CRC_C_OPSC_PER_CO_1.en.txt', root)),
    );
    const withRole = (role: string) => recommendations.filter((one) => one.role === role);
    expect(withRole('paragraph')).toHaveLength(14);
    expect(withRole('item')).toHaveLength(17);
    expect(withRole('chapeau').map((one) => one.id)).toEqual(['14', '20']);
  });

  it('never takes the symbol cited in paragraph 3 for its own', async () => {
    const document = parseDocument(await textOf(new URL('samples/CRC_C_OPSC_PER_CO_1.en.txt', root)));
    expect(document).toMatchObject({ symbol: null, inferredSymbol: 'CRC/C/OPSC/PER/CO/1' });
    expect(document.warnings).toContainEqual(
      expect.objectContaining({ paragraph: 3, code: 'symbol_of_this_document' }),
    );
  });

  it('links every recommendation to the concern before it under the same heading', async () => {
    const { recommendations } = parseDocument(
      await textOf(new URL('samples/CRC_C_OPSC_PER_CO_1.en.txt', root)),
    );
    for (const { paragraph, concernParagraph } of recommendations) {
      expect(concernParagraph).toBe(paragraph < 35 ? paragraph - 1 : null);
    }
  });
});

/** Agreement that the reader must keep on every labelled sample. */
const LABELS: readonly { readonly text: string; readonly label: string }[] = [
  { text: 'CRC_C_OPSC_PER_CO_1.en.txt', label: 'CRC_C_OPSC_PER_CO_1.en.label.json' },
  { text: 'CEDAW_C_GTM_CO_8-9.es.md', label: 'CEDAW_C_GTM_CO_8-9.es.label.json' },
];

if (existsSync(labelled)) {
  describe('labelled samples', () => {
    it.each(LABELS)('agree with the hand-made labels: $text', async ({ text, label }) => {
      const labels = JSON.parse(readFileSync(new URL(label, labelled), 'utf8')) as Label;
      const read = readFacts(parseDocument(await textOf(new URL(text, labelled))));
      const scores = agreement(read, labelledFacts(labels));
      process.stdout.write(accuracyTable(text, scores));
      for (const score of scores) expect(score).toMatchObject({ f1: 1, missing: [], extra: [] });
    });

    it('refuse a report of the Universal Periodic Review by name', async () => {
      const text = await textOf(new URL('A_HRC_43_15_SVN.en.txt', labelled));
      expect(() => parseDocument(text)).toThrow(
        expect.objectContaining({
          kind: 'invalid_input',
          code: 'ingest.other_kind_of_document',
          details: { kind: 'universal_periodic_review' },
        }),
      );
    });
  });
} else {
  process.stdout.write(
    'Labelled samples: there is no ../shared/samples beside the project; only samples/ is measured.\n',
  );
  it('agrees with the reading by hand of samples/, fact by fact', async () => {
    const name = 'CRC_C_OPSC_PER_CO_1.en';
    const byHand = JSON.parse(
      readFileSync(new URL(`test/fixtures/ingest/ok/${name}.json`, root), 'utf8'),
    ) as ParsedDocument;
    const read = parseDocument(await textOf(new URL(`samples/${name}.txt`, root)));
    const scores = agreement(readFacts(read), readFacts(byHand));
    process.stdout.write(accuracyTable(name, scores));
    for (const score of scores) expect(score).toMatchObject({ f1: 1, missing: [], extra: [] });
  });
}

describe('documents that were invented in the house style of each committee, and labelled by hand before they were read', () => {
  const folder = new URL('test/fixtures/ingest/labelled/', root);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.replace(/\.txt$/, ''));

  it('are of all nine committees and of every language that is read', () => {
    expect(new Set(names.map((name) => name.split('-')[0]))).toEqual(
      new Set(['cat', 'ccpr', 'ced', 'cedaw', 'cerd', 'cescr', 'cmw', 'crc', 'crpd']),
    );
    expect(new Set(names.map((name) => name.split('.')[1]))).toEqual(new Set(['en', 'es', 'fr']));
  });

  it.each(names)('%s', async (name) => {
    const label = JSON.parse(readFileSync(new URL(`${name}.label.json`, folder), 'utf8')) as Label;
    const document = parseDocument(await textOf(new URL(`${name}.txt`, folder)));
    for (const score of agreement(readFacts(document), labelledFacts(label)))
      expect(score).toMatchObject({ missing: [], extra: [] });
    expect(document).toMatchObject({
      mechanism: label.document.committee,
      importance: label.paragraphs_of_particular_importance,
      nextReport: { dueOn: label.deadlines?.next_report?.date ?? null },
    });
    // A symbol that heads one page only may be a citation that was wrapped, so it is no more than inferred from the report's.
    if (label.document.symbol !== null)
      expect(document.symbol ?? document.inferredSymbol).toBe(label.document.symbol);
  });
});
