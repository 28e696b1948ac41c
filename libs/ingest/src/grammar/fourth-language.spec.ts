import type { DocumentLanguage } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from '../parse-document.js';
import type { Grammar } from './grammar.js';
import { GRAMMARS } from './grammars.js';

const ESTADO = /^.{0,240}?\b(?:Estado parte|Governo)(?![\p{L}])|^,? que\b/u;

/** A grammar of a language that is not read otherwise, small but whole. */
const pt: Grammar = {
  language: 'pt' as DocumentLanguage,
  commonWords: ['o', 'os', 'as', 'do', 'da', 'dos', 'que', 'em', 'não', 'com', 'ao', 'uma', 'à'],
  documentTitle: /Observações finais/i,
  otherKinds: [{ kind: 'list_of_issues', pattern: /Lista de questões/i }],
  considered: /\banalisou\b/i,
  submitted: /apresentado em\s*$/i,
  adopted: /adotou/i,
  months: [
    'janeiro',
    'fevereiro',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  dateJoiner: '\\s+de\\s+',
  and: 'e|ou',
  numberWords: { um: 1, dois: 2 },
  abbreviations: 'par|art|n',
  unfinished: 'e|de|da|do',
  through: 'a|até',
  pageWord: '[Pp]ágina',
  pageOf: 'de',
  dayMark: 'º',
  elided: null,
  mayOpenWithVerb: false,
  hyphenated: /^(?:não|ex)$/i,
  headings: {
    introduction: /^Introdução/i,
    positive: /Aspectos positivos/i,
    nextReport: /Próximo relatório/i,
  },
  speaker: /\bComitê(?![\p{L}])/u,
  addresseeBefore: null,
  operative: [
    { verb: 'recommends', pattern: /\brecomenda\b/g, addressee: null },
    { verb: 'urges', pattern: /\binsta\b/g, addressee: ESTADO },
    { verb: 'requests', pattern: /\bsolicita\b/g, addressee: ESTADO },
  ],
  concern: /preocupa/i,
  positive: /congratula/i,
  coordinatedLeadIn: /\be que\s*:$/,
  paragraphWord: '(?:parágrafos?|par\\.)',
  articleWord: '(?:artigos?|art\\.)',
  articleParagraphWord: '(?:parágrafos?|par\\.)',
  ofWord: '(?:do|da|dos|das|de)\\s+',
  about: 'sobre',
  otherText: 'artigos?|resolução',
  opensFootnote: 'Ver|Ibid',
  genericInstrument: {
    optionalProtocol: /^Protocolo Facultativo/,
    convention: /^Convenção(?! sobre)/,
    covenant: /^Pacto/,
  },
  followUp: /informações/i,
  delay: /dentro de\s+(um|dois|\d{1,2})\s+(anos?|mes(?:es)?)/i,
  months12: /^mes/i,
  importance: /particular importância/i,
  nextReport: /\bapresente (?:seu|o) [^.;]{0,60}relatório/i,
  uprPosition: { toBeExamined: /serão examinadas/, noted: /tomou nota/, supported: /contam com o apoio/ },
  names: {
    committees: { CRC: /Comitê sobre os Direitos da Criança/i },
    protocols: {},
    treaties: { CRC: /^Convenção sobre os Direitos da Criança/i },
    states: {},
  },
};

const TEXT = `CRC/C/AGO/CO/7
Comitê sobre os Direitos da Criança
Observações finais sobre o sétimo relatório periódico de Angola

1. O Comitê analisou o relatório de Angola (CRC/C/AGO/7) em 14 de maio de 2019 e adotou, em 7 de junho de 2019, as presentes observações finais.

A. Introdução

2. O Comitê agradece o diálogo com a delegação.

B. Principais preocupações

3. O Comitê está preocupado com as escolas que não têm água.

4. O Comitê, à luz do artigo 28 da Convenção, recomenda ao Estado parte que:

a) Construa poços;

b) Repare as escolas.

5. O Comitê solicita ao Estado parte que envie, dentro de dois anos, informações sobre o parágrafo 4 a).

6. O Comitê insta o Estado parte a que apresente seu oitavo relatório até 3 de março de 2026.
`;

describe('a fourth language', () => {
  it('is one grammar and its place in the list', () => {
    const document = parseDocument(TEXT, [...Object.values(GRAMMARS), pt]);
    expect(document).toMatchObject({
      language: 'pt',
      mechanism: 'CRC',
      state: 'AGO',
      consideredOn: ['2019-05-14'],
      adoptedOn: '2019-06-07',
      articles: [{ paragraph: 4, instrument: 'CRC', article: '28' }],
      followUp: [{ paragraphs: ['4(a)'], delay: 'P2Y' }],
      nextReport: { dueOn: '2026-03-03' },
      warnings: [],
    });
    expect(document.paragraphs.map((one) => one.kind)).toEqual([
      'procedural',
      'procedural',
      'concern',
      'recommendation',
      'procedural',
      'procedural',
    ]);
    expect(document.recommendations.map(({ id, verb }) => `${id} ${verb}`)).toEqual([
      '4(a) recommends',
      '4(b) recommends',
      '5 requests',
      '6 urges',
    ]);
  });

  it('is refused where its grammar is not in the list', () => {
    expect(() => parseDocument(TEXT, [])).toThrow(
      expect.objectContaining({ code: 'ingest.language_not_recognised' }),
    );
  });
});

/** Joins, abbreviates, elides and counts pages with words that no language has. */
const invented: Grammar = {
  ...pt,
  language: 'qaa' as DocumentLanguage,
  commonWords: [...pt.commonWords, 'zu', 'ug', 'vo'],
  and: 'zu',
  through: 'ug',
  abbreviations: 'kol',
  unfinished: 'vo',
  pageWord: 'Blad',
  pageOf: 'ut',
  dayMark: 'x',
  elided: 'q',
};

const INVENTED_TEXT = `CRC/C/AGO/CO/7
Comitê sobre os Direitos da Criança
Observações finais sobre o sétimo relatório periódico de Angola

1. O Comitê analisou o relatório de Angola (CRC/C/AGO/7) em 13x zu 14x de maio de 2019 zu adotou, em 7x de junho de 2019, as presentes observações finais.

A. Principais preocupações vo

Água

2. O Comitê está preocupado com as escolas que não têm q ’ água, na formação pré-
zu pós-escolar.

Blad 2 ut 3

3. O Comitê recomenda ao Estado parte que:

a) Construa poços; zu

b) Repare as escolas.

4. O Comitê solicita ao Estado parte que envie, dentro de dois anos, informações sobre os parágrafos 2 ug 3 a).

5. O Comitê insta o Estado parte a que, kol. Anexo, apresente seu oitavo relatório até 3x de março de 2026.
`;

describe('a language that nobody speaks', () => {
  const read = (grammar: Grammar) => parseDocument(INVENTED_TEXT, [...Object.values(GRAMMARS), grammar]);
  const document = read(invented);

  it('is read by the words of its grammar alone, down to its page numbers and abbreviations', () => {
    expect(document).toMatchObject({
      language: 'qaa',
      consideredOn: ['2019-05-13', '2019-05-14'],
      adoptedOn: '2019-06-07',
      sections: [{ number: 'A', title: 'Principais preocupações vo Água', sections: [] }],
      followUp: [{ paragraphs: ['2', '3(a)'], delay: 'P2Y' }],
      nextReport: {
        dueOn: '2026-03-03',
        statement:
          'O Comitê insta o Estado parte a que, kol. Anexo, apresente seu oitavo relatório até 3x de março de 2026.',
      },
    });
    expect(document.paragraphs[1]?.text).toBe(
      'O Comitê está preocupado com as escolas que não têm q’água, na formação pré- zu pós-escolar.',
    );
    expect(document.recommendations.map(({ id, text }) => [id, text])).toEqual([
      ['3(a)', 'Construa poços; zu'],
      ['3(b)', 'Repare as escolas.'],
      expect.arrayContaining(['4']),
      expect.arrayContaining(['5']),
    ]);
  });

  it.each<[string, Partial<Grammar>]>([
    ['between the ends of a range', { through: 'até' }],
    ['that join', { and: 'e' }],
    ['that are abbreviated', { abbreviations: 'art' }],
    ['that no heading ends with', { unfinished: 'de' }],
    ['before the number of a page', { pageWord: 'Página' }],
    ['behind a day', { dayMark: 'º' }],
    ['that are elided', { elided: null }],
  ])('is read otherwise without its words %s', (_which, change) => {
    expect({ ...read({ ...invented, ...change }), warnings: [] }).not.toEqual({ ...document, warnings: [] });
  });
});
