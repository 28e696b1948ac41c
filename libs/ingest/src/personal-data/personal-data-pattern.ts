import type { PersonalDataKind } from './personal-data-kind.js';

/** Keywords in small letters, with a capital, and all in capitals; names are told by their capitals, so the flag `i` cannot be used. */
function anyCase(...words: readonly string[]): string {
  const forms = words.flatMap((word) => [
    word,
    word.charAt(0).toUpperCase() + word.slice(1),
    word.toUpperCase(),
  ]);
  return `(?:${[...new Set(forms)].join('|')})`;
}

/** First words of names of places, programmes and offices, which follow "niño" and "adolescente" as often as a person's name. */
const NOT_A_PERSON = [
  ...[
    'Programa',
    'Plan',
    'Ley',
    'Centro',
    'Comite',
    'Committee',
    'Convencion',
    'Codigo',
    'Defensoria',
    'Mesa',
  ],
  ...['Ministerio', 'Ministry', 'Unidad', 'Unit', 'Rights', 'Protection', 'Welfare', 'Labour', 'Pornography'],
  ...[
    'Madre',
    'Lima',
    'San',
    'Santa',
    'Santo',
    'Villa',
    'Nuevo',
    'Nueva',
    'La',
    'Las',
    'Los',
    'El',
    'Del',
    'De',
  ],
  ...[
    'Indigena',
    'Indigenous',
    'Afroperuano',
    'Afroperuana',
    'Peru',
    'Sede',
    'Total',
    'Presupuesto',
    'Monto',
  ],
  ...[
    'Meta',
    'Decreto',
    'Resolucion',
    'Cuenta',
    'Gasto',
    'Importe',
    'Soles',
    'Year',
    'Budget',
    'Amount',
    'Law',
  ],
].flatMap((word) => [word, word.toUpperCase()]);

// Every repetition has an end, so that a long text costs its length and not its square.
const WORD = "\\p{Lu}[\\p{L}'-]{1,30}";
/** A given name and a family name, at least. */
const NAME = `(?!(?:${NOT_A_PERSON.join('|')})\\b)${WORD}(?: ${WORD}){1,4}`;
const CHILD_ES = anyCase(
  'menor',
  'nino',
  'nina',
  'adolescente',
  'alumno',
  'alumna',
  'agraviado',
  'agraviada',
);
const CHILD_EN = '(?:child|girl|boy|minor|victim|pupil)';
const NAMED = anyCase(
  'llamado',
  'llamada',
  'de nombre',
  'identificado como',
  'identificada como',
  'named',
  'called',
);
const MONTH = '(?:de )?\\p{L}{3,10}\\.?(?: de)?';
const DATE = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2} ${MONTH} \\d{4}|\\p{L}{3,9} \\d{1,2}, \\d{4})`;
const BORN = anyCase(
  ...['nacido', 'nacida', 'nacio', 'fecha de nacimiento', 'fecha nacimiento', 'fec. nac.', 'f. nac.'],
  ...['born', 'date of birth', 'birth date', 'birthdate', 'dob'],
);
const DOCUMENT = anyCase(
  'dni',
  'd.n.i.',
  'documento',
  'documento de identidad',
  'identidad',
  'identity card',
  'cui',
);
const PHONE = anyCase(
  'telefono',
  'telefonos',
  'telef.',
  'tel.',
  'tel',
  'celular',
  'cel.',
  'cel',
  'movil',
  'phone',
  'mobile',
  'whatsapp',
);
const CASE = anyCase(
  'expediente',
  'exp.',
  'carpeta fiscal',
  'carpeta',
  'caso',
  'case',
  'case file',
  'case number',
  'denuncia',
);
const NUMBER_SIGN = '(?:[ :,.(]|[Nn](?:ro|um|o)?\\.?[°ºo]?|numero|number|es|is|#){0,6}';

/**
 * Each kind by how it is written in Peru and in English. A bare number is never enough: years, amounts, indicator codes, laws
 * ("Ley 30963") and document symbols ("CRC/C/OPSC/PER/CO/1") are what this record is made of. Matched against text without accents.
 */
export const PERSONAL_DATA_PATTERNS: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['child_name', new RegExp(`\\b(?:${CHILD_ES}|${CHILD_EN}),? (?:${NAMED} )?${NAME}`, 'u')],
  ['child_name', new RegExp(`\\b${NAMED} ${NAME}`, 'u')],
  // Courts and the press name children by their initials: with the case beside them that is enough to find them.
  ['child_name', new RegExp(`\\b${anyCase('iniciales', 'initials')} \\p{Lu}\\. ?\\p{Lu}\\.`, 'u')],
  [
    'child_name',
    new RegExp(
      `${NAME},? \\(?(?:${anyCase('menor de edad', 'de', 'aged')} )?(?:\\d{1,2} (?:anos|years)|menor de edad|a minor\\b)`,
      'u',
    ),
  ],
  ['child_name', new RegExp(`${NAME},? \\(?(?:aged|edad:?) \\d{1,2}\\b`, 'u')],
  ['child_name', new RegExp(`\\b\\d{1,2}-year-old ${NAME}`, 'u')],
  // Eight digits, some with a ninth character to check them (RENIEC).
  ['identity_document', new RegExp(`\\b${DOCUMENT}\\b${NUMBER_SIGN}\\d{8}(?:-?[\\dA-K])?\\b`, 'u')],
  ['identity_document', new RegExp(`\\b${NAME},? ?\\(?\\d{8}\\b`, 'u')],
  [
    'date_of_birth',
    new RegExp(`\\b${BORN}(?:[ :,]|\\bel\\b|\\ben\\b|\\bon\\b|\\bdia\\b|\\bthe\\b){0,6}${DATE}`, 'u'),
  ],
  ['email', /[^\s<>"(),:;@]{1,64}@[^\s<>"(),:;@]{1,100}\.\p{L}{2}/u],
  ['phone', new RegExp(`\\b${PHONE}\\b\\.?${NUMBER_SIGN}\\+?\\d(?:[ -]?\\d){5,13}\\b`, 'u')],
  ['phone', /(?:\+|\b00)51[ -]?\d(?:[ -]?\d){6,9}\b/u],
  // Number, year, and what court: 01234-2019-0-1801-JR-PE-01 (Poder Judicial).
  ['case_number', /\b\d{3,6}-\d{4}-\d{1,4}-\d{4}-\p{Lu}{2}-\p{Lu}{2}-\d{2}\b/u],
  ['case_number', new RegExp(`\\b${CASE}${NUMBER_SIGN}\\d{2,12}[-/]\\d{4}\\b`, 'u')],
];
