import type { RecommendationChoices } from '#contracts';
import { ITEM_STATUSES } from '#domain';
import type { Language } from '#messages';
import type { RecommendationChoice } from '#tracking';

import { inLanguage } from './wording.js';

type Named = RecommendationChoices['themes'];

/** What the list can be narrowed to: statuses and themes in their own order, institutions by name, documents newest first. */
export function recommendationChoicesView(
  choices: readonly RecommendationChoice[],
  language: Language,
): RecommendationChoices {
  const countOf = new Map(
    choices.filter(({ kind }) => kind === 'status').map(({ code, count }) => [code, count]),
  );
  const named = (wanted: RecommendationChoice['kind']): Named =>
    choices
      .filter(({ kind }) => kind === wanted)
      .map(({ code, name, title, count }) => ({
        code,
        name: name === null ? (title ?? code) : inLanguage(name, language),
        count,
      }));
  const { compare } = new Intl.Collator(language);
  return {
    total: [...countOf.values()].reduce((sum, count) => sum + count, 0),
    statuses: ITEM_STATUSES.map((code) => ({ code, count: countOf.get(code) ?? 0 })),
    themes: named('theme'),
    institutions: named('institution').sort((left, right) => compare(left.name, right.name)),
    documents: named('document'),
  };
}
