import { describe, expect, it } from '@jest/globals';
import { UserError } from '#domain';
import { parseDocument } from './parse-document.js';

type Language = 'en' | 'es' | 'fr';

const HEADS: Readonly<Record<Language, string>> = {
  en: `CCPR/C/FJI/CO/2
Human Rights Committee
Concluding observations on the second periodic report of Fiji

1. The Committee considered the report of Fiji (CCPR/C/FJI/2) on 4 March 2024 and adopted, on 20 March 2024, the present concluding observations.

A. Principal matters of concern and recommendations
`,
  es: `CCPR/C/FJI/CO/2
Comité de Derechos Humanos
Observaciones finales sobre el segundo informe periódico de Fiji

1. El Comité examinó el informe de Fiji (CCPR/C/FJI/2) el 4 de marzo de 2024 y aprobó, el 20 de marzo de 2024, las presentes observaciones finales.

A. Principales motivos de preocupación y recomendaciones
`,
  fr: `CCPR/C/FJI/CO/2
Comité des droits de l’homme
Observations finales concernant le deuxième rapport périodique des Fidji

1. Le Comité a examiné le rapport des Fidji (CCPR/C/FJI/2) le 4 mars 2024 et a adopté, le 20 mars 2024, les présentes observations finales.

A. Principaux sujets de préoccupation et recommandations
`,
};
const LAST: Readonly<Record<Language, string>> = {
  en: '3. The Committee recommends that the State party plant trees in the streets.',
  es: '3. El Comité recomienda al Estado parte que plante árboles en las calles.',
  fr: '3. Le Comité recommande à l’État partie de planter des arbres dans les rues.',
};

function read(language: Language, paragraph: string) {
  return parseDocument(`${HEADS[language]}\n2. ${paragraph}\n\n${LAST[language]}\n`);
}

describe('what a paragraph asks, in the words of each committee', () => {
  it.each<[Language, string, string, string | null]>([
    [
      'en',
      'The Committee recommends again that the State party mend the bridge.',
      'recommendation',
      'recommends',
    ],
    [
      'en',
      'The Committee is of the view that the State party should mend the bridge.',
      'recommendation',
      'recommends',
    ],
    [
      'en',
      'The Committee reiterates that the State party should mend the bridge.',
      'recommendation',
      'reiterates',
    ],
    [
      'en',
      'The Committee strongly encourages the State Party to mend the bridge.',
      'recommendation',
      'encourages',
    ],
    ['en', 'The Committee suggests that the bridge be mended.', 'recommendation', 'suggests'],
    ['en', 'The State party is strongly encouraged to mend the bridge.', 'recommendation', 'encourages'],
    ['en', 'The Committee invites the Legislative Assembly to mend the bridge.', 'recommendation', 'invites'],
    ['en', 'The Committee is concerned that the State party should have waited.', 'concern', null],
    [
      'es',
      'El Comité considera que el Estado parte debería reparar el puente.',
      'recommendation',
      'recommends',
    ],
    ['es', 'El Estado Parte también debe reparar el puente.', 'recommendation', 'recommends'],
    ['es', 'El Comité recuerda la ley y lo insta a que repare el puente.', 'recommendation', 'urges'],
    ['es', 'Se exhorta al Estado parte a reparar el puente.', 'recommendation', 'calls_upon'],
    ['es', 'El Comité sugiere al Estado parte que repare el puente.', 'recommendation', 'suggests'],
    ['fr', 'Le Comité estime que l’État partie devrait réparer le pont.', 'recommendation', 'recommends'],
    ['fr', 'Le Comité rappelle la loi et lui demande de réparer le pont.', 'recommendation', 'requests'],
    ['fr', 'Le Comité invite instamment l’État partie à réparer le pont.', 'recommendation', 'urges'],
    ['fr', 'L’État partie est également encouragé à réparer le pont.', 'recommendation', 'encourages'],
    [
      'fr',
      'Le Comité appelle l’attention de l’État partie sur le pont, dont l’état le préoccupe.',
      'concern',
      null,
    ],
  ])('%s: %s', (language, text, kind, verb) => {
    expect(read(language, text).paragraphs[1]).toMatchObject({ kind, verb });
  });

  it.each<[Language, string, string]>([
    [
      'en',
      'The Committee fixes the date for the submission of the third periodic report at May 2030.',
      'procedural',
    ],
    [
      'en',
      'The Committee requests the State party to submit specific and updated information on the implementation of all its recommendations.',
      'procedural',
    ],
    ['es', 'El Comité comunicará la fecha en que deberá presentarse el tercer informe.', 'procedural'],
    [
      'fr',
      'L’État partie recevra la liste et ses réponses constitueront son troisième rapport périodique.',
      'procedural',
    ],
  ])('is procedure when it is about the next report (%s: %s)', (language, text, kind) => {
    expect(read(language, text).paragraphs[1]?.kind).toBe(kind);
  });
});

