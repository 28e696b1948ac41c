import type { DataGapsView } from '#contracts';
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
  };
}
