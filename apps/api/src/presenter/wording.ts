import type { Bilingual } from '#tracking';
import type { CivilDate, DeadlineCertainty } from '#domain';
import type { Due, InstitutionView, LinkedDocument, SourceView } from '#contracts';
import { daysBetween } from '#domain';
import type { Language } from '#messages';
import type { DocumentName, PublicInstitution, PublicSource } from '#tracking';

/** Words of a record in the reader's language. */
export function inLanguage(words: Bilingual | null, language: Language): string {
  return words?.[language] ?? words?.en ?? '';
}

/** A text by language: the reader's, else whichever there is, with the language it is in. */
export function textFor<T>(
  texts: Readonly<Record<string, T>> | null,
  language: Language,
  has: (text: T) => boolean,
): { readonly text: T; readonly language: string } | null {
  const wanted = texts?.[language];
  if (wanted !== undefined && has(wanted)) return { text: wanted, language };
  const other = Object.entries(texts ?? {}).find(([, text]) => has(text));
  return other ? { text: other[1], language: other[0] } : null;
}

export function institutionView(institution: PublicInstitution, language: Language): InstitutionView {
  const name = inLanguage(institution.name, language);
  return {
    code: institution.code,
    name,
    shortName: institution.shortName ? inLanguage(institution.shortName, language) : name,
  };
}

export function sourceView(source: PublicSource, language: Language): SourceView {
  return { ...source, name: inLanguage(source.name, language) };
}

/** A countdown only for a confirmed day: an estimate is a year, and a date the Committee has not set is none. */
export function dueView(
  deadline: {
    readonly certainty: DeadlineCertainty;
    readonly dueOn: CivilDate | null;
    readonly dueYear: number | null;
    readonly basis: Bilingual;
  },
  today: CivilDate,
  language: Language,
): Due {
  const dueOn = deadline.certainty === 'confirmed' ? deadline.dueOn : null;
  return {
    certainty: deadline.certainty,
    dueOn,
    estimatedYear: deadline.certainty === 'estimated' ? deadline.dueYear : null,
    daysUntil: dueOn === null ? null : daysBetween(today, dueOn),
    basis: inLanguage(deadline.basis, language),
  };
}

export function linkedDocument(document: DocumentName, language: Language): LinkedDocument {
  return {
    slug: document.slug,
    symbol: document.symbol,
    shortTitle: document.shortTitle ? inLanguage(document.shortTitle, language) : document.title,
    adoptedOn: document.adoptedOn,
    hasText: document.hasText,
  };
}
