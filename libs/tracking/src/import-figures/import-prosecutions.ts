import { WHOLE_COUNTRY, regionsAboveCountry, stagesAboveEarlier } from '#domain';
import type { CaseCount, FigureValue, ImportProblem } from '#domain';
import { readProsecutions } from '#ingest';
import type { ReadCaseFigure } from '#ingest';
import type {
  AcceptedDuration,
  AcceptedStage,
  CaseSeries,
  CaseSeriesRepository,
  MoneyAndCaseRepository,
} from '#persistence';

import { ofRow } from './import-observations.js';
import { compare, countsOf, gather, problemsOfSet } from './small-import.js';
import type { Compared } from './small-import.js';
import type { ImportedKind } from './staged-import.js';

const seriesKey = ({ indicatorId, offence, region, facet, cohortRule, cohortYear }: CaseSeries): string =>
  [indicatorId, offence, region, facet, cohortRule, cohortYear].join('|');
/** The same cases in every region. */
const countryKey = (series: CaseSeries): string => seriesKey({ ...series, region: '' });

/** Counts of cases by cohort and stage, and the median times between stages. */
export function importedProsecutions(
  cases: MoneyAndCaseRepository,
  known: CaseSeriesRepository,
): ImportedKind {
  return {
    read: (table, vocabulary, options, remembered) => {
      const reading = readProsecutions(table, vocabulary, options, remembered);
      let counts: Compared<ReadCaseFigure>[] = [];
      let durations: Compared<ReadCaseFigure>[] = [];
      let series = new Map<string, CaseSeries & { readonly id: number }>();
      let standing: StandingCounts = new Map();
      return {
        reading,
        stage: async (state) => {
          const read = await gather(reading);
          const listed = await cases.listCaseSeries(state.id);
          series = new Map(listed.map((one) => [seriesKey(one), one]));
          const keys = new Map(listed.map((one) => [one.id, seriesKey(one)]));
          const stages = await cases.listStages(state.id);
          standing = standingCounts(listed, stages);
          counts = compare(
            read.filter(({ since }) => since === null),
            (figure) => `${seriesKey(figure)}|${figure.stage}`,
            new Map(stages.map((on) => [`${keys.get(on.caseSeriesId)!}|${on.stage}`, on])),
            isSameCount,
          );
          durations = compare(
            read.filter(({ since }) => since !== null),
            (figure) => `${seriesKey(figure)}|${figure.since}-${figure.stage}`,
            new Map(
              (await known.listDurations(state.id)).map((on) => [
                `${keys.get(on.caseSeriesId)!}|${on.since}-${on.stage}`,
                on,
              ]),
            ),
            isSameDuration,
          );
        },
        problems: () =>
          Promise.resolve([
            ...problemsOfSet(counts),
            ...problemsOfSet(durations),
            ...acrossFigures(
              counts.map(({ figure }) => figure),
              standing,
            ),
          ]),
        counts: () => Promise.resolve(countsOf([...counts, ...durations])),
        merge: async (state, brought) => {
          const ids = new Map([...series].map(([key, { id }]) => [key, id]));
          const differing = [...counts, ...durations].filter(({ differs }) => differs);
          for (const { figure } of differing)
            if (!ids.has(seriesKey(figure)))
              ids.set(
                seriesKey(figure),
                await cases.saveCaseSeries(state.id, { ...figure, institutionId: null }),
              );
          const revised = ({ figure, revision }: Compared<ReadCaseFigure>) => ({
            ...figure,
            caseSeriesId: ids.get(seriesKey(figure))!,
            revision: (revision ?? 0) + 1,
            revisionReason: revision === null ? null : figure.revisionReason,
          });
          await cases.addStages(
            state.id,
            differing.filter(({ figure }) => figure.since === null).map(revised),
            brought,
          );
          await known.addDurations(
            state.id,
            differing
              .map(revised)
              .flatMap(({ since, stage, value, ...rest }) =>
                since === null || stage === 'archived' || value === null
                  ? []
                  : [{ ...rest, since, stage, days: value }],
              ),
            brought,
          );
        },
      };
    },
  };
}

