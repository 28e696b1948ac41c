import type { PublishedFigure } from '#persistence';

/** Two cells of the same name would be one row of the published table. */
export function publishedName(
  cell: Pick<PublishedFigure, 'indicatorCode' | 'seriesKey' | 'sourceCode' | 'periodStartOn' | 'periodEndOn'>,
): string {
  return JSON.stringify([
    cell.indicatorCode,
    cell.seriesKey,
    cell.sourceCode,
    cell.periodStartOn,
    cell.periodEndOn,
  ]);
}
