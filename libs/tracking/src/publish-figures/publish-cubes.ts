import type { CivilDate, Instant, KeptCube, PrintedFigure, SeriesKey, Waiting } from '#domain';
import { AppError, assembleCube, firstVersion, printCube, publishableCell, revise } from '#domain';
import { seriesKeyText } from '#persistence';
import type {
  AcceptedFigure,
  CubePeriod,
  PublishedFigure,
  StandInRecord,
  StandInRepository,
} from '#persistence';

import { cubeInputs, indicatorOf, memberOf, overlap, placeOf } from './cube-periods.js';
import type { CubeInput } from './cube-periods.js';
import { publishedName } from './published-name.js';
import type { PublishedVersion } from './published-version.js';
import { secretNumbers } from './secret-numbers.js';
import { sumOfPeriods } from './sum-of-periods.js';

export interface PublishedCubes {
  readonly cells: readonly PublishedFigure[];
  /** Periods whose changes are held (`WaitingReason`). */
  readonly waiting: number;
  /** Periods that could not be worked on; their published form stays. */
  readonly failed: readonly CubePeriod[];
}

/** Publishes counts of persons: cube by cube, each period from the stand-in that is kept of it. */
export class PublishCubes {
  constructor(
    private readonly standIns: StandInRepository,
    private readonly disclosureKey: string,
  ) {}

  async publish(
    stateId: number,
    accepted: readonly AcceptedFigure[],
    now: Instant,
    today: CivilDate,
  ): Promise<PublishedCubes> {
    const known = await this.standIns.list(stateId);
    const byKey = new Map(known.map((record) => [keyOf(record), record]));
    const published = publishedPeriods(known);
    const worked: { readonly input: CubeInput; readonly after: StandInRecord }[] = [];
    const failed: CubePeriod[] = [];
    const settled = new Set<string>();
    let waiting = 0;
    for (const input of cubeInputs(accepted, published)) {
      const before = byKey.get(keyOf(input)) ?? null;
      const after = this.next(stateId, input, before, today);
      if (isChanged(before, after)) await this.standIns.save(stateId, after, now);
      settled.add(keyOf(input));
      if (after.waiting !== null) waiting += 1;
      if (after.failure !== null) failed.push(input);
      worked.push({ input, after });
      // A large register takes its time: what else this process does goes on between two of them.
      await new Promise((resolve) => setImmediate(resolve));
    }
    // What is not handed in any more waits for nothing.
    for (const record of known)
      if (!settled.has(keyOf(record)) && (record.waiting !== null || record.failure !== null))
        await this.standIns.save(stateId, { ...record, waiting: null, failure: null }, now);
    const others = published.filter((record) => !settled.has(keyOf(record)));
    const nowPublished = [...publishedPeriods(worked.map(({ after }) => after)), ...others];
    const periods = worked.map(({ input, after }) => {
      const sum =
        input.held === 'overlaps_published' && after.kept === null ? sumOfPeriods(input, nowPublished) : null;
      return cellsOf(input, versionsBehind(input, after, published), sum);
    });
    return { cells: onceEach(periods), waiting, failed };
  }

  private next(
    stateId: number,
    input: CubeInput,
    before: StandInRecord | null,
    today: CivilDate,
  ): StandInRecord {
    const { cube, sourceCode, periodStartOn, periodEndOn } = input;
    const period = { cube, sourceCode, periodStartOn, periodEndOn };
    const kept = before?.kept ?? null;
    const settled = { ...period, kept, waiting: null, failure: null };
    if (input.held !== null) return { ...settled, waiting: { reason: input.held, records: null } };
    try {
      const assembled = assembleCube(input.members, input.figures, {
        impossible: input.structuralZeros,
        former: kept?.cube.dimensions ?? [],
        formerEverybody: kept?.everybody ?? null,
        isTotalsOnly: input.isTotalsOnly,
      });
      if (!assembled) return kept ? { ...settled, waiting: NO_TOTAL } : settled;
      const random = secretNumbers(this.disclosureKey, stateId, period);
      if (!kept) return { ...settled, kept: firstVersion(assembled, random, today) };
      const step = revise(kept, assembled, random, today);
      if (step.step === 'waits') return { ...settled, waiting: step.waiting };
      return step.step === 'unchanged' ? settled : { ...settled, kept: step.kept };
    } catch (error) {
      return { ...settled, failure: error instanceof AppError ? error.code : 'cube.failed' };
    }
  }
}

const NO_TOTAL: Waiting = { reason: 'breakdown_gone', records: null };

function publishedPeriods(known: readonly StandInRecord[]): PublishedVersion[] {
  return known.flatMap(({ kept, ...period }) =>
    kept === null
      ? []
      : [{ ...period, kept, indicators: new Set(kept.places.map(({ member }) => indicatorOf(member))) }],
  );
}

/** The version that a period is printed from. Of one that was published in another cube, the versions of that one. */
function versionsBehind(
  input: CubeInput,
  { kept }: StandInRecord,
  published: readonly PublishedVersion[],
): (CubePeriod & { readonly kept: KeptCube })[] {
  if (input.held !== 'published_in_other_cube') return kept ? [{ ...input, kept }] : [];
  const own = new Set(input.accepted.map(({ indicatorCode }) => indicatorCode));
  return published.filter(
    ({ sourceCode, indicators, ...days }) =>
      sourceCode === input.sourceCode &&
      overlap(days, input) &&
      [...own].some((code) => indicators.has(code)),
  );
}

