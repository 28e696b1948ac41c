import { describe, expect, it } from '@jest/globals';
import { GRAMMARS } from '../grammar/grammars.js';
import { findDates } from './printed-date.js';

describe('dates in a text', () => {
  it.each([
    ['en', 'held on 15 January 2016', ['2016-01-15']],
    ['en', 'held on 20 and 21 January 2025', ['2025-01-20', '2025-01-21']],
    ['en', 'held on 30 January and 2 February 2020', ['2020-01-30', '2020-02-02']],
    ['es', 'celebradas el 10 de noviembre de 2017', ['2017-11-10']],
    ['es', 'los días 1 y 2 de marzo del 2022', ['2022-03-01', '2022-03-02']],
    ['fr', 'le 1er février 2021', ['2021-02-01']],
    ['en', 'in July 2026', []],
    ['en', 'held on 31 February 2020', []],
    ['en', 'Act No. 30251 of September 2014', []],
  ] as const)('in %s: %s', (language, text, dates) => {
    expect(findDates(text, GRAMMARS[language]).map((one) => one.date)).toEqual(dates);
  });
});
