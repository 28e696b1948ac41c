import { CASE_STAGES } from '#domain';
import type { ImportProblem } from '#domain';
import { readProsecutions } from '#ingest';
import type { ReadCaseFigure } from '#ingest';
import type { CaseSeries, FigureRepository, MoneyAndCaseRepository } from '#persistence';

import { ofRow } from './import-observations.js';
import { compare, countsOf, gather, problemsOfSet } from './small-import.js';
import type { Compared } from './small-import.js';
import type { ImportedKind } from './staged-import.js';

const seriesKey = ({ indicatorId, offence, cohortRule, cohortYear }: CaseSeries): string =>
  [indicatorId, offence, cohortRule, cohortYear].join('|');

/** Counts of cases by cohort and stage. */
export function importedProsecutions(cases: MoneyAndCaseRepository, figures: FigureRepository): ImportedKind {
  return {
    read: (table, vocabulary, options, remembered) => {
      const reading = readProsecutions(table, vocabulary, options, remembered);
      let compared: Compared<ReadCaseFigure>[] = [];
      let ids = new Map<string, number>();
      let standing = new Map<string, number>();
      return {
        reading,
        stage: async (state) => {
          const read = await gather(reading);
          const series = await cases.listCaseSeries(state.id);
          ids = new Map(series.map((one) => [seriesKey(one), one.id]));
          const keys = new Map(series.map((one) => [one.id, seriesKey(one)]));
          const keyed = (await cases.listStages(state.id)).map(
            (on) => [`${keys.get(on.caseSeriesId)!}|${on.stage}`, on] as const,
          );
          standing = new Map(
            keyed.flatMap(([key, { state: told, value }]) => (told === 'reported' ? [[key, value!]] : [])),
          );
          compared = compare(
            read,
            (figure) => `${seriesKey(figure)}|${figure.stage}`,
            new Map(keyed),
            (figure, on) =>
              figure.state === on.state &&
              figure.value === on.value &&
              figure.provisional === on.provisional &&
              figure.sourceId === on.sourceId,
          );
        },
        problems: () =>
          Promise.resolve([...problemsOfSet(compared), ...aboveEarlierStage(compared, standing)]),
        counts: () => Promise.resolve(countsOf(compared)),
        merge: async (state, brought) => {
          const differing = compared.filter(({ differs }) => differs);
          for (const { figure } of differing)
            if (!ids.has(seriesKey(figure)))
              ids.set(
                seriesKey(figure),
                await figures.saveCaseSeries(state.id, { ...figure, institutionId: null }),
              );
          await cases.addStages(
            state.id,
            differing.map(({ figure, revision }) => ({
              ...figure,
              caseSeriesId: ids.get(seriesKey(figure))!,
              revision: (revision ?? 0) + 1,
              revisionReason: revision === null ? null : figure.revisionReason,
            })),
            brought,
          );
        },
      };
    },
  };
}

/** A stage with more cases than the nearest earlier one of its cohort that was told. */
function aboveEarlierStage(
  compared: readonly Compared<ReadCaseFigure>[],
  standing: ReadonlyMap<string, number>,
): ImportProblem[] {
  const inFile = new Map(compared.map(({ key, figure }) => [key, figure]));
  const valueOf = (key: string): number | null => {
    const figure = inFile.get(key);
    if (figure) return figure.state === 'reported' ? figure.value : null;
    return standing.get(key) ?? null;
  };
  const problems: ImportProblem[] = [];
  for (const cohort of new Map(compared.map(({ figure }) => [seriesKey(figure), figure])).keys()) {
    let earlier: number | null = null;
    for (const stage of CASE_STAGES) {
      const value = valueOf(`${cohort}|${stage}`);
      if (value !== null && earlier !== null && value > earlier) {
        const row =
          inFile.get(`${cohort}|${stage}`)?.row ??
          compared.find(({ figure }) => seriesKey(figure) === cohort)!.figure.row;
        problems.push(
          ofRow(row, 'import.stage_above_earlier', { given: String(value), other: String(earlier) }),
        );
      }
      earlier = value ?? earlier;
    }
  }
  return problems;
}