function isChanged(before: StandInRecord | null, after: StandInRecord): boolean {
  if (!before) return after.kept !== null || after.failure !== null || after.waiting !== null;
  return (
    before.kept !== after.kept ||
    before.waiting?.reason !== after.waiting?.reason ||
    before.waiting?.records !== after.waiting?.records ||
    before.failure !== after.failure
  );
}

interface PeriodCells {
  /** Every accepted figure in its published form. */
  readonly accepted: readonly PublishedFigure[];
  /** What the cube tells beside them. */
  readonly told: readonly PublishedFigure[];
}

function cellsOf(
  input: CubeInput,
  versions: readonly (CubePeriod & { readonly kept: KeptCube })[],
  sum: ReturnType<typeof sumOfPeriods>,
): PeriodCells {
  const printed = versions.map((version) => ({
    version,
    cubeVersion: version.kept.version,
    figures: new Map(
      printCube(version.kept).map((figure) => [
        `${figure.member}\n${seriesKeyText(figure.categories)}`,
        figure,
      ]),
    ),
  }));
  const found = input.accepted.map((figure) => {
    for (const { version, cubeVersion, figures } of printed) {
      const name = `${memberOf(figure)}\n${seriesKeyText(placeOf(figure, version))}`;
      const cell = figures.get(name);
      figures.delete(name);
      if (cell) return { ...rowOf(figure), ...cellOf(cell), cubeVersion };
    }
    if (sum && isTotalOf(sum.everybody, figure, input))
      return { ...rowOf(figure), ...sum.cell, cubeVersion: null };
    const isBesideCube = versions.length > 0 || input.held !== null;
    const cubeVersion = printed[0]?.cubeVersion ?? null;
    return { ...rowOf(figure), ...withoutCube(figure, isBesideCube), cubeVersion };
  });
  const told = printed.flatMap(({ version, cubeVersion, figures }) =>
    [...figures.values()].flatMap((figure) => {
      const like = input.accepted.find((accepted) => memberOf(accepted) === figure.member);
      const { periodStartOn, periodEndOn } = version;
      return like
        ? [
            {
              ...rowOf(like),
              periodStartOn,
              periodEndOn,
              ...toldAs(figure, like),
              ...cellOf(figure),
              cubeVersion,
            },
          ]
        : [];
    }),
  );
  const left = input.leftOut.map((figure) => ({
    ...rowOf(figure),
    ...publishableCell(figure.figureKind, figure.categories, figure, false),
    ...(figure.state === 'reported' || figure.state === 'below_threshold'
      ? { value: null, flag: 'not_shown' as const }
      : {}),
    cubeVersion: printed[0]?.cubeVersion ?? null,
  }));
  return { accepted: [...found, ...left], told };
}

function isTotalOf(everybody: string, figure: AcceptedFigure, input: CubeInput): boolean {
  return (
    figure.state === 'reported' &&
    memberOf(figure) === everybody &&
    Object.keys(placeOf(figure, input)).length === 0
  );
}

/** A cell that is told and accepted is the accepted one; one that two periods tell is the same in both. */
function onceEach(periods: readonly PeriodCells[]): PublishedFigure[] {
  const cells = new Map<string, PublishedFigure>();
  for (const cell of [
    ...periods.flatMap(({ accepted }) => accepted),
    ...periods.flatMap(({ told }) => told),
  ]) {
    const name = publishedName(cell);
    if (!cells.has(name)) cells.set(name, cell);
  }
  return [...cells.values()];
}

function withoutCube(figure: AcceptedFigure, isBesideCube: boolean): ReturnType<typeof publishableCell> {
  const cell = publishableCell(figure.figureKind, figure.categories, figure, false);
  // Beside published groups nothing is said from any other source: of a late "<5" nothing is shown.
  return isBesideCube && cell.flag === 'lt10' ? { ...cell, flag: 'not_shown' } : cell;
}

/** Series and period of a figure that the source did not give itself, in the words of one that it did. */
function toldAs(
  figure: PrintedFigure,
  like: AcceptedFigure,
): Pick<PublishedFigure, 'categories' | 'seriesKey'> & Partial<PublishedFigure> {
  const { stage, cohort, offence } = like.categories;
  const { period, ...own } = figure.categories;
  const categories: SeriesKey = {
    ...(stage === undefined
      ? {}
      : {
          stage,
          cohort: cohort!,
          offence: figure.categories['offence'] ?? (offence === undefined ? offence! : 'all'),
        }),
    ...own,
  };
  const [periodStartOn, periodEndOn] = period?.split('/') ?? [];
  return {
    categories,
    seriesKey: seriesKeyText(categories),
    ...(periodStartOn !== undefined && periodEndOn !== undefined ? { periodStartOn, periodEndOn } : {}),
  };
}

function rowOf(
  figure: AcceptedFigure,
): Omit<PublishedFigure, keyof ReturnType<typeof cellOf> | 'cubeVersion'> {
  const { indicatorCode, seriesKey, sourceCode, categories, periodStartOn, periodEndOn } = figure;
  return { indicatorCode, seriesKey, sourceCode, categories, periodStartOn, periodEndOn };
}

function cellOf({
  value,
  flag,
  bound,
  provisional,
  announcedError,
}: PrintedFigure): Pick<PublishedFigure, 'value' | 'flag' | 'bound' | 'provisional' | 'announcedError'> {
  return { value, flag, bound, provisional, announcedError };
}

function keyOf({ cube, sourceCode, periodStartOn, periodEndOn }: CubePeriod): string {
  return JSON.stringify([cube, sourceCode, periodStartOn, periodEndOn]);
}
