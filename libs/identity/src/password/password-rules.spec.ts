import { describe, expect, it } from '@jest/globals';

import { assertGoodPassword } from './password-rules.js';

const CONTEXT = {
  name: 'Rosa Quispe Huamán',
  email: 'r.quispe@minjus.example',
  words: ['PER', 'MINJUSDH', 'Ministry of Justice', 'Ministerio de Justicia'],
};
const refused = (code: string): unknown => expect.objectContaining({ code: `password.${code}` });

describe('a new password', () => {
  it.each([
    ['eleven letters', 'kltzwqmvbnp', 'short'],
    ['eleven characters of two units each', '🦊🌵🧭🪁🫖🪴🛶🧶🪕🥁🪗', 'short'],
    ['129 characters', `${'kltz wqmv bnph '.repeat(8)}kltzwqmvb`, 'long'],
    ['a listed one', 'Leavemealone', 'common'],
    ['a listed one with digits hung on', 'Sunshine2026!', 'common'],
    ['a listed one twice', 'dragondragon', 'common'],
    ['one letter over and over', 'aaaaaaaaaaaaaaa', 'common'],
    ['digits over and over', '123123123123', 'common'],
    ['the name and a year', 'RosaQuispe2026', 'guessable'],
    ['the name without its accent', 'huaman-quispe-1', 'guessable'],
    ['the address', 'r.quispe@minjus', 'guessable'],
    ['the service and the State', 'Vigía PER 2026', 'guessable'],
    ['the institution', 'Ministerio de Justicia', 'guessable'],
  ])('that is %s is refused', async (_what, password, code) => {
    await expect(assertGoodPassword(password, CONTEXT)).rejects.toEqual(refused(code));
  });

  it.each([
    ['twelve small letters', 'kltzwqmvbnph'],
    ['words with spaces around them', '  tres botes azules  '],
    ['letters of any script and signs', 'ñandú—βότσαλο 🦊 石'],
    ['128 characters', `${'kltz wqmv bnph '.repeat(8)}kltzwqmv`],
    ['words that hold a known one', 'la justicia del río lento'],
    ['digits alone, of no pattern', '830174925561'],
  ])('that is %s is taken', async (_what, password) => {
    await expect(assertGoodPassword(password, CONTEXT)).resolves.toBeUndefined();
  });
});
