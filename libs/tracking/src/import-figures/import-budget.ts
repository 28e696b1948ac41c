import type { ImportProblem } from '#domain';
import { readBudget } from '#ingest';
import type { KnownBudgetLine, ReadBudgetFigure } from '#ingest';
import type { MoneyAndCaseRepository } from '#persistence';

import { sinceJanuary, withoutRepeatedApprovals } from './budget-months.js';
import { ofRow } from './import-observations.js';
import { compare, countsOf, gather, problemsOfSet } from './small-import.js';
import type { Compared } from './small-import.js';
import type { ImportedKind } from './staged-import.js';

type LineKey = Omit<KnownBudgetLine, 'id' | 'currency' | 'attributableShare'>;

const lineKey = ({ indicatorId, purpose, institutionId, level }: LineKey): string =>
  [indicatorId, purpose, institutionId ?? '', level].join('|');
const figureKey = (figure: ReadBudgetFigure): string =>
  [lineKey(figure), figure.fiscalYear, figure.phase, figure.throughOn].join('|');

const NOT_READ = { row: 0, revisionReason: null, month: null, meaning: null };

/** Amounts of budget lines; a line is begun where its indicator is on record and the line is not. */
export function importedBudget(money: MoneyAndCaseRepository): ImportedKind {
  return {
    read: (table, vocabulary, options, remembered) => {
      const reading = readBudget(table, vocabulary, options, remembered);
      const lines = new Map(vocabulary.budgetLines.map((line) => [line.id, line]));
      let compared: Compared<ReadBudgetFigure>[] = [];
      let standing = new Map<string, number>();
      let ofMonths: readonly ImportProblem[] = [];
      return {
        reading,
        stage: async (state) => {
          const read = await gather(reading);
          const accepted = await money.listAmounts(state.id);
          const keyed = accepted.map((on) => {
            const figure = { ...lines.get(on.budgetLineId)!, ...on, ...NOT_READ };
            return [figureKey(figure), on] as const;
          });
          standing = new Map(keyed.map(([key, { amount }]) => [key, amount]));
          const { figures, problems } = sinceJanuary(read, figureKey, standing);
          ofMonths = problems;
          compared = compare(
            withoutRepeatedApprovals(figures, figureKey),
            figureKey,
            new Map(keyed),
            (figure, on) => figure.amount === on.amount && figure.sourceId === on.sourceId,
          );
        },
        problems: () =>
          Promise.resolve([
            ...ofMonths,
            ...problemsOfSet(compared),
            ...executedAboveBudget(compared, standing),
          ]),
        counts: () => Promise.resolve(countsOf(compared)),
        merge: async (state, brought) => {
          const ids = new Map(vocabulary.budgetLines.map((line) => [lineKey(line), line.id]));
          const differing = compared.filter(({ differs }) => differs);
          for (const { figure } of differing)
            if (!ids.has(lineKey(figure)))
              ids.set(lineKey(figure), await money.addBudgetLine(state.id, figure));
          await money.addAmounts(
            state.id,
            differing.map(({ figure, revision }) => ({
              ...figure,
              budgetLineId: ids.get(lineKey(figure))!,
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

/** More was spent than there was at the time: of the file itself, or of what is on record. */
function executedAboveBudget(
  compared: readonly Compared<ReadBudgetFigure>[],
  standing: ReadonlyMap<string, number>,
): ImportProblem[] {
  const inFile = new Map(compared.map(({ key, figure }) => [key, figure.amount]));
  return compared.flatMap(({ figure }) => {
    if (figure.phase !== 'executed') return [];
    const of = (phase: 'approved' | 'revised', throughOn: string): number | undefined => {
      const key = figureKey({ ...figure, phase, throughOn });
      return inFile.get(key) ?? standing.get(key);
    };
    const endOfYear = `${figure.fiscalYear}-12-31`;
    const budget = of('revised', figure.throughOn) ?? of('revised', endOfYear) ?? of('approved', endOfYear);
    return budget === undefined || figure.amount <= budget
      ? []
      : [
          ofRow(figure.row, 'import.executed_above_budget', {
            given: String(figure.amount),
            other: String(budget),
          }),
        ];
  });
}
