import type { ParsedDocument, ParsedSection } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parseDocument } from './parse-document.js';
import { readDocumentText } from './reading/read-document-text.js';

const ROLES: Readonly<Record<string, string>> = {
  'whole paragraph': 'paragraph',
  'introductory recommendation': 'chapeau',
  'lettered item': 'item',
};

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

/** The part of a hand-made label file that a reading is compared with. */
interface Label {
  readonly document: {
    readonly state_iso3: string;
    readonly date_adopted: string | null;
    readonly date_considered: readonly string[];
  };
  readonly sections: readonly LabelSection[];
  readonly paragraphs: readonly {
    readonly n: number;
    readonly kind: string;
    readonly lettered_items: readonly string[];
    readonly chapeau?: string;
  }[];
  readonly recommendation_items: readonly { readonly id: string; readonly role: string }[];
  readonly cross_references: readonly {
    readonly para: number;
    readonly item?: string;
    readonly symbol: string;
    readonly paras?: readonly number[] | null;
  }[];
  readonly follow_up_paragraphs: readonly string[];
}

interface LabelSection {
  readonly num?: string | null;
  readonly heading: string | null;
  readonly paras: readonly number[];
  readonly subs?: readonly LabelSection[];
}

/** Facts of one document by kind, each a line of text that either agrees or does not. */
type Facts = Readonly<Record<string, readonly string[]>>;

interface Agreement {
  readonly fact: string;
  readonly count: number;
  readonly f1: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

function readFacts(document: ParsedDocument): Facts {
  return {
    recommendations: document.recommendations.map((one) => `${one.id} ${one.role}`),
    kinds: document.paragraphs.map((one) => `${one.number} ${one.kind}`),
    items: document.paragraphs.flatMap((one) => one.items.map((item) => `${one.number}(${item.label})`)),
    chapeaux: document.paragraphs.flatMap((one) =>
      one.chapeau === null ? [] : [`${one.number} ${one.chapeau}`],
    ),
    sections: document.sections.flatMap((one) => sectionLines(one, '')),
    references: document.references.map(
      (one) => `${one.paragraph}${one.item ?? ''} ${one.symbol} ${one.paragraphs?.join(',') ?? ''}`,
    ),
    followUp: document.followUp.flatMap((one) => one.paragraphs),
    review: [document.state ?? '', document.adoptedOn ?? '', ...document.consideredOn],
  };
}

function labelledFacts(label: Label): Facts {
  const { document } = label;
  return {
    recommendations: label.recommendation_items.map((one) => `${one.id} ${ROLES[one.role]}`),
    kinds: label.paragraphs.map((one) => `${one.n} ${one.kind}`),
    items: label.paragraphs.flatMap((one) =>
      one.lettered_items.map((item) => `${one.n}(${item.replace(/[().]/g, '')})`),
    ),
    chapeaux: label.paragraphs.flatMap((one) =>
      one.chapeau === undefined ? [] : [`${one.n} ${one.chapeau}`],
    ),
    sections: label.sections.flatMap((one) => labelSectionLines(one, '')),
    references: label.cross_references.map(
      (one) => `${one.para}${one.item ?? ''} ${one.symbol} ${one.paras?.join(',') ?? ''}`,
    ),
    followUp: label.follow_up_paragraphs,
    review: [document.state_iso3, document.date_adopted ?? '', ...document.date_considered],
  };
}

function accuracyTable(name: string, scores: readonly Agreement[]): string {
  const rows = scores.map((one) => `  ${one.fact.padEnd(16)} F1 ${one.f1.toFixed(3)}  ${one.count}`);
  return `${[name, ...rows].join('\n')}\n`;
}

/** F1 of each kind of fact; two empty lists agree. */
function agreement(read: Facts, labelled: Facts): readonly Agreement[] {
  return Object.entries(labelled).map(([fact, expected]) => {
    const found = new Set(read[fact]);
    const wanted = new Set(expected);
    const missing = [...wanted].filter((one) => !found.has(one));
    const extra = [...found].filter((one) => !wanted.has(one));
    const both = wanted.size - missing.length;
    const f1 = wanted.size + found.size === 0 ? 1 : (2 * both) / (wanted.size + found.size);
    return { fact, count: wanted.size, f1, missing, extra };
  });
}

function sectionLines(section: ParsedSection, above: string): readonly string[] {
  const line = `${above}/${section.number ?? ''} ${section.title}`;
  return [
    `${line}: ${section.paragraphs.join(',')}`,
    ...section.sections.flatMap((one) => sectionLines(one, line)),
  ];
}

/** A section without a heading holds what comes before the first heading: no section of ours. */
function labelSectionLines(section: LabelSection, above: string): readonly string[] {
  if (section.heading === null) return [];
  const line = `${above}/${section.num ?? ''} ${section.heading}`;
  return [
    `${line}: ${section.paras.join(',')}`,
    ...(section.subs ?? []).flatMap((one) => labelSectionLines(one, line)),
  ];
}
