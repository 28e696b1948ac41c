import { describe, expect, it } from '@jest/globals';
import type { ParsedDocument } from '#domain';
import { parseDocument } from '../parse-document.js';
import { isCountryCode } from './country-code.js';
import { FORMER_CODES } from './former-code.js';

const observations = (symbol: string, title: string): ParsedDocument =>
  parseDocument(`${symbol}

Concluding observations ${title}

1. The Committee considered the report and adopted the present concluding observations.

2. The Committee is concerned that the wells of the schools are dry.

3. The Committee recommends that the State party build wells.
`);

const codeWarnings = (document: ParsedDocument): readonly string[] =>
  document.warnings.filter((one) => one.code === 'country_code_unknown').map((one) => one.message);

describe('a code that symbols no longer have', () => {
  it('is never one of today, and stands for one of today or for none', () => {
    for (const [former, code] of FORMER_CODES) {
      expect(isCountryCode(former)).toBe(false);
      expect(code === null || isCountryCode(code)).toBe(true);
    }
  });

  it.each([
    ['CCPR/CO/66/ROM', 'ROU'],
    ['CEDAW/C/GUA/CO/6', 'GTM'],
    ['CEDAW/C/UK/CO/6', 'GBR'],
    ['CCPR/CO/66/ZAR', 'COD'],
  ])('tells the State: %s', (symbol, state) => {
    const document = observations(symbol, 'on the second report');
    expect(document.state).toBe(state);
    expect(codeWarnings(document)).toEqual([]);
  });

  it.each(['CCPR/CO/66/YUG', 'CCPR/CO/66/QQQ'])('is said, not guessed, where it tells none: %s', (symbol) => {
    const document = observations(symbol, 'on the second report');
    expect(document.state).toBeNull();
    expect(codeWarnings(document)).toEqual([expect.stringContaining(symbol)]);
  });

  it('is not missed in a symbol that has none', () => {
    const document = observations('CRC/C/15/Add.120', 'on the second report of Suriname');
    expect(document.state).toBe('SUR');
    expect(codeWarnings(document)).toEqual([]);
  });
});
