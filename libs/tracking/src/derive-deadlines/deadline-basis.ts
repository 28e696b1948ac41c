import type { CivilDate, DerivedDeadline } from '#domain';
import { deadlineEn, deadlineEs, formatDate } from '#messages';
import type { Bilingual, StoredRule } from '#persistence';

type Derived = Pick<DerivedDeadline, 'origin' | 'rule' | 'year'> &
  Partial<Pick<DerivedDeadline, 'statement'>>;

/** The reason of a derived date in both languages: the document's own words, or those of the rule with the year filled in. */
export function basisOf(
  derived: Derived,
  adoptedOn: CivilDate | null,
  rules: readonly StoredRule[],
): Bilingual {
  return { en: basisIn('en', derived, adoptedOn, rules), es: basisIn('es', derived, adoptedOn, rules) };
}

function basisIn(
  language: 'en' | 'es',
  { origin, rule, statement, year }: Derived,
  adoptedOn: CivilDate | null,
  rules: readonly StoredRule[],
): string {
  const words = language === 'es' ? deadlineEs : deadlineEn;
  if (adoptedOn === null && origin === 'no_rule') return words.noAdoption;
  if (origin === 'printed_date') return statement ? words.printed(statement) : words.printedDay;
  if (origin === 'printed_delay' && adoptedOn !== null)
    return words.delay(statement ?? '', formatDate(language, adoptedOn));
  const stored = rules.find(({ code }) => code === rule?.code);
  if (!stored) return words.noRule;
  return stored.basis[language].replaceAll('{year}', String(year ?? ''));
}
