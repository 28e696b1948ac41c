import type { Clock } from '#domain';
import { publishableCell } from '#domain';
import type {
  AcceptedFigure,
  CubePeriod,
  PublishedFigure,
  PublishedRepository,
  RecordDatabase,
  StandInRepository,
} from '#persistence';

import { PublishCubes } from './publish-cubes.js';
import { publishedName } from './published-name.js';
import { publishedRates } from './published-rates.js';

export interface PublishOutcome {
  /** Cells that changed. */
  readonly changed: number;
  readonly waiting: number;
  readonly failed: readonly CubePeriod[];
}

/** Brings the published table in line with the accepted figures. The same figures give the same cells: nothing is written. */
export class PublishFigures {
  private readonly cubes: PublishCubes;

  constructor(
    private readonly record: RecordDatabase,
    private readonly published: PublishedRepository,
    private readonly standIns: StandInRepository,
    private readonly clock: Clock,
    disclosureKey: string,
  ) {
    this.cubes = new PublishCubes(standIns, disclosureKey);
  }

  publish(stateId: number): Promise<PublishOutcome> {
    return this.record.runState(stateId, async () => {
      await this.standIns.claim(stateId);
      const moneyAndCases = [
        ...(await this.published.listAcceptedBudget(stateId)),
        ...(await this.published.listAcceptedCases(stateId)),
      ];
      const now = this.clock.now();
      const persons = [
        ...(await this.published.listAcceptedPersons(stateId)),
        ...moneyAndCases.filter(({ figureKind }) => figureKind === 'person_count'),
      ];
      const today = await this.published.civilDay(stateId, now);
      const { cells, waiting, failed } = await this.cubes.publish(stateId, persons, now, today);
      const declared = await this.published.listRates(stateId);
      const populations = await this.published.listAcceptedPopulations(stateId);
      const rates = publishedRates(declared, cells, persons, populations.map(printed));
      const published = this.printedCells(stateId, [...cells, ...rates], rates, moneyAndCases);
      return { changed: await this.published.replacePublished(stateId, published, now), waiting, failed };
    });
  }

  /** Counts and their rates, then everything that is published as it was accepted, but for a rate that was worked out. */
  private async *printedCells(
    stateId: number,
    counted: readonly PublishedFigure[],
    rates: readonly PublishedFigure[],
    moneyAndCases: readonly AcceptedFigure[],
  ): AsyncGenerator<readonly PublishedFigure[], void, undefined> {
    const workedOut = new Set(rates.map(publishedName));
    const asAccepted = (figures: readonly AcceptedFigure[]): PublishedFigure[] =>
      figures.map(printed).filter((cell) => !workedOut.has(publishedName(cell)));
    yield counted;
    yield asAccepted(moneyAndCases.filter(({ figureKind }) => figureKind !== 'person_count'));
    for await (const figures of this.published.acceptedOthers(stateId)) yield asAccepted(figures);
  }
}

function printed(figure: AcceptedFigure): PublishedFigure {
  const { indicatorCode, seriesKey, sourceCode, categories, periodStartOn, periodEndOn } = figure;
  return {
    indicatorCode,
    seriesKey,
    sourceCode,
    categories,
    periodStartOn,
    periodEndOn,
    ...publishableCell(figure.figureKind, categories, figure, figure.sourceIsCitation),
    cubeVersion: null,
  };
}
