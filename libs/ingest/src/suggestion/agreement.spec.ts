import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

import { CLASSIFICATION_ASPECTS, classificationName } from '#domain';
import type { ClassificationAspect } from '#domain';

import { readAnyDocument } from '../parse-document.js';
import { readDocumentText } from '../reading/read-document-text.js';
import { classifiedTexts } from './classified-text.js';
import { suggestClassifications } from './suggest-classifications.js';

const PERU = 'samples/CRC_C_OPSC_PER_CO_1.en.txt';
const GUATEMALA = '../shared/samples/CEDAW_C_GTM_CO_8-9.es.md';
const DOMAIN = '../shared/domain.md';

type Codes = readonly string[];
/** What one aspect of each item is, by the item's code. */
type Labels = ReadonlyMap<string, Codes>;

/** What each item was labelled with by hand, before there were rules. They were then written with both documents at hand. */
function labelsOf(name: string, aspect: ClassificationAspect): Labels {
  const read = JSON.parse(readFileSync(`test/fixtures/suggestion/${name}.json`, 'utf8')) as Record<
    string,
    Record<ClassificationAspect, Codes>
  >;
  return new Map(Object.entries(read).map(([code, labels]) => [code, labels[aspect]]));
}

async function suggestionsFor(path: string): Promise<ReadonlyMap<string, Codes>> {
  const parsed = readAnyDocument(await readDocumentText({ name: path, bytes: readFileSync(path) }));
  if (parsed.kind !== 'concluding_observations') return new Map();
  return new Map(
    [...classifiedTexts(parsed)].map(([code, item]) => [
      code,
      suggestClassifications(item).map(classificationName),
    ]),
  );
}

interface Agreement {
  readonly precision: number;
  readonly recall: number;
}

function agreement(
  suggested: ReadonlyMap<string, Codes>,
  labels: Labels,
  aspect: ClassificationAspect,
): Agreement {
  const pairs = (codes: ReadonlyMap<string, Codes>): string[] =>
    [...codes].flatMap(([code, values]) => values.map((value) => `${code} ${value}`));
  const expected = new Set(
    pairs(new Map([...labels].map(([code, values]) => [code, values.map((value) => `${aspect}:${value}`)]))),
  );
  const given = pairs(suggested).filter((pair) => pair.includes(` ${aspect}:`));
  const both = given.filter((pair) => expected.has(pair)).length;
  return { precision: both / given.length, recall: both / expected.size };
}

function print(name: string, measured: ReadonlyMap<string, Agreement>): void {
  const lines = [...measured].map(
    ([aspect, { precision, recall }]) =>
      `  ${aspect.padEnd(16)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}`,
  );
  process.stdout.write(`suggestions for ${name}\n${lines.join('\n')}\n`);
}

function measure(name: string, suggested: ReadonlyMap<string, Codes>): ReadonlyMap<string, Agreement> {
  return new Map(
    CLASSIFICATION_ASPECTS.map((aspect) => [aspect, agreement(suggested, labelsOf(name, aspect), aspect)]),
  );
}

/** Headings of the column "Theme" in domain.md d.8, as the codes of our themes. Longer ones first. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/travel & tourism/, 'travel_tourism'],
  [/legal persons/, 'legal_persons'],
  [/Next report|reporting/, 'next_report'],
  [/Follow-up|^Dissemination/, 'follow_up'],
  [/\bX Cooperation/, 'cooperation'],
  [/\bIX\b/, 'recovery'],
  [/\bVIII\b/, 'assistance'],
  [/\bVII\b/, 'jurisdiction'],
  [/\bIV\b/, 'prevention'],
  [/\bV\b/, 'prohibition'],
  [/\bA\b/, 'legislation'],
  [/\bB\b/, 'data'],
  [/\bC\b/, 'policy'],
  [/\bD\b/, 'coordination'],
  [/\bE\b/, 'resources'],
  [/\bF\b/, 'dissemination'],
  [/\bG\b/, 'training'],
];
const COVERED: Readonly<Record<string, string>> = {
  travel_tourism: 'prevention',
  legal_persons: 'prohibition',
};

/** `14 chapeau, (a)` is two items; a cell with two headings is two themes. */
function mappedThemes(markdown: string): Labels {
  const rows = markdown
    .slice(markdown.indexOf('### d.8'))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^\d+/.test(cells[1] ?? ''));
  return new Map(
    rows.flatMap(([, place = '', , heading = '']) => {
      const number = /^\d+/.exec(place)?.[0] ?? '';
      const letters = [...(place.split(' (')[0] === number ? '' : place).matchAll(/\(([a-e])\)/g)].map(
        ([, letter]) => `${number}(${letter})`,
      );
      const codes = place.includes('chapeau') || letters.length === 0 ? [number, ...letters] : letters;
      const found = HEADINGS.filter(([pattern]) => pattern.test(heading)).map(([, code]) => code);
      const themes = found.filter((code) => !found.some((narrower) => COVERED[narrower] === code));
      return codes.map((code) => [code, themes] as const);
    }),
  );
}

describe('suggestions for the sample document', () => {
  it('agree with how it was labelled by hand', async () => {
    const measured = measure('CRC_C_OPSC_PER_CO_1.en', await suggestionsFor(PERU));
    print('CRC/C/OPSC/PER/CO/1', measured);
    for (const { precision, recall } of measured.values()) {
      expect(precision).toBeGreaterThanOrEqual(0.9);
      expect(recall).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('agree in their themes with the mapping of the field, where that is there', async () => {
    if (!existsSync(DOMAIN)) {
      process.stdout.write(`skipped: ${DOMAIN} is not there, themes are not compared with it\n`);
      return;
    }
    const mapped = mappedThemes(readFileSync(DOMAIN, 'utf8'));
    expect(mapped.size).toBe(33);
    const themes = agreement(await suggestionsFor(PERU), mapped, 'theme');
    print('CRC/C/OPSC/PER/CO/1, against domain.md d.8', new Map([['theme', themes]]));
    expect(themes.precision).toBeGreaterThanOrEqual(0.8);
    expect(themes.recall).toBeGreaterThanOrEqual(0.8);
  });
});

describe('suggestions for a Spanish document of another committee', () => {
  it('agree with how it was labelled by hand, where the document is there', async () => {
    if (!existsSync(GUATEMALA)) {
      process.stdout.write(`skipped: ${GUATEMALA} is not there\n`);
      return;
    }
    const measured = measure('CEDAW_C_GTM_CO_8-9.es', await suggestionsFor(GUATEMALA));
    print('CEDAW/C/GTM/CO/8-9', measured);
    for (const { precision, recall } of measured.values()) {
      expect(precision).toBeGreaterThanOrEqual(0.8);
      expect(recall).toBeGreaterThanOrEqual(0.8);
    }
  });
});
