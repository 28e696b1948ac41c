import { describe, expect, it } from '@jest/globals';
import { GRAMMARS } from '../grammar/grammars.js';
import { stateNamedIn } from './state-name.js';

describe('the State named in a title', () => {
  it.each([
    ['en', 'the report submitted by Peru under article 12 (1)', 'PER'],
    ['en', 'the report of the Democratic Republic of the Congo', 'COD'],
    ['en', 'the report of the Congo', 'COG'],
    ['en', 'the report of Equatorial Guinea', 'GNQ'],
    ['en', 'the report of Bolivia (Plurinational State of)', 'BOL'],
    ['en', "the report of Côte d'Ivoire", 'CIV'],
    ['es', 'el informe de los Estados Unidos de América', 'USA'],
    ['es', 'el informe inicial del Perú', 'PER'],
    ['fr', 'le rapport du Royaume-Uni de Grande-Bretagne et d’Irlande du Nord', 'GBR'],
    ['fr', 'le rapport de la Guinée-Bissau', 'GNB'],
    ['en', 'the Convention on the Rights of the Child', null],
  ] as const)('in %s: %s', (language, title, code) => {
    expect(stateNamedIn(title, GRAMMARS[language])).toBe(code);
  });
});
