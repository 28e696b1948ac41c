import type { CivilDate, Instant, KeptCube, PrintedFigure, SeriesKey } from '#domain';
import { AppError, assembleCube, firstVersion, printCube, publishableCell, revise } from '#domain';
import { seriesKeyText } from '#persistence';
import type {
  AcceptedFigure,
  CubePeriod,
  PublishedFigure,
  StandInRecord,
  StandInRepository,
} from '#persistence';

import { cubeInputs, memberOf, placeOf } from './cube-periods.js';
import type { CubeInput } from './cube-periods.js';
import { secretNumbers } from './secret-numbers.js';

export interface PublishedCubes {
  readonly cells: readonly PublishedFigure[];
  /** Periods whose changes wait for the yearly batch. */
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
    const known = new Map((await this.standIns.list(stateId)).map((record) => [keyOf(record), record]));
    const cells: PublishedFigure[] = [];
    const failed: CubePeriod[] = [];
    let waiting = 0;
    for (const input of cubeInputs(accepted)) {
      const before = known.get(keyOf(input)) ?? null;
      const after = this.next(stateId, input, before, today);
      if (isChanged(before, after)) await this.standIns.save(stateId, after, now);
      if (after.waitingRecords !== null) waiting += 1;
      if (after.failure !== null) failed.push(input);
      cells.push(...cellsOf(input, after.kept));
      // A large register takes its time: what else this process does goes on between two of them.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { cells, waiting, failed };
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
    const settled = { ...period, kept, waitingRecords: null, failure: null };
    try {
      const assembled = assembleCube(input.members, input.figures, input.structuralZeros);
      if (!assembled) return settled;
      const random = secretNumbers(this.disclosureKey, stateId, period);
      if (!kept) return { ...settled, kept: firstVersion(assembled, random, today) };
      const step = revise(kept, assembled, random, today);
      if (step.step === 'waits') return { ...settled, waitingRecords: step.records };
      return step.step === 'unchanged' ? settled : { ...settled, kept: step.kept };
    } catch (error) {
      return { ...settled, failure: error instanceof AppError ? error.code : 'cube.failed' };
    }
  }
}

function isChanged(before: StandInRecord | null, after: StandInRecord): boolean {
  if (!before) return after.kept !== null || after.failure !== null;
  return (
    before.kept !== after.kept ||
    before.waitingRecords !== after.waitingRecords ||
    before.failure !== after.failure
  );
}

/** Every accepted figure of the period in its published form, and those that the cube tells beside them. */
function cellsOf(input: CubeInput, kept: KeptCube | null): PublishedFigure[] {
  const printed = new Map(
    (kept ? printCube(kept) : []).map((figure) => [
      `${figure.member}\n${seriesKeyText(figure.categories)}`,
      figure,
    ]),
  );
  const cubeVersion = kept?.version ?? null;
  const cells = input.accepted.map((figure) => {
    const name = `${memberOf(figure)}\n${seriesKeyText(placeOf(figure, input))}`;
    const found = printed.get(name);
    printed.delete(name);
    return { ...rowOf(figure), ...(found ? cellOf(found) : withoutCube(figure, kept)), cubeVersion };
  });
  const told = [...printed.values()].flatMap((figure) => {
    const like = input.accepted.find((accepted) => memberOf(accepted) === figure.member);
    return like ? [{ ...rowOf(like), ...toldAs(figure, like), ...cellOf(figure), cubeVersion }] : [];
  });
  const left = input.leftOut.map((figure) => ({
    ...rowOf(figure),
    ...publishableCell(figure.figureKind, figure.categories, figure, false),
    ...(figure.state === 'reported' || figure.state === 'below_threshold'
      ? { value: null, flag: 'not_shown' as const }
      : {}),
    cubeVersion,
  }));
  return [...cells, ...told, ...left];
}

function withoutCube(figure: AcceptedFigure, kept: KeptCube | null): ReturnType<typeof publishableCell> {
  const cell = publishableCell(figure.figureKind, figure.categories, figure, false);
  // Beside published groups nothing is said from any other source: of a late "<5" nothing is shown.
  return kept && cell.flag === 'lt10' ? { ...cell, flag: 'not_shown' } : cell;
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
