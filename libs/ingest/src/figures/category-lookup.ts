import type { CivilDate, ReferencePeriod } from '#domain';

import { GRAMMARS } from '../grammar/grammars.js';
import { isCountryCode } from '../nations/country-code.js';
import { stateNamedIn } from '../nations/state-name.js';
import { findPersonalData } from '../personal-data/find-personal-data.js';
import { plainName } from './plain-name.js';
import type { FigureVocabulary, KnownDimension } from './reading-context.js';

type KnownCategory = KnownDimension['categories'][number];

const BEFORE_ALL = '0001-01-01';
const AFTER_ALL = '9999-12-31';

/** The code of a category; `total` where the text stands for all of them. */
type CategoryReading =
  | { readonly kind: 'category'; readonly code: string }
  | { readonly kind: 'total' }
  | { readonly kind: 'unknown' }
  /** The code means one category in one register and another in another, and the file does not say which it uses. */
  | { readonly kind: 'ambiguous' };

const TOTAL = new Set([
  '',
  'total',
  'total general',
  'todos',
  'todas',
  'all',
  'both',
  'both sexes',
  'ambos',
  'ambos sexos',
  'all ages',
  'todas las edades',
  't',
]);
const NOT_RECORDED = [
  ...[
    'unknown',
    'not known',
    'age not known',
    'sex not known',
    'not specified',
    'not recorded',
    'not stated',
  ],
  ...[
    'sin registro',
    'sin dato',
    'sin datos',
    'no registrado',
    'no especificado',
    'desconocido',
    'no consigna',
    'se desconoce',
  ],
];
/** What registers write beside the names of the vocabulary. Never "m": it is male in one language and female in another. */
const OTHER_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  sex: {
    female: ['femenino', 'femenina', 'mujer', 'mujeres', 'women', 'girls', 'woman', 'girl', 'f'],
    male: ['masculino', 'hombre', 'hombres', 'varon', 'varones', 'men', 'boys', 'man', 'boy'],
  },
};
const COUNTRIES = new Set(['country', 'citizenship', 'repatriation_country']);
const AGE =
  /^(?:de |from )?(\d{1,3})(?: ?(?:-|to|a|hasta) ?(\d{1,3}))?( ?\+| (?:and|or|y|o) (?:over|above|older|mas)| a mas)?$/;
const UNDER = /^(?:< ?|under |menores de |menor de )(\d{1,3})$/;

export class CategoryLookup {
  private readonly dimensions: ReadonlyMap<string, OneDimension>;
  /** First and last day of what does not hold for ever: of a dimension, or of a category by both codes. */
  private readonly terms = new Map<string, { readonly from: CivilDate; readonly until: CivilDate }>();

  constructor(
    vocabulary: FigureVocabulary,
    private readonly system: string | null,
    private readonly told: Readonly<Record<string, string>>,
  ) {
    this.dimensions = new Map(
      vocabulary.dimensions.map((one) => [one.code, new OneDimension(one, vocabulary)]),
    );
    for (const dimension of vocabulary.dimensions) {
      this.keepTerm(dimension.code, dimension);
      for (const category of dimension.categories)
        this.keepTerm(`${dimension.code}=${category.code}`, category);
    }
  }

  /** Whether dimension and category hold on any day of the period: a district that was founded later has no figures before. */
  holdsIn(dimension: string, category: string, { startOn, endOn }: ReferencePeriod): boolean {
    if (this.terms.size === 0) return true;
    return [dimension, `${dimension}=${category}`].every((key) => {
      const term = this.terms.get(key);
      return term === undefined || (term.from <= endOn && startOn <= term.until);
    });
  }

  private keepTerm(key: string, { validFrom, validUntil }: KnownDimension | KnownCategory): void {
    if (validFrom || validUntil)
      this.terms.set(key, { from: validFrom ?? BEFORE_ALL, until: validUntil ?? AFTER_ALL });
  }

  read(dimension: string, text: string): CategoryReading {
    const known = this.dimensions.get(dimension);
    if (!Object.hasOwn(this.told, text.trim())) return known?.read(text, this.system) ?? { kind: 'unknown' };
    const told = this.told[text.trim()]!;
    // A person names a category of ours, whatever its code means in the registers of others.
    if (known?.has(told)) return { kind: 'category', code: told };
    return known?.read(told, this.system) ?? { kind: 'unknown' };
  }
}

