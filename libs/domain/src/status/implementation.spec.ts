import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { IndicatorFacts, RecommendationFacts } from '../check/facts.js';
import { DEFAULT_THRESHOLDS } from '../check/thresholds.js';
import {
  IMPLEMENTATION_DECISIONS,
  besideDecision,
  mayDecideImplementation,
  standsInTheWay,
} from './implementation.js';

const TODAY = '2026-11-24';
const period = { startOn: '2025-01-01', endOn: '2025-12-31' };
const reached: IndicatorFacts = {
  indicatorId: 1,
  code: '8-O1',
  track: 'data',
  required: true,
  isHome: true,
  valueType: 'count',
  direction: 'increase',
  periodicityMonths: 12,
  newest: { state: 'reported', value: 60, provisional: false, period },
  baseline: null,
  target: { value: 60, dueOn: '2030-12-31' },
  requiredDimensions: [],
  receivedDimensions: [],
  institutionId: 1,
};
const inForce: IndicatorFacts = {
  ...reached,
  code: '8-S1',
  valueType: 'boolean',
  target: null,
  newest: { state: 'reported', value: 1, provisional: false, period },
};

const facts = (
  indicators: readonly IndicatorFacts[],
  implementedOn: string | null = null,
): RecommendationFacts => ({
  recommendationId: 1,
  code: '8',
  implementedOn,
  obligations: [],
  indicators,
  budgetLines: [],
  caseSeries: [],
  actions: [],
  evidence: [],
  responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople: 1 }],
});

const hindrances = (indicators: readonly IndicatorFacts[], evidence = 1) =>
  standsInTheWay(facts(indicators), evidence).map(({ hindrance, indicator }) => [hindrance, indicator]);

describe('what stands in the way of a decision that an item is implemented', () => {
  it('is nothing where every required indicator is at its target and evidence stands behind it', () => {
    expect(standsInTheWay(facts([reached, inForce]), 1)).toEqual([]);
  });

  it('is each required indicator that has no value, is short of its target or is not in force, by name', () => {
    const short = { ...reached, code: '8-O2', target: { value: 61, dueOn: '2030-12-31' } };
    const never = { ...reached, code: '8-O3', newest: null };
    const missing = {
      ...reached,
      code: '8-O4',
      newest: { state: 'missing' as const, value: null, provisional: false, period },
    };
    const repealed = { ...inForce, code: '8-S2', newest: { ...inForce.newest!, value: 0 } };
    expect(hindrances([reached, short, never, missing, repealed, inForce])).toEqual([
      ['not_at_target', '8-O2'],
      ['no_value', '8-O3'],
      ['no_value', '8-O4'],
      ['not_in_force', '8-S2'],
    ]);
    expect(standsInTheWay(facts([short]), 1)).toEqual([
      { hindrance: 'not_at_target', indicator: '8-O2', value: 60, target: 61 },
    ]);
  });

  it('is the want of evidence, also where the figures are reached', () => {
    expect(hindrances([reached], 0)).toEqual([['no_evidence', null]]);
  });

  it('is neither an indicator that is not required nor money or cases, which have no target', () => {
    const unmet = { ...reached, newest: null };
    expect(
      hindrances([
        { ...unmet, required: false },
        { ...unmet, track: 'budget' },
        { ...unmet, track: 'prosecutions' },
      ]),
    ).toEqual([]);
  });
});

/** Said a second time, as design §5 puts it, without the code under test. */
function holdsByTheRule(indicators: readonly IndicatorFacts[], evidence: number): boolean {
  const met = ({ newest, target, valueType, direction }: IndicatorFacts): boolean => {
    if (newest?.state !== 'reported' || newest.value === null) return false;
    const aim = target?.value ?? (valueType === 'boolean' ? 1 : null);
    if (aim === null) return true;
    return direction === 'increase' ? newest.value >= aim : newest.value <= aim;
  };
  return evidence > 0 && indicators.filter(({ required }) => required).every(met);
}

const anIndicator: fc.Arbitrary<IndicatorFacts> = fc
  .record({
    required: fc.boolean(),
    structural: fc.boolean(),
    value: fc.option(fc.integer({ min: 0, max: 3 })),
    state: fc.constantFrom('reported' as const, 'missing' as const, 'not_applicable' as const),
    target: fc.option(fc.integer({ min: 0, max: 3 })),
    direction: fc.constantFrom('increase' as const, 'decrease' as const),
  })
  .map(({ required, structural, value, state, target, direction }) => ({
    ...reached,
    required,
    direction: structural ? 'increase' : direction,
    valueType: structural ? 'boolean' : 'count',
    newest:
      value === null
        ? null
        : { state, value: state === 'reported' ? value : null, provisional: false, period },
    target: target === null || structural ? null : { value: target, dueOn: '2030-12-31' },
  }));

describe('the decision that an item is implemented', () => {
  it('is possible exactly when the rule holds, and to be overridden exactly when it does not', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(
        fc.array(anIndicator, { maxLength: 4 }),
        fc.integer({ min: 0, max: 2 }),
        (indicators, evidence) => {
          const inTheWay = standsInTheWay(facts(indicators), evidence);
          const holds = holdsByTheRule(indicators, evidence);
          seen.add(holds);
          expect(mayDecideImplementation('implemented', null, inTheWay)).toBe(holds);
          expect(mayDecideImplementation('overridden', null, inTheWay)).toBe(!holds);
        },
      ),
      { numRuns: 2000 },
    );
    expect(seen).toEqual(new Set([true, false]));
  });

  it('is taken back only where there is one, and not taken twice', () => {
    const inTheWay = standsInTheWay(facts([reached]), 0);
    const possible = (implementedOn: string | null, hindering: typeof inTheWay) =>
      IMPLEMENTATION_DECISIONS.filter((decision) =>
        mayDecideImplementation(decision, implementedOn, hindering),
      );
    expect(possible(null, [])).toEqual(['implemented']);
    expect(possible(null, inTheWay)).toEqual(['overridden']);
    expect(possible('2026-05-01', [])).toEqual(['reopened']);
    expect(possible('2026-05-01', inTheWay)).toEqual(['reopened']);
  });
});

describe('what is shown beside the decision', () => {
  const short = { ...reached, newest: null };

  it('is what the checks would say without it, and nothing where they would say nothing', () => {
    expect(besideDecision(facts([short], '2026-05-01'), TODAY, DEFAULT_THRESHOLDS)).toMatchObject({
      status: 'no_data',
      reason: 'never_reported',
    });
    expect(besideDecision(facts([reached], '2026-05-01'), TODAY, DEFAULT_THRESHOLDS)).toBeNull();
  });

  it('is nothing where there is no decision', () => {
    expect(besideDecision(facts([short]), TODAY, DEFAULT_THRESHOLDS)).toBeNull();
  });
});
