import { describe, expect, it } from '@jest/globals';

import { CategoryLookup } from './category-lookup.js';
import type { FigureVocabulary } from './reading-context.js';

/** The two registers number the departments behind Callao differently: INEI's 080000 is Cusco, RENIEC's is Huancavelica. */
const DEPARTMENTS = [
  ['Amazonas', '010000', '010000', 'PE-AMA'],
  ['Callao', '070000', '240000', 'PE-CAL'],
  ['Cusco', '080000', '070000', 'PE-CUS'],
  ['Huancavelica', '090000', '080000', 'PE-HUV'],
  ['Tumbes', '240000', '230000', 'PE-TUM'],
] as const;
const VOCABULARY: FigureVocabulary = {
  iso3: 'PER',
  indicators: [],
  sources: [],
  institutions: [],
  dimensions: [
    {
      code: 'department',
      name: { en: 'Department', es: 'Departamento' },
      categories: [
        ...DEPARTMENTS.map(([name, inei, reniec, iso]) => ({
          code: inei,
          name: { en: name, es: name },
          codes: { inei, reniec, iso },
        })),
        { code: 'old', name: { en: 'Old', es: 'Antigua' }, codes: {}, validUntil: '2010-06-30' },
        { code: 'new', name: { en: 'New', es: 'Nueva' }, codes: {}, validFrom: '2010-07-01' },
      ],
    },
    { code: 'form', name: { en: 'Form', es: 'Forma' }, validFrom: '2019-01-01', categories: [] },
  ],
};
const read = (system: string | null, text: string) =>
  new CategoryLookup(VOCABULARY, system, {}).read('department', text);

describe('the code of a department', () => {
  it.each([
    ['inei', '07', '070000'],
    ['inei', '80000', '080000'],
    ['inei', '24', '240000'],
    ['reniec', '07', '080000'],
    ['reniec', '80000', '090000'],
    ['reniec', '240000', '070000'],
    ['iso', 'PE-CUS', '080000'],
  ])('is read as %s numbers it where the file says so: %s', (system, text, code) => {
    expect(read(system, text)).toEqual({ kind: 'category', code });
  });

  it.each(['07', '7', '80000', '240000'])('is ambiguous where nobody says whose it is: %s', (text) => {
    expect(read(null, text)).toEqual({ kind: 'ambiguous' });
  });

  it.each([
    ['1', '010000'],
    ['090000', '090000'],
    ['pe-cal', '070000'],
    ['CUSCO', '080000'],
  ])('needs no system where all that know it agree, and where it is a name or of ISO: %s', (text, code) => {
    expect(read(null, text)).toEqual({ kind: 'category', code });
    expect(read('reniec', 'PE-CUS')).toEqual({ kind: 'category', code: '080000' });
  });

  it('of one register is no code of the other', () => {
    expect(read('reniec', '090000')).toEqual({ kind: 'unknown' });
  });
});

describe('a category that begins or ends', () => {
  const holds = (dimension: string, category: string, startOn: string, endOn: string) =>
    new CategoryLookup(VOCABULARY, null, {}).holdsIn(dimension, category, { startOn, endOn });

  it('holds in every period that has a day of it, and in no other', () => {
    expect(holds('department', 'old', '2010-01-01', '2010-12-31')).toBe(true);
    expect(holds('department', 'new', '2010-01-01', '2010-12-31')).toBe(true);
    expect(holds('department', 'old', '2011-01-01', '2011-12-31')).toBe(false);
    expect(holds('department', 'new', '2010-01-01', '2010-06-30')).toBe(false);
    expect(holds('department', '080000', '1990-01-01', '1990-12-31')).toBe(true);
    expect(holds('form', 'online', '2018-01-01', '2018-12-31')).toBe(false);
    expect(holds('form', 'online', '2018-07-01', '2019-06-30')).toBe(true);
  });
});
