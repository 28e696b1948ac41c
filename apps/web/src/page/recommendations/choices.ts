import type { RecommendationChoices } from '#contracts';
import { statusWord } from '#messages';

import { unknownOf } from '../../form/unknown-choice.js';
import type { UnknownChoice } from '../../form/unknown-choice.js';
import type { Visit } from '../../router/page.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** One field by which the list is narrowed. */
export interface Narrowing {
  /** Name in the address. */
  readonly name: 'status' | 'theme' | 'institution' | 'document';
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** What the list can be narrowed to. A State with one document has no choice of documents. */
export function narrowingsOf(
  choices: RecommendationChoices,
  { wording }: Pick<Visit, 'wording'>,
): Narrowing[] {
  const words = wording.say.recommendation.list;
  const named = (all: RecommendationChoices['themes']): Choice[] =>
    all.map(({ code, name, count }) => ({ value: code, label: name, count }));
  return [
    {
      name: 'status',
      label: words.status,
      choices: choices.statuses.map(({ code, count }) => ({
        value: code,
        label: statusWord(wording.language, code),
        count,
      })),
    },
    { name: 'theme', label: words.theme, choices: named(choices.themes) },
    { name: 'institution', label: words.institution, choices: named(choices.institutions) },
    { name: 'document', label: words.document, choices: named(choices.documents) },
  ];
}

/** The chosen conditions in words: "Overdue", "Data collection". The only document is no condition. */
export function chosenLabels(narrowings: readonly Narrowing[], query: URLSearchParams): string[] {
  return narrowings
    .filter(({ name, choices }) => name !== 'document' || choices.length > 1)
    .flatMap(({ name, choices }) => choices.filter(({ value }) => value === query.get(name)))
    .map(({ label }) => label);
}

/** What the address asks for and no recommendation of the State has. */
export function unknownChoices(narrowings: readonly Narrowing[], { address }: Visit): UnknownChoice[] {
  return narrowings.flatMap(({ name, label, choices }) =>
    unknownOf(
      address,
      name,
      label,
      choices.map(({ value }) => value),
    ),
  );
}
