import type { FigureValue, SeriesKey } from '../indicator/indicator.js';
import type { Departure, KeyedFigure } from '../indicator/parts-of-total.js';
import { WHOLE_COUNTRY } from './prosecution.js';
import { regionsAboveCountry, stagesAboveEarlier } from './stage-order.js';

/**
 * Where counts of cases that are handed in cannot be true of one set of cases, with what is on record beside them: a later stage above
 * an earlier one, regions above their country. Only of cohorts that something was handed in of: what was overruled before is not asked
 * about again. Keys are those of a case form: cohort, facet, offence, region, stage and year.
 */
export function caseDepartures(
  handedIn: readonly KeyedFigure[],
  onRecord: readonly KeyedFigure[],
): Departure[] {
  const cohorts = grouped(handedIn, onRecord, 'stage');
  const stages = grouped(handedIn, onRecord, 'region');
  return [
    ...cohorts.flatMap(({ whole, figures }) =>
      stagesAboveEarlier(Object.fromEntries(figures)).map(({ stage, cases, most }): Departure => ({
        rule: 'stage.exceeds_earlier',
        dimension: 'stage',
        whole,
        category: stage,
        parts: cases,
        total: most,
      })),
    ),
    ...stages.flatMap(({ whole, figures }): Departure[] => {
      const regions = [...figures].filter(([region]) => region !== WHOLE_COUNTRY);
      const above = regionsAboveCountry(
        figures.get(WHOLE_COUNTRY),
        regions.map(([, figure]) => figure),
      );
      if (above === null) return [];
      const country = { ...whole, region: WHOLE_COUNTRY };
      return [
        {
          rule: 'parts.exceed_total',
          dimension: 'region',
          whole: country,
          category: null,
          parts: above.sum,
          total: above.most,
        },
      ];
    }),
  ];
}

interface Group {
  readonly whole: SeriesKey;
  readonly figures: ReadonlyMap<string, FigureValue>;
}

/** Figures that differ in one dimension only, by their category in it; what is handed in goes before what is on record. */
function grouped(
  handedIn: readonly KeyedFigure[],
  onRecord: readonly KeyedFigure[],
  dimension: string,
): Group[] {
  const wholeOf = ({ categories }: KeyedFigure): SeriesKey =>
    Object.fromEntries(Object.entries(categories).filter(([code]) => code !== dimension));
  const nameOf = (figure: KeyedFigure): string =>
    JSON.stringify(Object.entries(wholeOf(figure)).sort(([one], [other]) => (one < other ? -1 : 1)));
  const groups = new Map(
    handedIn.map((figure) => [
      nameOf(figure),
      { whole: wholeOf(figure), figures: new Map<string, FigureValue>() },
    ]),
  );
  for (const figure of [...onRecord, ...handedIn])
    groups.get(nameOf(figure))?.figures.set(figure.categories[dimension] ?? '', figure);
  return [...groups.values()];
}
