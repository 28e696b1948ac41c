import { describe, expect, it } from '@jest/globals';

import { placeOfUnstorable } from './unstorable-text.js';

describe('a character that no text of the record can hold', () => {
  it.each([
    ['U+0000', { theme: 'a\0b' }, 'theme'],
    ['a high surrogate alone', { permissions: ['a', '\ud800'] }, 'permissions.1'],
    ['a low surrogate alone', { a: { b: '\udc00x' } }, 'a.b'],
    ['one in a name', { a: { 'b\0': 1 } }, 'a name'],
    ['one in a bare text', '\0', 'input'],
  ])('is found: %s', (_name, input, place) => {
    expect(placeOfUnstorable(input)).toBe(place);
  });

  it.each([
    ['a pair of surrogates', { name: '😀' }],
    ['every other control character', { name: '\u0001\t\r\n\u200e' }],
    ['numbers and nothing', { a: 1, b: null, c: undefined, d: true }],
    ['no input', undefined],
  ])('is not seen in %s', (_name, input) => {
    expect(placeOfUnstorable(input)).toBeNull();
  });

  it('is found however deep it lies', () => {
    let deep: unknown = '\0';
    for (let level = 0; level < 30_000; level += 1) deep = [deep];
    expect(placeOfUnstorable(deep)).toMatch(/^0\.0/);
  });
});
