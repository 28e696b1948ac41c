import type { IndicatorFacts } from '../check/facts.js';

/** Percent of the asked-for dimensions that arrived for the newest period; null where none were asked for or nothing arrived at all. */
export function completenessPercent(indicator: IndicatorFacts): number | null {
  if (
    indicator.requiredDimensions.length === 0 ||
    indicator.newest === null ||
    indicator.newest.state === 'missing'
  )
    return null;
  return (
    (100 * (indicator.requiredDimensions.length - missingDimensions(indicator).length)) /
    indicator.requiredDimensions.length
  );
}

export function missingDimensions(indicator: IndicatorFacts): string[] {
  return indicator.requiredDimensions.filter(
    (dimension) => !indicator.receivedDimensions.includes(dimension),
  );
}
