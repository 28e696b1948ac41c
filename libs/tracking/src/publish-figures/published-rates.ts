import { publishedRate } from '#domain';
import type { AcceptedFigure, DeclaredRate, PublishedFigure } from '#persistence';

import { publishedName } from './published-name.js';

/**
 * Rates of published counts, worked out from what everybody reads: of two counts of one cube, source and period with the same
 * categories above and below the line, or of a count and a population that somebody else published as it is, such as the census
 * office. The rate of a population gives its numerator back, so that one is the published count too.
 *
 * @param populations published cells of denominators that are no counts of a cube
 */
export function publishedRates(
  rates: readonly DeclaredRate[],
  cells: readonly PublishedFigure[],
  persons: readonly AcceptedFigure[],
  populations: readonly PublishedFigure[],
): PublishedFigure[] {
  const cubes = new Map(persons.map(({ indicatorCode, cube }) => [indicatorCode, cube ?? indicatorCode]));
  const byName = new Map(cells.map((cell) => [publishedName(cell), cell]));
  const byPlace = populationsByPlace(populations);
  const denominatorOf = (above: PublishedFigure, denominator: string): PublishedFigure | undefined => {
    const below = { ...above, indicatorCode: denominator };
    if (!cubes.has(denominator)) return populationOf(below, byPlace);
    return cubes.get(above.indicatorCode) === cubes.get(denominator)
      ? byName.get(publishedName(below))
      : undefined;
  };
  return rates.flatMap(({ indicatorCode, numerator, denominator, per }) =>
    cells
      .filter((cell) => cell.indicatorCode === numerator)
      .flatMap((above) => {
        const below = denominatorOf(above, denominator);
        return below ? [{ ...above, indicatorCode, ...publishedRate(above, below, per) }] : [];
      }),
  );
}

/** Of several sources the first by its code, as everywhere. */
function populationsByPlace(populations: readonly PublishedFigure[]): Map<string, PublishedFigure[]> {
  const byPlace = new Map<string, PublishedFigure[]>();
  const inOrder = [...populations].sort((a, b) => (a.sourceCode < b.sourceCode ? -1 : 1));
  for (const population of inOrder) {
    const place = placeOf(population);
    byPlace.set(place, [...(byPlace.get(place) ?? []), population]);
  }
  return byPlace;
}

/** The population of the same period, or of a single day in it: censuses and projections speak of the middle of a year. */
function populationOf(
  below: PublishedFigure,
  byPlace: ReadonlyMap<string, readonly PublishedFigure[]>,
): PublishedFigure | undefined {
  const all = byPlace.get(placeOf(below)) ?? [];
  return (
    all.find(
      ({ periodStartOn, periodEndOn }) =>
        periodStartOn === below.periodStartOn && periodEndOn === below.periodEndOn,
    ) ??
    all.find(
      ({ periodStartOn, periodEndOn }) =>
        periodStartOn === periodEndOn &&
        periodStartOn >= below.periodStartOn &&
        periodEndOn <= below.periodEndOn,
    )
  );
}

function placeOf({ indicatorCode, seriesKey }: Pick<PublishedFigure, 'indicatorCode' | 'seriesKey'>): string {
  return JSON.stringify([indicatorCode, seriesKey]);
}