describe('paragraphs that a follow-up lists', () => {
  it.each<[Language, string, readonly string[], string | null]>([
    [
      'en',
      'The Committee requests the State party to provide, within one year, information on paragraphs 3 (a) (i) and (c) and 5 above.',
      ['3(a)', '3(c)', '5'],
      'P1Y',
    ],
    [
      'en',
      'In accordance with rule 70, paragraph 5, the State party should indicate, within twelve months, what it did under paragraphs 3 and 4.',
      ['3', '4'],
      'P12M',
    ],
    [
      'es',
      'De conformidad con el artículo 9, párrafo 1, el Comité pide al Estado parte que facilite, dentro del plazo de un año, información sobre los párrafos 3 y 4 b).',
      ['3', '4(b)'],
      'P1Y',
    ],
    [
      'fr',
      'Conformément au paragraphe 1 de l’article 9, le Comité demande à l’État partie, dans un délai d’un an, des renseignements sur les paragraphes 3 et 4 a).',
      ['3', '4(a)'],
      'P1Y',
    ],
  ])('%s: %s', (language, text, paragraphs, delay) => {
    expect(read(language, text).followUp).toEqual([expect.objectContaining({ paragraphs, delay })]);
  });

  it('are of importance with their topics between them', () => {
    const text =
      'With regard to urgent measures that must be taken, the Committee draws attention to paragraphs 3, on trees, and 7, on roads.';
    expect(read('en', text).importance).toEqual(['3', '7']);
  });
});

describe('the layout of lettered items', () => {
  it('may put several on one line', () => {
    const document = read(
      'en',
      'The Committee recommends that the State party:\n(a) Mend the bridge; (b) Paint it; and\n(c) Open it.',
    );
    expect(document.recommendations.map((one) => one.id)).toEqual(['2(a)', '2(b)', '2(c)', '3']);
  });

  it('leaves a list within a running sentence alone', () => {
    const document = read(
      'en',
      'The Committee recommends that the State party: (a) mend the bridge; and (b) paint it.',
    );
    expect(document.recommendations.map((one) => one.id)).toEqual(['2', '3']);
  });

  it('tells (i) after (h) from the first point under a letter', () => {
    const letters = [...'abcdefgh']
      .map((letter) => `(${letter}) Mend bridge ${letter.toUpperCase()};`)
      .join('\n');
    const document = read(
      'en',
      `The Committee recommends that the State party:\n${letters}\n(i) Paint them;\n(j) Open them.`,
    );
    expect(document.paragraphs[1]?.items.map((item) => item.label).join('')).toBe('abcdefghij');
  });
});

describe('headings whose numbers stand on lines of their own', () => {
  it('are read with Roman numbers as with letters', () => {
    const text = `${HEADS.en}\n2. The Committee is concerned about roads.\nII.\nNext steps\n${LAST.en}`;
    expect(parseDocument(text).sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      'A Principal matters of concern and recommendations',
      'II Next steps',
    ]);
  });
});

describe('days of the opening paragraph', () => {
  it('are not those on which the report came, and may stand before the verb', () => {
    const text = HEADS.en.replace(
      /1\. .*/,
      '1. The Committee considered the report of Fiji (CCPR/C/FJI/2), submitted on 1 May 2023, on 4 March 2024 and, at its meeting held on 20 March 2024, adopted the following concluding observations.',
    );
    expect(parseDocument(`${text}\n2. The Committee is concerned about roads.\n\n${LAST.en}`)).toMatchObject({
      consideredOn: ['2024-03-04'],
      adoptedOn: '2024-03-20',
    });
  });
});

describe('documents of other kinds', () => {
  const kindOf = (text: string): unknown => {
    try {
      parseDocument(text);
      return 'read';
    } catch (error) {
      return error instanceof UserError ? (error.details.kind ?? error.code) : error;
    }
  };
  it.each([
    [
      'press_release',
      'Press release\nThe Committee issued concluding observations on Fiji and on the work of its session.',
    ],
    [
      'press_release',
      'Comunicado de prensa\nEl Comité aprobó las observaciones finales sobre los informes de la República.',
    ],
    [
      'press_release',
      'Communiqué de presse\nLe Comité a adopté des observations finales sur les rapports de la République.',
    ],
    [
      'compilation',
      'Working Group on the Universal Periodic Review\nCompilation on Fiji\nReport of the Office of the High Commissioner to the Council',
    ],
    [
      'stakeholder_summary',
      'Working Group on the Universal Periodic Review\nSummary of stakeholders’ submissions on Fiji\nReport of the Office to the Council',
    ],
    [
      'state_report',
      'Working Group on the Universal Periodic Review\nNational report submitted in accordance with the annex to the resolution of the Council',
    ],
    [
      'universal_periodic_review',
      'Informe del Grupo de Trabajo sobre el Examen Periódico Universal en el país y en las islas',
    ],
    [
      'annual_report',
      'General Assembly\nOfficial Records\nSupplement No. 38 (A/57/38)\nReport of the Committee on its work and on the reports of the States',
    ],
    [
      'list_of_issues',
      'Liste de points concernant le rapport des Fidji et dans le cadre de la procédure pour les îles',
    ],
    [
      'follow_up_reply',
      'Information received from Fiji on follow-up to the concluding observations and on the bridges of the islands',
    ],
    [
      'general_comment',
      'Observación general núm. 9 sobre los puentes y las calles de los pueblos en la isla',
    ],
  ])('are named: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });
});
