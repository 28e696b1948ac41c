import type { CaseStage, CountedFigure, CubeMember, SeriesKey, WaitingReason } from '#domain';
import { CASE_STAGES } from '#domain';
import type { AcceptedFigure, CubePeriod } from '#persistence';

/** Accepted counts of persons of one cube, source and period, with the row of each place in it. */
export interface CubeInput extends CubePeriod {
  readonly members: readonly CubeMember[];
  readonly figures: readonly CountedFigure[];
  readonly structuralZeros: readonly SeriesKey[];
  readonly accepted: readonly AcceptedFigure[];
  /** Published from nothing: counted in another period that holds this one, or by another rule than the others. */
  readonly leftOut: readonly AcceptedFigure[];
  /**
   * Nobody declared of which register the indicator counts (whether others count the same children is not known), or the
   * period is a single day: the children of one stock are those of the next.
   */
  readonly isTotalsOnly: boolean;
  /** Its children stand behind published figures already, and a second cube about them would tell more than one. */
  readonly held: Extract<WaitingReason, 'overlaps_published' | 'published_in_other_cube'> | null;
}

/** A period from which figures were published, whether it is handed in still or not. */
export interface PublishedPeriod extends CubePeriod {
  /** Codes of its indicators. */
  readonly indicators: ReadonlySet<string>;
}

/** Dimension of a period that lies within another one of its cube. */
const WITHIN_PERIOD = 'period';

/**
 * Sorts accepted counts of persons into cubes. Indicators that name the same cube are members of it; so are the stages of a
 * cohort of cases, each a part of the one before it. A quarter that is given beside its year is a category of the year. What
 * was published goes before what was not: a year whose quarters were published is held, and so is an indicator that moved
 * to another cube.
 */
export function cubeInputs(
  accepted: readonly AcceptedFigure[],
  published: readonly PublishedPeriod[] = [],
): CubeInput[] {
  const families = groupedBy(accepted, (figure) => `${familyOf(figure)}\n${figure.sourceCode}`);
  return [...families.values()].flatMap((figures) => {
    const code = familyOf(figures[0]!);
    const ofSource = published.filter(({ sourceCode }) => sourceCode === figures[0]!.sourceCode);
    const [own, foreign] = parted(ofSource, ({ cube }) => cube === code || cube.startsWith(`${code} `));
    const rule = own[0] ? own[0].cube.slice(code.length + 1) || undefined : cohortRuleOf(figures);
    const [followed, leftOut] = parted(figures, ({ categories }) => (categories['cohort'] ?? rule) === rule);
    const { whole, within, apart } = sortedPeriods(followed, own);
    leftOut.push(...apart);
    return whole.map(({ figures: outer, overlapsPublished }, index) => {
      const all = [...outer, ...(within.get(outer) ?? [])];
      const inOther = foreign.some(
        (other) =>
          overlap(other, outer[0]!) && all.some(({ indicatorCode }) => other.indicators.has(indicatorCode)),
      );
      const held = inOther ? 'published_in_other_cube' : overlapsPublished ? 'overlaps_published' : null;
      return { ...inputOf(all, outer[0]!, index === 0 ? leftOut : []), held };
    });
  });
}

function familyOf({ cube, indicatorCode }: AcceptedFigure): string {
  return cube ?? indicatorCode;
}

interface SortedPeriods {
  readonly whole: readonly { readonly figures: AcceptedFigure[]; readonly overlapsPublished: boolean }[];
  /** Figures of the periods within a whole one, by that one's figures. */
  readonly within: ReadonlyMap<readonly AcceptedFigure[], AcceptedFigure[]>;
  readonly apart: readonly AcceptedFigure[];
}

function sortedPeriods(figures: readonly AcceptedFigure[], published: readonly CubePeriod[]): SortedPeriods {
  const isPublished = (days: Days): boolean => published.some((one) => periodOf(one) === periodOf(days));
  const periods = [...groupedBy(figures, periodOf).values()].sort(
    ([a], [b]) => Number(isPublished(b!)) - Number(isPublished(a!)) || earlierOrLonger(a!, b!),
  );
  const whole: { readonly figures: AcceptedFigure[]; readonly overlapsPublished: boolean }[] = [];
  const inner = new Map<readonly AcceptedFigure[], AcceptedFigure[][]>();
  const apart: AcceptedFigure[] = [];
  for (const period of periods) {
    const first = period[0]!;
    const free = whole.filter((one) => !one.overlapsPublished);
    const outer = isPublished(first) ? undefined : free.find(({ figures: [one] }) => holds(one!, first));
    const overlapsPublished = !isPublished(first) && published.some((one) => overlap(one, first));
    if (outer) inner.set(outer.figures, [...(inner.get(outer.figures) ?? []), period]);
    else if (!overlapsPublished && free.some(({ figures: [one] }) => overlap(one!, first)))
      apart.push(...period);
    else whole.push({ figures: period, overlapsPublished });
  }
  const within = new Map<readonly AcceptedFigure[], AcceptedFigure[]>();
  for (const [outer, all] of inner)
    for (const period of all)
      // Two periods that overlap would be two categories of one child: of such only the whole is published.
      if (all.some((other) => other !== period && overlap(period[0]!, other[0]!))) apart.push(...period);
      else within.set(outer, [...(within.get(outer) ?? []), ...period]);
  return { whole, within, apart };
}

