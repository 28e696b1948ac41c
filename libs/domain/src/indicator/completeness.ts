import type { IndicatorFacts } from '../check/facts.js';

/** Percent of the asked-for dimensions that arrived for the newest period; null where none were asked for, or where there is no figure to break down. */
export function completenessPercent(indicator: IndicatorFacts): number | null {
  if (
    indicator.requiredDimensions.length === 0 ||
    indicator.newest === null ||
    indicator.newest.state === 'missing' ||
    indicator.newest.state === 'not_applicable'
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
