/**
 * Endings that are cut off, longest first, per language; what is left has at least four letters. Crude on purpose: it only has to
 * bring "strengthen" and "strengthening" together, and whoever decides sees the words.
 */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'ations',
    'ation',
    'ments',
    'ment',
    'ities',
    'ity',
    'ings',
    'ing',
    'ions',
    'ion',
    'ies',
    'ed',
    'es',
    's',
    'y',
    'e',
  ],
  es: [
    'aciones',
    'acion',
    'mientos',
    'miento',
    'idades',
    'idad',
    'mente',
    'iones',
    'ion',
    'ando',
    'iendo',
    'ados',
    'adas',
    'ado',
    'ada',
    'ar',
    'er',
    'ir',
    'es',
    'os',
    'as',
    's',
    'o',
    'a',
    'e',
  ],
  fr: [
    'ations',
    'ation',
    'ements',
    'ement',
    'ités',
    'ite',
    'ions',
    'ion',
    'ees',
    'ee',
    'ant',
    'er',
    'ir',
    'es',
    's',
    'e',
  ],
};

/** Words that say nothing about what is asked: articles, prepositions, and the formulas of all concluding observations. */
const EMPTY: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'a all also an and any are as at be been by can committee for from had has have in including inter alia into is it its of on or other party recommend recommends requests state states such take that the their them these this those to under urges ensure was were which with within'.split(
      ' ',
    ),
  ),
  es: new Set(
    'a al asi ante como comite con cual cuales de del desde e el ella en entre es esta este estado ese esos esas estas estos ha han la las lo los mas mediante no o otras otros para parte por que recomienda se sean ser si sin sobre su sus tambien toda todas todo todos u un una y insta solicita vele'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'a au aux avec ce ces cette comite dans de des du elle en est et etat il la le les leur leurs ou par partie pour que qui recommande sa se ses soit son sur tous toutes un une y'.split(
      ' ',
    ),
  ),
};

export interface StemmedWord {
  /** As it stands in the text, in lower case. */
  readonly word: string;
  readonly stem: string;
}

/** The telling words of a text in their order, without accents and without numbers. */
export function stemsOf(text: string, language: string): readonly StemmedWord[] {
  const empty = EMPTY[language] ?? new Set<string>();
  const endings = ENDINGS[language] ?? [];
  return (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .map((word) => ({ word, plain: word.normalize('NFD').replace(/\p{M}/gu, '') }))
    .filter(({ plain }) => plain.length > 2 && !empty.has(plain))
    .map(({ word, plain }) => ({ word, stem: cut(plain, endings) }));
}

function cut(word: string, endings: readonly string[]): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 4);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}
