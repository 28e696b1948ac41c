import { changeSince } from '../budget/budget-cut.js';
import { noDay } from './check.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** A line that has less money than the year before: in the amounts as they stand, or only once prices are taken out. */
export const budgetCutCheck: Check = {
  rule: 'budget_cut',
  changesOn: noDay,
  evaluate(facts, { thresholds }) {
    return facts.budgetLines.flatMap((line): Finding[] => {
      const { newest, previous = null, prices = null } = line;
      if (newest === null || previous === null || previous.fiscalYear !== newest.fiscalYear - 1) return [];
      const change = changeSince(previous, newest, prices);
      if (change === null) return [];
      const isCut = (percent: number | null): boolean =>
        percent !== null && percent <= -thresholds.budgetCutPercent;
      const nominal = isCut(change.nominalPercent);
      if (!nominal && !isCut(change.constantPercent)) return [];
      return [
        {
          rule: 'budget_cut',
          subject: { kind: 'budget_line', id: line.budgetLineId },
          severity: 'warning',
          reason: nominal ? 'in_amounts' : 'in_prices',
          evidence: {
            purpose: line.purpose,
            fiscalYear: newest.fiscalYear,
            previousYear: previous.fiscalYear,
            phase: change.phase,
            cutPercent: Math.round(-change.nominalPercent),
            constantCutPercent: change.constantPercent === null ? null : Math.round(-change.constantPercent),
          },
          dueOn: null,
          institutionId: line.institutionId,
        },
      ];
    });
  },
};
