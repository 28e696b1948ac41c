import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { readLibraries, readLibrary } from './indicator-library.js';

const DEMONSTRATION = fileURLToPath(new URL('../../../../samples/demonstration/peru', import.meta.url));

const INDICATOR = {
  code: '8-O1',
  track: 'data',
  class: 'outcome',
  name: { en: 'Victims', es: 'Víctimas' },
  unit: { en: 'children', es: 'niñas y niños' },
  valueType: 'count',
  figureKind: 'person_count',
  direction: 'decrease',
  periodicityMonths: 12,
  requiredDimensions: ['sex'],
  sheet: { definition: { en: 'Who is counted.', es: 'A quién se cuenta.' }, method: 'once' },
};
const LIBRARY = {
  instrument: 'CRC-OP-SC',
  document: 'CRC/C/OPSC/PER/CO/1',
  name: { en: 'Protocol', es: 'Protocolo' },
  source: { en: 'Proposed', es: 'Propuesto' },
  texts: { once: { en: 'Each once.', es: 'Cada uno una vez.' } },
  items: [{ code: '8', theme: 'data', indicators: [{ code: '8-O1', required: true }] }],
  indicators: [INDICATOR],
};

describe('a library of indicators', () => {
  it('is a file, whose shared texts stand in every sheet that names them', () => {
    const { indicators, items } = readLibrary('x.json', JSON.stringify(LIBRARY));
    expect(items).toEqual(LIBRARY.items);
    expect(indicators.get('8-O1')).toMatchObject({
      name: INDICATOR.name,
      ratioPer: null,
      sheet: { definition: INDICATOR.sheet.definition, method: LIBRARY.texts.once },
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /^x\.json: expected JSON/],
    [
      'a name in one language',
      { ...LIBRARY, indicators: [{ ...INDICATOR, name: { en: 'V' } }] },
      /indicators\.0\.name\.es/,
    ],
    ['a field that nobody reads', { ...LIBRARY, colour: 'red' }, /colour/],
    [
      'a kind of value that there is not',
      { ...LIBRARY, indicators: [{ ...INDICATOR, valueType: 'text' }] },
      /indicators\.0\.valueType/,
    ],
    [
      'a ratio that is told per nothing',
      { ...LIBRARY, indicators: [{ ...INDICATOR, valueType: 'ratio', figureKind: 'plain' }] },
      /indicators\.0\.ratioPer: expected a number above 0/,
    ],
    [
      'a count of persons that is an index',
      { ...LIBRARY, indicators: [{ ...INDICATOR, valueType: 'index' }] },
      /indicators\.0\.figureKind: expected/,
    ],
    [
      'a text that is not there',
      { ...LIBRARY, texts: {} },
      /indicators\.0\.sheet\.method: "once" is none of the texts/,
    ],
    [
      'an item with an indicator that is not there',
      { ...LIBRARY, indicators: [] },
      /items\.0\.indicators\.0\.code: "8-O1"/,
    ],
    [
      'a code twice',
      { ...LIBRARY, indicators: [INDICATOR, INDICATOR] },
      /indicators\.1\.code: "8-O1" stands twice/,
    ],
    [
      'an indicator under no item',
      { ...LIBRARY, indicators: [INDICATOR, { ...INDICATOR, code: 'X' }] },
      /items: no item names the indicator "X"/,
    ],
  ])('with %s is refused, with file, place and what is expected', (_case, file, message) => {
    const text = typeof file === 'string' ? file : JSON.stringify(file);
    expect(() => readLibrary('x.json', text)).toThrow(message);
  });
});

describe('the library of the Optional Protocol', () => {
  it('has a definition, a method, a source and limitations in both languages for each of its indicators', async () => {
    const [library] = await readLibraries();
    expect(library?.indicators.size).toBeGreaterThan(100);
    for (const { sheet } of library!.indicators.values())
      for (const heading of ['definition', 'method', 'source', 'limitations'] as const) {
        expect(sheet[heading]?.en).toMatch(/\.$/);
        expect(sheet[heading]?.es).toMatch(/\.$/);
      }
  });

  it('and the demonstration say the same of every indicator that both have', async () => {
    const [library] = await readLibraries();
    const names = (await readdir(DEMONSTRATION)).filter((name) => name.startsWith('indicators-'));
    let compared = 0;
    for (const name of names) {
      const text = await readFile(`${DEMONSTRATION}/${name}`, 'utf8');
      for (const shown of (JSON.parse(text) as { indicators: Record<string, unknown>[] }).indicators) {
        const {
          track,
          class: kind,
          valueType,
          figureKind,
          requiredDimensions = [],
          periodicityMonths,
          unit,
          direction = 'increase',
        } = shown;
        expect(library!.indicators.get(String(shown['code']))).toMatchObject({
          name: shown['name'],
          ...{
            track,
            class: kind,
            valueType,
            figureKind,
            requiredDimensions,
            periodicityMonths,
            unit,
            direction,
          },
        });
        compared += 1;
      }
    }
    expect(compared).toBe(library!.indicators.size);
  });
});
