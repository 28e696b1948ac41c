import { describe, expect, it } from '@jest/globals';

import { entityTagOf, isNoneOf } from './entity-tag.js';

describe('the tag of an answer', () => {
  const tag = entityTagOf('{"value":10}');

  it('is the same for the same bytes, and another for others', () => {
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
    expect(entityTagOf(Buffer.from('{"value":10}'))).toBe(tag);
    expect(entityTagOf('{"value":15}')).not.toBe(tag);
  });

  it.each([
    [undefined, true],
    ['"other"', true],
    [tag, false],
    [tag.slice(2), false],
    [`"other", ${tag}`, false],
    ['*', false],
  ])('asks for the answer with If-None-Match %s: %s', (header, asked) => {
    expect(isNoneOf(header, tag)).toBe(asked);
  });
});