function isSameCount(figure: ReadCaseFigure, on: AcceptedStage): boolean {
  return (
    figure.state === on.state &&
    figure.value === on.value &&
    figure.provisional === on.provisional &&
    figure.sourceId === on.sourceId
  );
}

function isSameDuration(figure: ReadCaseFigure, on: AcceptedDuration): boolean {
  return (
    figure.value === on.days &&
    figure.cases === on.cases &&
    figure.provisional === on.provisional &&
    figure.sourceId === on.sourceId
  );
}

interface CountOnRecord extends CaseSeries {
  readonly stage: CaseCount;
  readonly figure: FigureValue;
  /** Null where it is on record and not in the file. */
  readonly row: number | null;
}
type StandingCounts = ReadonlyMap<string, CountOnRecord>;

const countKey = (count: CaseSeries & { readonly stage: CaseCount }): string =>
  `${seriesKey(count)}|${count.stage}`;

function standingCounts(
  series: readonly (CaseSeries & { readonly id: number })[],
  stages: readonly AcceptedStage[],
): StandingCounts {
  const byId = new Map(series.map((one) => [one.id, one]));
  return new Map(
    stages.map(({ caseSeriesId, stage, ...figure }) => {
      const on = { ...byId.get(caseSeriesId)!, stage, figure, row: null };
      return [countKey(on), on];
    }),
  );
}

/** Of the cohorts that the file touches, with what is on record of them: what cannot be true of one set of cases. */
function acrossFigures(read: readonly ReadCaseFigure[], standing: StandingCounts): ImportProblem[] {
  const all = new Map(standing);
  for (const figure of read) all.set(countKey(figure), { ...figure, figure, row: figure.row });
  const cohorts = grouped([...all.values()], seriesKey, read);
  const stages = grouped([...all.values()], (count) => `${countryKey(count)}|${count.stage}`, read);
  return [...[...cohorts.values()].flatMap(aboveEarlier), ...[...stages.values()].flatMap(aboveCountry)];
}

/** Only groups that the file has a row of: what was overruled before is not asked about again. */
function grouped(
  counts: readonly CountOnRecord[],
  keyOf: (count: CaseSeries & { readonly stage: CaseCount }) => string,
  read: readonly ReadCaseFigure[],
): Map<string, CountOnRecord[]> {
  const groups = new Map<string, CountOnRecord[]>(read.map((figure) => [keyOf(figure), []]));
  for (const count of counts) groups.get(keyOf(count))?.push(count);
  return groups;
}

function aboveEarlier(cohort: readonly CountOnRecord[]): ImportProblem[] {
  const figures = Object.fromEntries(cohort.map(({ stage, figure }) => [stage, figure]));
  return stagesAboveEarlier(figures).map(({ stage, cases, earlier, most }) =>
    ofRow(rowOf(cohort, [stage, earlier]), 'import.stage_above_earlier', {
      given: String(cases),
      other: String(most),
    }),
  );
}

function aboveCountry(stage: readonly CountOnRecord[]): ImportProblem[] {
  const country = stage.find(({ region }) => region === WHOLE_COUNTRY);
  const regions = stage.filter((count) => count !== country).map(({ figure }) => figure);
  const above = regionsAboveCountry(country?.figure, regions);
  if (above === null) return [];
  const row = Math.max(...stage.map((count) => count.row ?? 0));
  return [
    ofRow(row, 'import.regions_above_country', { given: String(above.sum), other: String(above.most) }),
  ];
}

/** The row that says it; else the other of the two, else the first of the cohort. */
function rowOf(cohort: readonly CountOnRecord[], stages: readonly CaseCount[]): number {
  const rows = stages.map((stage) => cohort.find((count) => count.stage === stage)?.row ?? null);
  return rows.find((row) => row !== null) ?? cohort.find(({ row }) => row !== null)?.row ?? 0;
}
