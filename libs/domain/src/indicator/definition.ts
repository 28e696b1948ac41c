import { LAW_STAGES } from './figure-reading.js';
import type {
  Baseline,
  Direction,
  FigureKind,
  IndicatorClass,
  IndicatorTrack,
  Target,
  ValueType,
} from './indicator.js';

export const VALUE_TYPES = [
  'boolean',
  'date',
  'stage',
  'count',
  'ratio',
  'amount',
  'index',
] as const satisfies readonly ValueType[];
export const FIGURE_KINDS = [
  'person_count',
  'derived_rate',
  'plain',
  'citation',
] as const satisfies readonly FigureKind[];
export const DIRECTIONS = ['increase', 'decrease'] as const satisfies readonly Direction[];

/** Headings of the metadata sheet (OHCHR, HR/PUB/12/5); periodicity and disaggregation are fields of the indicator itself. */
export const SHEET_HEADINGS = ['definition', 'rationale', 'method', 'source', 'limitations'] as const;
export type SheetHeading = (typeof SHEET_HEADINGS)[number];

interface InBothLanguages {
  readonly en: string;
  readonly es: string;
}

/** What an indicator is, apart from its figures. */
export interface IndicatorDefinition {
  readonly track: IndicatorTrack;
  readonly class: IndicatorClass;
  readonly name: InBothLanguages;
  readonly unit: InBothLanguages;
  readonly population: InBothLanguages | null;
  readonly valueType: ValueType;
  /** What a ratio is told per: 100 for a percentage; null for everything else. */
  readonly ratioPer: number | null;
  /** Null: nothing of it is published. */
  readonly figureKind: FigureKind | null;
  readonly direction: Direction;
  readonly periodicityMonths: number | null;
  readonly baseline: Baseline | null;
  readonly target: Target | null;
  readonly requiredDimensions: readonly string[];
  readonly sheet: Readonly<Partial<Record<SheetHeading, InBothLanguages>>>;
  /** Purposes for which the Committee asked to see money: a check misses the line of each. Absent: none. */
  readonly requiredPurposes?: readonly string[];
  /** Whether it counts the registered victims, by whom money is divided. One of the State's does. */
  readonly countsVictims?: boolean;
}

export type DefinitionFaultCode =
  | 'indicator.ratio_per'
  | 'indicator.kind_of_persons'
  | 'indicator.kind_of_rate'
  | 'indicator.budget_amount'
  | 'indicator.periodicity'
  | 'indicator.target_before_baseline'
  | 'indicator.target_value'
  | 'indicator.dimension_unknown'
  | 'indicator.dimension_twice'
  | 'indicator.purpose_unknown'
  | 'indicator.purposes_of_budget'
  | 'indicator.victims_counted';

export interface DefinitionFault {
  readonly field: string;
  readonly code: DefinitionFaultCode;
  readonly expected: string;
}

const LONGEST_PERIOD_MONTHS = 120;

