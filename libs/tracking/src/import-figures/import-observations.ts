import { civilDayOf } from '#domain';
import type { ImportProblem } from '#domain';
import { readObservations } from '#ingest';
import type { FigureStageRepository } from '#persistence';

import type { ImportedKind } from './staged-import.js';

/** Figures of indicators: a file of any size, staged row by row. */
export function importedObservations(stage: FigureStageRepository): ImportedKind {
  return {
    read: (table, vocabulary, options, remembered) => {
      const reading = readObservations(table, vocabulary, options, remembered);
      return {
        reading,
        stage: async () => {
          await stage.open();
          await stage.stageAll(reading.figures());
        },
        problems: async (state) => {
          const repeated = await stage.listRepetitions();
          if (repeated.length > 0)
            return repeated.map(({ row, firstRow }) =>
              ofRow(row, 'import.repeated', { other: String(firstRow) }),
            );
          const revisions = await stage.listUnreasonedRevisions(state.id);
          const parts = await stage.listPartsAboveWhole(state.id);
          return [
            ...revisions.map(({ row }) => ofRow(row, 'import.revision_unreasoned')),
            ...parts.map(({ row, part, whole }) =>
              ofRow(row, 'import.part_above_whole', { given: String(part), other: String(whole) }),
            ),
          ];
        },
        counts: (state) => stage.count(state.id),
        merge: async (state, { importId, at }) => {
          const acceptedOn = civilDayOf(at, state.timeZone);
          await stage.merge(state.id, { acceptedOn, submissionId: null, importId, at });
        },
      };
    },
  };
}

export function ofRow(
  row: number,
  code: ImportProblem['code'],
  more: { readonly given?: string; readonly other?: string } = {},
): ImportProblem {
  return { row, column: '', given: '', code, ...more };
}
