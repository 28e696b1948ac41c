import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { plainName, readPastedFigures } from './pasted-figures.js';

describe('pasted lines', () => {
  it.each([
    ['Lima\t45', { category: 'Lima', value: '45', provisional: false }],
    ['Madre de Dios; 1.234', { category: 'Madre de Dios', value: '1.234', provisional: false }],
    ['Madre de Dios 0', { category: 'Madre de Dios', value: '0', provisional: false }],
    ['San Martín   12,5', { category: 'San Martín', value: '12,5', provisional: false }],
    ['PE-LIM;45;', { category: 'PE-LIM', value: '45', provisional: false }],
    ['Puno; <5', { category: 'Puno', value: '<5', provisional: false }],
    ['Puno <5', { category: 'Puno', value: '<5', provisional: false }],
    ['Puno; 7 p', { category: 'Puno', value: '7', provisional: true }],
    ['Puno; falta', { category: 'Puno', value: '', state: 'missing', provisional: false }],
    ['Puno; n. c.', { category: 'Puno', value: '', state: 'not_applicable', provisional: false }],
    ['Puno; 7/12', { category: 'Puno', value: '', numerator: '7', denominator: '12', provisional: false }],
    ['Puno; siete', { category: 'Puno', value: 'siete', provisional: false }],
    ['Puno\tn.a.', { category: 'Puno', value: '', state: 'not_applicable', provisional: false }],
    ['Puno\tDoes not apply', { category: 'Puno', value: '', state: 'not_applicable', provisional: false }],
    ['Puno; sin dato', { category: 'Puno', value: '', state: 'missing', provisional: false }],
    ['Puno; not known', { category: 'Puno', value: '', state: 'missing', provisional: false }],
    ['Puno; 7 (p)', { category: 'Puno', value: '7', provisional: true }],
    ['Puno; 7 P.', { category: 'Puno', value: '7', provisional: true }],
    ['Puno; 7;p', { category: 'Puno', value: '7', provisional: true }],
    ['Puno 7 p', { category: 'Puno', value: '7', provisional: true }],
    ['Puno; falta p', { category: 'Puno', value: '', state: 'missing', provisional: true }],
    ['Puno; 7 / 12 p', { category: 'Puno', value: '', numerator: '7', denominator: '12', provisional: true }],
    ['Puno 7 / 12', { category: 'Puno', value: '', numerator: '7', denominator: '12', provisional: false }],
    ['Puno 62,5%', { category: 'Puno', value: '62,5%', provisional: false }],
    ['Puno -3', { category: 'Puno', value: '-3', provisional: false }],
    ['Puno ‹ 5', { category: 'Puno', value: '‹ 5', provisional: false }],
    ['Puno 1\u202f234', { category: 'Puno', value: '1\u202f234', provisional: false }],
    ['  Puno\t 45 \u00a0', { category: 'Puno', value: '45', provisional: false }],
    ['Puno\t45\t\t', { category: 'Puno', value: '45', provisional: false }],
    ['Zona 3 sur\t45', { category: 'Zona 3 sur', value: '45', provisional: false }],
    ['Zona 3 sur 45', { category: 'Zona 3 sur', value: '45', provisional: false }],
    ['Puno 45  \u00a0 ', { category: 'Puno', value: '45', provisional: false }],
    ['Puno\t45;\t;', { category: 'Puno', value: '45', provisional: false }],
    ['Puno\t4;5', { category: 'Puno', value: '4;5', provisional: false }],
    ['Puno ; falta ; p', { category: 'Puno', value: '', state: 'missing', provisional: true }],
    ['\t \tPuno\t45', { category: 'Puno', value: '45', provisional: false }],
  ])('%p is a category and its figure', (line, figure) => {
    expect(readPastedFigures(line)).toEqual([figure]);
  });

  it('say nothing of a category without a value: it is not zero', () => {
    expect(readPastedFigures('Lima;\n\nPuno\n  \nCusco; 0\r\nIca;   ')).toEqual([
      { category: 'Cusco', value: '0', provisional: false },
    ]);
  });

  it.each(['Alp p', 'Puno', 'Zona7', '45', 'Zona sur p', 'Zona 7\t', 'Zona 7;'])(
    'say nothing of %p, which is a name alone',
    (line) => {
      expect(readPastedFigures(line)).toEqual([]);
    },
  );

  it('are parted by the line ends of every system', () => {
    const told = readPastedFigures('Lima 1\rPuno 2\r\nIca 3\nCusco 4');
    expect(told.map(({ category, value }) => [category, value])).toEqual([
      ['Lima', '1'],
      ['Puno', '2'],
      ['Ica', '3'],
      ['Cusco', '4'],
    ]);
  });

  it('give every whole number back that stands behind a name', () => {
    const name = fc.constantFrom('Lima', 'Madre de Dios', 'San Martín', 'Zip', 'Alp p');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.nat(99_999)), { minLength: 1 }), (rows) => {
        const read = readPastedFigures(rows.map(([category, value]) => `${category}; ${value}`).join('\n'));
        expect(read.map(({ category, value }) => [category, Number(value)])).toEqual(rows);
      }),
    );
  });
});

describe('a name that somebody typed', () => {
  it('is compared without case, accents and marks', () => {
    expect(plainName('  Áncash (costa)')).toBe(plainName('ANCASH costa'));
    expect(plainName('  Áncash (costa)')).toBe('ancash costa');
    expect(plainName('Niñas,  niños; <18')).toBe('ninas ninos <18');
    expect(plainName('6-11 años')).toBe('6-11 anos');
    expect(plainName('18+')).not.toBe(plainName('18'));
  });
});