class OneDimension {
  private readonly byName = new Map<string, string>();
  /** Register, then code, then category. */
  private readonly registers = new Map<string, Map<string, string>>();

  constructor(
    private readonly dimension: KnownDimension,
    private readonly vocabulary: FigureVocabulary,
  ) {
    for (const { code, name, codes } of dimension.categories) {
      for (const text of [name.en, name.es]) this.byName.set(plainName(text), code);
      for (const other of OTHER_NAMES[dimension.code]?.[code] ?? []) this.byName.set(other, code);
      if (code === 'not_recorded') for (const other of NOT_RECORDED) this.byName.set(other, code);
      // A code that is a register's own is read as that register's, never as ours.
      if (!Object.values(codes).includes(code)) this.byName.set(plainName(code), code);
      for (const [register, other] of Object.entries(codes)) {
        if (!this.registers.has(register)) this.registers.set(register, new Map());
        this.registers.get(register)!.set(registerCode(other), code);
      }
    }
  }

  has(code: string): boolean {
    return this.dimension.categories.some((one) => one.code === code);
  }

  read(text: string, system: string | null): CategoryReading {
    const plain = plainName(text);
    const named = this.byName.get(plain);
    if (named !== undefined) return { kind: 'category', code: named };
    if (TOTAL.has(plain)) return { kind: 'total' };
    return this.inRegister(text, system) ?? this.open(text, plain);
  }

  private inRegister(text: string, system: string | null): CategoryReading | null {
    const given = registerCode(text);
    const meant = new Set<string>();
    for (const [register, codes] of this.registers) {
      // Codes of ISO 3166-2 begin with letters: they are nobody else's.
      if (system !== null && register !== system && /^\d/.test(given)) continue;
      const code = codes.get(given);
      if (code !== undefined) meant.add(code);
    }
    const [only, other] = meant;
    if (only === undefined) return null;
    return other === undefined ? { kind: 'category', code: only } : { kind: 'ambiguous' };
  }

  /** Dimensions whose categories come with the figures, and ages, which are brackets of any width that is on the list. */
  private open(text: string, plain: string): CategoryReading {
    const { code, categories } = this.dimension;
    if (code === 'age') return this.listed(ageCode(plain));
    if (COUNTRIES.has(code)) return found(countryCode(text));
    if (categories.length > 0) return { kind: 'unknown' };
    if (code === 'institution') return found(institutionCode(text, this.vocabulary));
    if (code === 'cohort_year') return found(/^(?:19|20)\d\d$/.test(plain) ? plain : null);
    if (findPersonalData(`${code}: ${text}`).length > 0) return { kind: 'unknown' };
    return found(/^[a-z0-9 +<>-]{1,60}$/.test(plain) ? plain.replace(/[ <>]+/g, '_') : null);
  }

  private listed(code: string | null): CategoryReading {
    return found(code !== null && this.dimension.categories.some((one) => one.code === code) ? code : null);
  }
}

function found(code: string | null): CategoryReading {
  return code === null ? { kind: 'unknown' } : { kind: 'category', code };
}

/** "1", "01" and "10000" are what a spreadsheet makes of "010000". */
export function registerCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (!/^\d{1,6}$/.test(code)) return code;
  return code.length <= 2 ? `${code.padStart(2, '0')}0000` : code.padStart(6, '0');
}

function ageCode(plain: string): string | null {
  const text = plain
    .replace(/ ?(?:years of age|years old|years|year|anos de edad|anos|ano)\b/g, '')
    .replace(/ +/g, ' ')
    .trim();
  const under = UNDER.exec(text);
  if (under) return `0-${Number(under[1]) - 1}`;
  const age = AGE.exec(text);
  if (!age) return null;
  if (age[2] !== undefined) return `${Number(age[1])}-${Number(age[2])}`;
  return age[3] === undefined ? null : `${Number(age[1])}+`;
}

function countryCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (isCountryCode(code)) return code;
  // "Bolivia (Plurinational State of)": the addition is part of the name only for whoever prints it.
  for (const name of [text, text.replace(/\s*\([^)]*\)\s*$/u, '')])
    for (const grammar of Object.values(GRAMMARS)) {
      const named = stateNamedIn(name, grammar, true);
      if (named !== null) return named;
    }
  return null;
}

function institutionCode(text: string, { institutions }: FigureVocabulary): string | null {
  const plain = plainName(text);
  return (
    institutions.find(({ code, name }) => [code, name.en, name.es].some((one) => plainName(one) === plain))
      ?.code ?? null
  );
}
