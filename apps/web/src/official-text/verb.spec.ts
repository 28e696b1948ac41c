import { describe, expect, it } from '@jest/globals';

import { splitAtVerb } from './verb.js';

describe('the verb of an official text', () => {
  it('is found in its language, and the text around it stays word for word', () => {
    const text = 'The Committee recommends that the State party expand its measures.';
    const { before, verb, after } = splitAtVerb(text, 'recommends', 'en');
    expect(verb).toBe('recommends');
    expect(before + verb + after).toBe(text);
    expect(splitAtVerb('El Comité recomienda al Estado parte que', 'recommends', 'es').verb).toBe(
      'recomienda',
    );
    expect(splitAtVerb('The Committee calls upon the State party', 'calls_upon', 'en').verb).toBe(
      'calls upon',
    );
  });

  it('is not looked for inside another word', () => {
    expect(splitAtVerb('Es constante que el Comité insta', 'urges', 'es').before).toBe(
      'Es constante que el Comité ',
    );
  });

  it('leaves a text alone that does not hold it', () => {
    expect(splitAtVerb('Establish effective mechanisms', 'recommends', 'en')).toEqual({
      before: 'Establish effective mechanisms',
      verb: '',
      after: '',
    });
    expect(splitAtVerb('Le Comité recommande', 'recommends', 'fr').verb).toBe('');
  });
});
