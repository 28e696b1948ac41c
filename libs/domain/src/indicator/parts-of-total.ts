import { stagesAboveEarlier } from '../prosecution/stage-order.js';
import { partsOf } from './dimension-parts.js';
import type { FigureValue, SeriesKey, ValueType } from './indicator.js';

export interface KeyedFigure extends FigureValue {
  readonly categories: SeriesKey;
}

/** A dimension that is asked for, with the codes of its categories. */
export interface AskedDimension {
  readonly code: string;
  readonly categories: readonly string[];
}

export const DEPARTURE_RULES = [
  'parts.exceed_total',
  'parts.below_total',
  'part.exceeds_total',
  'stage.exceeds_earlier',
  'executed.exceeds_budget',
] as const;
export type DepartureRule = (typeof DEPARTURE_RULES)[number];

/** Where figures that were handed in together do not fit each other. */
export interface Departure {
  readonly rule: DepartureRule;
  readonly dimension: string;
  /** Of the total that the parts belong to: `{}` for that of the whole indicator. */
  readonly whole: SeriesKey;
  /** Of `part.exceeds_total`: the one part; of `stage.exceeds_earlier`: the later stage. */
  readonly category: string | null;
  /** The least that the parts come to, or the most where they stay below. */
  readonly parts: number;
  /** The most that the total, or the earlier stage, can be, or the least where the parts stay below. */
  readonly total: number;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Sums of decimals are not exact in binary: what differs by less than this share is the same. */
const EXACTNESS = 1e-9;

/**
 * Parts of a dimension do not exceed their total, and come to it where the dimension is complete: every category was told, "not
 * recorded" among them. "<5" stands for zero to four. Only what is counted and adds up can be held to it. Stages of cases are held to
 * the stages before them in the same cohort.
 */
export function departuresFrom(
  valueType: ValueType,
  figures: readonly KeyedFigure[],
  asked: readonly AskedDimension[],
): Departure[] {
  if (valueType !== 'count' && valueType !== 'amount') return [];
  const told = new Map(figures.map((figure) => [keyOf(figure.categories), rangeOf(valueType, figure)]));
  const groups = groupsOf(figures);
  const ofStages = valueType === 'count' ? groups.filter(({ dimension }) => dimension === STAGE) : [];
  return [
    ...ofStages.flatMap((group) => stageDepartures(group, figures)),
    ...groups.flatMap((group) => partDepartures(group)),
  ];

  function partDepartures({ dimension, whole, members }: Members): Departure[] {
    const total = told.get(keyOf(whole));
    if (!total) return [];
    const parts = new Map(
      members.flatMap((categories): [string, Range][] => {
        const range = told.get(keyOf(categories));
        return range ? [[categories[dimension]!, range]] : [];
      }),
    );
    const known = asked.find(({ code }) => code === dimension)?.categories ?? [];
    return departuresOf({ dimension, whole, total, parts, known });
  }
}

const STAGE = 'stage';

function stageDepartures({ whole, members }: Members, figures: readonly KeyedFigure[]): Departure[] {
  const keys = new Set(members.map(keyOf));
  const ofGroup = figures.filter(({ categories }) => keys.has(keyOf(categories)));
  const byStage = Object.fromEntries(ofGroup.map((figure) => [figure.categories[STAGE], figure]));
  return stagesAboveEarlier(byStage).map(({ stage, cases, most }) => ({
    rule: 'stage.exceeds_earlier',
    dimension: STAGE,
    whole,
    category: stage,
    parts: cases,
    total: most,
  }));
}

interface Members {
  readonly dimension: string;
  readonly whole: SeriesKey;
  readonly members: SeriesKey[];
}

interface Group {
  readonly dimension: string;
  readonly whole: SeriesKey;
  readonly total: Range;
  readonly parts: ReadonlyMap<string, Range>;
  readonly known: readonly string[];
}

function departuresOf({ dimension, whole, total, parts, known }: Group): Departure[] {
  const rule = partsOf(dimension);
  const about = { dimension, whole };
  const tooLarge = [...parts].filter(([, { least }]) => exceeds(least, total.most));
  if (tooLarge.length > 0)
    return tooLarge.map(([category, { least }]) => ({
      ...about,
      rule: 'part.exceeds_total',
      category,
      parts: least,
      total: total.most,
    }));
  if (rule.counted === 'in_several') return [];
  const single = [...parts].filter(([category]) => !rule.overlapping.includes(category));
  const least = single.reduce((sum, [, range]) => sum + range.least, 0);
  const most = single.reduce((sum, [, range]) => sum + range.most, 0);
  if (exceeds(least, total.most))
    return [{ ...about, rule: 'parts.exceed_total', category: null, parts: least, total: total.most }];
  const expected = known.filter((category) => !rule.overlapping.includes(category));
  const complete = rule.covering && expected.length > 0 && expected.every((category) => parts.has(category));
  return complete && exceeds(total.least, most)
    ? [{ ...about, rule: 'parts.below_total', category: null, parts: most, total: total.least }]
    : [];
}

/** Null where nobody knows; none at all where it does not apply. */
function rangeOf(valueType: ValueType, { state, value }: FigureValue): Range | null {
  if (state === 'not_applicable') return { least: 0, most: 0 };
  if (state === 'missing' || value === null) return null;
  if (state === 'reported') return { least: value, most: value };
  return { least: 0, most: valueType === 'count' ? Math.max(0, Math.ceil(value) - 1) : value };
}

function groupsOf(figures: readonly KeyedFigure[]): Members[] {
  const groups = new Map<string, Members>();
  for (const { categories } of figures)
    for (const dimension of Object.keys(categories)) {
      const whole = Object.fromEntries(Object.entries(categories).filter(([code]) => code !== dimension));
      const name = `${dimension}\n${keyOf(whole)}`;
      const group = groups.get(name) ?? { dimension, whole, members: [] };
      group.members.push(categories);
      groups.set(name, group);
    }
  return [...groups.values()];
}

const keyOf = (categories: SeriesKey): string =>
  Object.keys(categories)
    .sort()
    .map((dimension) => `${dimension}=${categories[dimension]}`)
    .join('|');

const exceeds = (one: number, other: number): boolean =>
  one - other > EXACTNESS * Math.max(1, Math.abs(one), Math.abs(other));

/** Whether what is handed in says something else than what was accepted. */
export function differs(
  one: FigureValue & { readonly numerator: number | null; readonly denominator: number | null },
  other: FigureValue & { readonly numerator: number | null; readonly denominator: number | null },
): boolean {
  return (
    one.state !== other.state ||
    one.value !== other.value ||
    one.numerator !== other.numerator ||
    one.denominator !== other.denominator ||
    one.provisional !== other.provisional
  );
}
