import type { IndicatorSummary } from '#contracts';

import type { Wording } from '../../wording/wording.js';

interface NoNewestProps {
  readonly track: IndicatorSummary['track'];
  readonly wording: Wording;
}

/** Money comes by phase and cases by stage: they have no single newest figure, which is not "never reported". */
export function NoNewest({ track, wording }: NoNewestProps) {
  const words = wording.say.indicator;
  return track === 'data' ? (
    <span class="flag-missing">{words.never}</span>
  ) : (
    <span class="quiet">{track === 'budget' ? words.byPhase : words.byStage}</span>
  );
}
