import type { CaseStage, CountedFigure, CubeMember, SeriesKey } from '#domain';
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
}

/** Dimension of a period that lies within another one of its cube. */
const WITHIN_PERIOD = 'period';

/**
 * Sorts accepted counts of persons into cubes. Indicators that name the same cube are members of it; so are the stages of a
 * cohort of cases, each a part of the one before it. A quarter that is given beside its year is a category of the year.
 */
export function cubeInputs(accepted: readonly AcceptedFigure[]): CubeInput[] {
  const families = groupedBy(
    accepted,
    (figure) => `${figure.cube ?? figure.indicatorCode}\n${figure.sourceCode}`,
  );
  return [...families.values()].flatMap((figures) => {
    const rule = cohortRuleOf(figures);
    const [followed, leftOut] = parted(figures, ({ categories }) => (categories['cohort'] ?? rule) === rule);
    const periods = [...groupedBy(followed, periodOf).values()];
    const whole: AcceptedFigure[][] = [];
    for (const period of periods.sort((a, b) => earlierOrLonger(a[0]!, b[0]!)))
      if (whole.some(([outer]) => holds(outer!, period[0]!))) continue;
      else if (whole.some(([outer]) => overlap(outer!, period[0]!))) leftOut.push(...period);
      else whole.push(period);
    return whole.map((outer, index) => {
      const inner = periods.filter((period) => period !== outer && holds(outer[0]!, period[0]!));
      // Two periods that overlap would be two categories of one child: of such only the whole is published.
      const [apart, overlapping] = parted(
        inner,
        (period) => !inner.some((other) => other !== period && overlap(period[0]!, other[0]!)),
      );
      return inputOf([...outer, ...apart.flat()], outer[0]!, [
        ...overlapping.flat(),
        ...(index === 0 ? leftOut : []),
      ]);
    });
  });
}

/** Indicator, and stage for cases. */
export function memberOf({
  indicatorCode,
  categories,
}: Pick<AcceptedFigure, 'indicatorCode' | 'categories'>): string {
  const stage = categories['stage'];
  return stage === undefined ? indicatorCode : `${indicatorCode} ${stage}`;
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
): CubeInput {
  const cohort = period.categories['cohort'];
  const code = period.cube ?? period.indicatorCode;
  const constant = constantDimensions(figures);
  const counted = figures.filter(
    ({ state, value }) => state === 'reported' && Number.isSafeInteger(value) && value! >= 0,
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

function overlap(one: Days, other: Days): boolean {
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
