import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseSearch, soughtWords } from './search-query.js';

const words = (...of: string[]) => ({ kind: 'words', words: of });

describe('a search as it is typed', () => {
  it('asks for all words', () => {
    expect(parseSearch('sale  of children')).toEqual({
      kind: 'all',
      of: [words('sale'), words('of'), words('children')],
    });
  });

  it.each(['OR', 'O', 'OU', '|', '||'])('takes either of the neighbours of %s', (or) => {
    expect(parseSearch(`girl ${or} child trafficking`)).toEqual({
      kind: 'all',
      of: [{ kind: 'any', of: [words('girl'), words('child')] }, words('trafficking')],
    });
  });

  it('takes "o" and "or" in lower case, and OR without a word before it, as words', () => {
    expect(parseSearch('niña o niño')).toEqual({
      kind: 'all',
      of: [words('niña'), words('o'), words('niño')],
    });
    expect(parseSearch('OR')).toEqual(words('OR'));
    expect(parseSearch('sale OR')).toEqual(words('sale'));
  });

  it('keeps quoted words, the parts of a code and those of a symbol in a row', () => {
    expect(parseSearch('"sale of children"')).toEqual(words('sale', 'of', 'children'));
    expect(parseSearch('«venta de niños»')).toEqual(words('venta', 'de', 'niños'));
    expect(parseSearch('"never closed')).toEqual(words('never', 'closed'));
    expect(parseSearch('14(a)')).toEqual(words('14', 'a'));
    expect(parseSearch('CRC/C/OPSC/PER/CO/1')).toEqual(words('CRC', 'C', 'OPSC', 'PER', 'CO', '1'));
  });

  it('excludes what follows a minus, one word or several in a row, and seeks none of it', () => {
    expect(parseSearch('-sale')).toEqual({ kind: 'not', of: words('sale') });
    const query = parseSearch('child -"sale of children"');
    expect(query).toEqual({
      kind: 'all',
      of: [words('child'), { kind: 'not', of: words('sale', 'of', 'children') }],
    });
    expect(soughtWords(query!)).toEqual(['child']);
  });

  it.each(['', '   ', '"', '-', '<->', '!&|', '—'])('asks nothing where no word is left of %j', (typed) => {
    expect(parseSearch(typed)).toBeNull();
  });

  it('reads anything without an error, and of what is too long only its beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        const query = parseSearch(typed);
        expect(query === null ? 0 : soughtWords(query).length).toBeLessThanOrEqual(24);
      }),
    );
    expect(soughtWords(parseSearch('w '.repeat(500))!).length).toBe(24);
  });
});
