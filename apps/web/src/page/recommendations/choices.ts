import type { RecommendationView } from '#contracts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the list can be narrowed to, in the order in which it first occurs. */
export function choicesOf(items: readonly RecommendationView[]): {
  readonly themes: readonly Choice[];
  readonly institutions: readonly Choice[];
} {
  return {
    themes: distinct(items.flatMap(({ theme }) => (theme ? [{ value: theme.code, label: theme.name }] : []))),
    institutions: distinct(
      items.flatMap(({ lead }) => (lead ? [{ value: lead.code, label: lead.name }] : [])),
    ),
  };
}

function distinct(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}
