import type { RecommendationView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

interface NearestDateProps {
  readonly item: Pick<RecommendationView, 'dueOn' | 'dueCertainty' | 'estimatedYear'>;
  readonly wording: Wording;
}

/** The nearest open date in a table, with its certainty as its underline. */
export function NearestDate({ item, wording }: NearestDateProps) {
  const { say } = wording;
  if (item.dueCertainty === null) return <span class="quiet">{say.recommendation.list.noDate}</span>;
  const words =
    item.dueOn !== null
      ? wording.shortDate(item.dueOn)
      : item.estimatedYear !== null
        ? say.due.about(item.estimatedYear)
        : say.due.notSet;
  return <span class={`due due-${item.dueCertainty}`}>{words}</span>;
}