/** Indicator, and stage for cases. */
export function memberOf({
  indicatorCode,
  categories,
}: Pick<AcceptedFigure, 'indicatorCode' | 'categories'>): string {
  const stage = categories['stage'];
  return stage === undefined ? indicatorCode : `${indicatorCode} ${stage}`;
}

/** The indicator of a member. */
export function indicatorOf(member: string): string {
  return member.split(' ')[0]!;
}

/** Where a figure stands in its cube: without what names the member, and without what says "all". */
export function placeOf(
  figure: AcceptedFigure,
  input: Pick<CubePeriod, 'periodStartOn' | 'periodEndOn'>,
  constant: ReadonlySet<string> = new Set(),
): SeriesKey {
  const place: Record<string, string> = {};
  for (const [dimension, category] of Object.entries(figure.categories)) {
    if (dimension === 'stage' || dimension === 'cohort' || category === 'all' || constant.has(dimension))
      continue;
    place[dimension] = category;
  }
  if (figure.periodStartOn !== input.periodStartOn || figure.periodEndOn !== input.periodEndOn)
    place[WITHIN_PERIOD] = periodOf(figure);
  return place;
}

/** Dimensions of cases in which all figures name the same category: it says what is counted, and breaks nothing down. */
function constantDimensions(accepted: readonly AcceptedFigure[]): ReadonlySet<string> {
  const isCases = accepted.every(({ categories }) => categories['stage'] !== undefined);
  const offences = new Set(accepted.map(({ categories }) => categories['offence']));
  return new Set(isCases && offences.size === 1 ? ['offence'] : []);
}

function inputOf(
  figures: readonly AcceptedFigure[],
  period: AcceptedFigure,
  leftOut: readonly AcceptedFigure[],
): Omit<CubeInput, 'held'> {
  const cohort = period.categories['cohort'];
  const code = period.cube ?? period.indicatorCode;
  const constant = constantDimensions(figures);
  const counted = figures.filter(
    ({ valueType, state, value }) =>
      valueType === 'count' && state === 'reported' && Number.isSafeInteger(value) && value! >= 0,
  );
  return {
    cube: cohort === undefined ? code : `${code} ${cohort}`,
    sourceCode: period.sourceCode,
    periodStartOn: period.periodStartOn,
    periodEndOn: period.periodEndOn,
    members: membersOf(counted),
    figures: counted.map((figure) => ({
      member: memberOf(figure),
      categories: placeOf(figure, period, constant),
      label: placeOf(figure, period),
      count: figure.value!,
      provisional: figure.provisional,
    })),
    structuralZeros: figures.flatMap(({ structuralZeros }) => structuralZeros),
    accepted: figures,
    leftOut,
    isTotalsOnly: period.cube === null || period.periodStartOn === period.periodEndOn,
  };
}

function membersOf(figures: readonly AcceptedFigure[]): CubeMember[] {
  return [...groupedBy(figures, memberOf).entries()].map(([code, [figure]]) => {
    const { indicatorCode, categories, nestedIn } = figure!;
    const stage = categories['stage'] as CaseStage | undefined;
    if (stage === undefined) return { code, within: nestedIn };
    const before = CASE_STAGES.slice(0, CASE_STAGES.indexOf(stage)).findLast((earlier) =>
      figures.some((one) => one.indicatorCode === indicatorCode && one.categories['stage'] === earlier),
    );
    return { code, within: before === undefined ? null : `${indicatorCode} ${before}` };
  });
}

/** One rule per figure: the one under which most was counted. */
function cohortRuleOf(figures: readonly AcceptedFigure[]): string | undefined {
  const rules = [...groupedBy(figures, ({ categories }) => categories['cohort'] ?? '')];
  const [most] = rules.sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return most?.[0] === '' ? undefined : most?.[0];
}

interface Days {
  readonly periodStartOn: string;
  readonly periodEndOn: string;
}

function holds(outer: Days, inner: Days): boolean {
  return outer.periodStartOn <= inner.periodStartOn && outer.periodEndOn >= inner.periodEndOn;
}

function earlierOrLonger(one: Days, other: Days): number {
  if (one.periodStartOn !== other.periodStartOn) return one.periodStartOn < other.periodStartOn ? -1 : 1;
  return one.periodEndOn > other.periodEndOn ? -1 : 1;
}

export function overlap(one: Days, other: Days): boolean {
  return one.periodStartOn <= other.periodEndOn && other.periodStartOn <= one.periodEndOn;
}

function periodOf({ periodStartOn, periodEndOn }: Days): string {
  return `${periodStartOn}/${periodEndOn}`;
}

function groupedBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function parted<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
