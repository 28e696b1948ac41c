import { readDeflator } from '#ingest';
import type { ReadDeflator } from '#ingest';
import type { DeflatorRepository } from '#persistence';

import { compare, countsOf, gather, problemsOfSet } from './small-import.js';
import type { Compared } from './small-import.js';
import type { ImportedKind } from './staged-import.js';

const keyOf = ({
  currency,
  baseYear,
  fiscalYear,
}: Pick<ReadDeflator, 'currency' | 'baseYear' | 'fiscalYear'>): string =>
  [currency, baseYear, fiscalYear].join('|');

/** Price indices by year, to compare amounts of different years. */
export function importedDeflator(deflators: DeflatorRepository): ImportedKind {
  return {
    read: (table, vocabulary, options, remembered) => {
      const reading = readDeflator(table, vocabulary, options, remembered);
      let compared: Compared<ReadDeflator>[] = [];
      return {
        reading,
        stage: async (state) => {
          const read = await gather(reading);
          const accepted = new Map((await deflators.list(state.id)).map((on) => [keyOf(on), on]));
          compared = compare(
            read,
            keyOf,
            accepted,
            (one, on) => one.index === on.index && one.sourceId === on.sourceId,
          );
        },
        problems: () => Promise.resolve(problemsOfSet(compared)),
        counts: () => Promise.resolve(countsOf(compared)),
        merge: async (state, brought) => {
          const differing = compared.filter(({ differs }) => differs);
          await deflators.add(
            state.id,
            differing.map(({ figure, revision }) => ({
              ...figure,
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