/** What contradicts itself in a definition, each with what is expected. The same for what people write and for what a library holds. */
export function faultsOfDefinition(
  definition: IndicatorDefinition,
  dimensions: ReadonlySet<string> | null,
  purposes: ReadonlySet<string> | null = null,
): DefinitionFault[] {
  const { valueType, figureKind, ratioPer, track, periodicityMonths, baseline, target, requiredDimensions } =
    definition;
  const faults: DefinitionFault[] = [];
  const fault = (field: string, code: DefinitionFaultCode, expected: string): void => {
    faults.push({ field, code, expected });
  };
  if (valueType === 'ratio' ? !(ratioPer !== null && ratioPer > 0) : ratioPer !== null)
    fault('ratioPer', 'indicator.ratio_per', 'a number above 0 for a ratio, and nothing for any other value');
  if (figureKind === 'person_count' && valueType !== 'count')
    fault('figureKind', 'indicator.kind_of_persons', 'a count of persons has the value type count');
  if (figureKind === 'derived_rate' && valueType !== 'ratio')
    fault('figureKind', 'indicator.kind_of_rate', 'a rate from published figures has the value type ratio');
  if (track === 'budget' && valueType !== 'amount')
    fault('valueType', 'indicator.budget_amount', 'an indicator of the budget has the value type amount');
  if (periodicityMonths !== null && !(periodicityMonths >= 1 && periodicityMonths <= LONGEST_PERIOD_MONTHS))
    fault(
      'periodicityMonths',
      'indicator.periodicity',
      `months from 1 to ${LONGEST_PERIOD_MONTHS}, or nothing`,
    );
  if (baseline && target && target.dueOn <= baseline.on)
    fault('target', 'indicator.target_before_baseline', 'a day after the one of the baseline');
  for (const [field, end] of [
    ['baseline', baseline],
    ['target', target],
  ] as const)
    if (end && !fitsValueType(valueType, end.value))
      fault(field, 'indicator.target_value', 'a value of the indicator: 0 or 1, a stage, or a number');
  for (const code of new Set(requiredDimensions))
    if (dimensions && !dimensions.has(code))
      fault('requiredDimensions', 'indicator.dimension_unknown', `dimensions of the list, not "${code}"`);
  if (new Set(requiredDimensions).size !== requiredDimensions.length)
    fault('requiredDimensions', 'indicator.dimension_twice', 'each dimension once');
  const { requiredPurposes = [], countsVictims = false } = definition;
  if (requiredPurposes.length > 0 && track !== 'budget')
    fault('requiredPurposes', 'indicator.purposes_of_budget', 'purposes on an indicator of the budget only');
  const stranger = requiredPurposes.find((code) => purposes?.has(code) === false);
  if (stranger !== undefined)
    fault('requiredPurposes', 'indicator.purpose_unknown', `purposes of the list, not "${stranger}"`);
  if (countsVictims && figureKind !== 'person_count')
    fault(
      'countsVictims',
      'indicator.victims_counted',
      'a count of persons where registered victims are counted',
    );
  return faults;
}

/** What of an indicator is bound by figures that stand on record. */
export interface DefinitionInUse {
  readonly figures: boolean;
  /** Dimensions by which any figure is broken down. */
  readonly dimensions: readonly string[];
}

export type LockedCode =
  | 'indicator.value_type_in_use'
  | 'indicator.ratio_per_in_use'
  | 'indicator.kind_in_use'
  | 'indicator.track_in_use'
  | 'indicator.dimension_in_use';

/**
 * What cannot change any more: figures on record would come to mean something else, or be published by another rule than the one
 * under which they were accepted. A kind may still be declared where there was none: nothing of it was published.
 */
export function lockedBy(
  { figures, dimensions }: DefinitionInUse,
  before: IndicatorDefinition,
  after: IndicatorDefinition,
): { readonly field: string; readonly code: LockedCode; readonly because: string }[] {
  if (!figures) return [];
  const because = 'figures of it are on record';
  const dropped = before.requiredDimensions.filter(
    (code) => dimensions.includes(code) && !after.requiredDimensions.includes(code),
  );
  return [
    ...(before.valueType === after.valueType
      ? []
      : [{ field: 'valueType', code: 'indicator.value_type_in_use' as const, because }]),
    ...(before.ratioPer === after.ratioPer
      ? []
      : [{ field: 'ratioPer', code: 'indicator.ratio_per_in_use' as const, because }]),
    ...(before.figureKind === null || before.figureKind === after.figureKind
      ? []
      : [{ field: 'figureKind', code: 'indicator.kind_in_use' as const, because }]),
    ...(before.track === after.track
      ? []
      : [{ field: 'track', code: 'indicator.track_in_use' as const, because }]),
    ...(dropped.length === 0
      ? []
      : [
          {
            field: 'requiredDimensions',
            code: 'indicator.dimension_in_use' as const,
            because: `figures are broken down by ${dropped.join(', ')}`,
          },
        ]),
  ];
}

function fitsValueType(valueType: ValueType, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (valueType === 'boolean') return value === 0 || value === 1;
  if (valueType === 'stage') return Number.isInteger(value) && value >= 0 && value < LAW_STAGES.length;
  if (valueType === 'count') return Number.isInteger(value) && value >= 0;
  return true;
}
