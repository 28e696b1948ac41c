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
  ])('%p is a category and its figure', (line, figure) => {
    expect(readPastedFigures(line)).toEqual([figure]);
  });

  it('say nothing of a category without a value: it is not zero', () => {
    expect(readPastedFigures('Lima;\n\nPuno\n  \nCusco; 0\r\nIca;   ')).toEqual([
      { category: 'Cusco', value: '0', provisional: false },
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
    expect(plainName('18+')).not.toBe(plainName('18'));
  });
});
