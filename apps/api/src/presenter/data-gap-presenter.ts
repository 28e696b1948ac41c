import type { CompletenessSeries, DataGapsView } from '#contracts';
import { receivedPercent } from '#domain';
import type { Language } from '#messages';
import type { DataGapReading } from '#tracking';

import { inLanguage } from './wording.js';

export function dataGapsView(reading: DataGapReading, language: Language): DataGapsView {
  const { gaps, indicators } = reading;
  const described = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const nameOf = namesOf(reading, language);
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
    indicators: gaps.rows.map(({ indicator, states, reporters, received, asked }) => {
      const { name, institutionName, recommendations } = described.get(indicator)!;
      return {
        code: indicator,
        name: inLanguage(name, language),
        recommendation: recommendations[0]?.code ?? null,
        responsible: institutionName ? inLanguage(institutionName, language) : null,
        breakdowns: states,
        reporters: reporters.map((reporter) => ({
          name: nameOf(reporter.institution),
          breakdowns: reporter.states,
          received: reporter.received,
          asked: reporter.asked,
        })),
        received,
        asked,
      };
    }),
    institutions: gaps.institutions.map(({ institution, received, asked }) => ({
      name: nameOf(institution),
      received,
      asked,
    })),
    series: reading.series.map(({ year, received, asked, percent }) => ({ year, received, asked, percent })),
  };
}

/** A row for each indicator, year and institution that was asked, for years in which any figure came at all. */
export function completenessView(reading: DataGapReading, language: Language): CompletenessSeries {
  const nameOf = namesOf(reading, language);
  const names = new Map(reading.indicators.map(({ code, name }) => [code, inLanguage(name, language)]));
  return {
    items: reading.series.flatMap(({ year, rows }) =>
      rows.flatMap(({ indicator, reporters, ...all }) =>
        reporters.map(({ institution, received, asked }) => ({
          year,
          indicator,
          name: names.get(indicator)!,
          responsible: nameOf(institution),
          received,
          asked,
          percent: receivedPercent({ received, asked }),
          percentOfAll: receivedPercent(all),
        })),
      ),
    ),
  };
}

function namesOf({ institutions }: DataGapReading, language: Language) {
  return (code: string | null): string | null => {
    const name = code === null ? undefined : institutions.get(code);
    return name ? inLanguage(name, language) : code;
  };
}
