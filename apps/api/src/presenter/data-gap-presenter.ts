import type { CompletenessSeries, DataGapsView } from '#contracts';
import { receivedPercent } from '#domain';
import type { Language } from '#messages';
import type { DataGapReading } from '#tracking';

import { inLanguage } from './wording.js';

export function dataGapsView(reading: DataGapReading, language: Language): DataGapsView {
  const { gaps, indicators } = reading;
  const described = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const names = new Map(
    indicators.map(({ institutionName }) => [institutionName?.en ?? null, institutionName]),
  );
  return {
    year: reading.year,
    years: [...reading.years],
    received: gaps.received,
    asked: gaps.asked,
    dimensions: reading.dimensions.map(({ code, name }) => ({
      code,
      name: inLanguage(name, language),
      ...gaps.dimensions[code]!,
    })),
    indicators: gaps.rows.map(({ indicator, states, received, asked }) => {
      const { name, institutionName, recommendations } = described.get(indicator)!;
      return {
        code: indicator,
        name: inLanguage(name, language),
        recommendation: recommendations[0]?.code ?? null,
        responsible: institutionName ? inLanguage(institutionName, language) : null,
        breakdowns: states,
        received,
        asked,
      };
    }),
    institutions: gaps.institutions.map(({ institution, received, asked }) => {
      const name = names.get(institution);
      return { name: name ? inLanguage(name, language) : null, received, asked };
    }),
    series: reading.series.map(({ year, received, asked, percent }) => ({ year, received, asked, percent })),
  };
}

/** A row for each indicator and year in which any figure came at all. */
export function completenessView(
  { indicators, series }: DataGapReading,
  language: Language,
): CompletenessSeries {
  const described = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return {
    items: series.flatMap(({ year, rows }) =>
      rows.map(({ indicator, received, asked }) => {
        const { name, institutionName } = described.get(indicator)!;
        return {
          year,
          indicator,
          name: inLanguage(name, language),
          responsible: institutionName ? inLanguage(institutionName, language) : null,
          received,
          asked,
          percent: receivedPercent({ received, asked }),
        };
      }),
    ),
  };
}
