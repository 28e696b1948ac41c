import type { CaseSeriesList } from '#contracts';
import { LEAST_CASES_OF_MEDIAN, WHOLE_COUNTRY } from '#domain';
import type { Conversion } from '#domain';
import { formatNumber, screensEn, screensEs } from '#messages';
import type { Language } from '#messages';
import type { CaseCountReading, CaseSeriesReading } from '#tracking';

import { inLanguage } from './wording.js';

type Count = CaseSeriesList['items'][number]['archived'];
const WORDS = { en: screensEn.caseSeries, es: screensEs.caseSeries };

export function caseSeriesView(
  readings: readonly CaseSeriesReading[],
  language: Language,
): Pick<CaseSeriesList, 'items' | 'leastCases'> {
  return {
    items: readings.map(({ series, stages, archived }) => ({
      id: series.id,
      indicator: { code: series.indicator, name: inLanguage(series.indicatorName, language) },
      offence: series.offence,
      region:
        series.region === WHOLE_COUNTRY
          ? null
          : {
              code: series.region,
              name: series.regionName ? inLanguage(series.regionName, language) : series.region,
            },
      facet: series.facet,
      cohortRule: series.cohortRule,
      cohortYear: series.cohortYear,
      institution: series.institutionName ? inLanguage(series.institutionName, language) : null,
      demonstration: series.demonstration,
      stages: stages.map((count) => countView(count, language)),
      archived: countView(archived, language),
    })),
    leastCases: LEAST_CASES_OF_MEDIAN,
  };
}

/** What is refused says why, to programs by a code and to people in words. */
export function rateView(rate: Conversion, language: Language): Count['ofComplaints'] {
  return rate.outcome === 'share'
    ? { share: rate.share, refused: null, explanation: null }
    : { share: null, refused: rate.reason, explanation: WORDS[language].refusals[rate.reason] };
}

function countView(
  { stage, count, ofComplaints, ofPrevious, medians }: CaseCountReading,
  language: Language,
): Count {
  const { medianRefusals } = WORDS[language];
  return {
    stage,
    state: count === null ? 'never' : count.state,
    cases: count?.value ?? null,
    provisional: count?.provisional ?? false,
    ofComplaints: rateView(ofComplaints, language),
    ofPrevious: rateView(ofPrevious, language),
    medians: medians.map(({ since, time }) =>
      time.outcome === 'days'
        ? { since, days: time.days, refused: null, explanation: null }
        : {
            since,
            days: null,
            refused: time.reason,
            explanation: medianRefusals[time.reason](formatNumber(language, LEAST_CASES_OF_MEDIAN)),
          },
    ),
  };
}
