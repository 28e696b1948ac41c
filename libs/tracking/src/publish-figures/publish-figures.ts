import type { Clock } from '#domain';
import { publishableCell } from '#domain';
import type { AcceptedFigure, PublishedFigure, PublishedRepository, RecordDatabase } from '#persistence';

/** Brings the published table in line with the accepted figures. The same figures give the same cells: nothing is written. */
export class PublishFigures {
  constructor(
    private readonly record: RecordDatabase,
    private readonly published: PublishedRepository,
    private readonly clock: Clock,
  ) {}

  /** Answers how many cells changed. */
  publish(stateId: number): Promise<number> {
    return this.record.runState(stateId, async () => {
      const accepted = [
        ...(await this.published.listAcceptedFigures(stateId)),
        ...(await this.published.listAcceptedBudget(stateId)),
        ...(await this.published.listAcceptedCases(stateId)),
      ];
      return this.published.replacePublished(stateId, accepted.map(printed), this.clock.now());
    });
  }
}

function printed(figure: AcceptedFigure): PublishedFigure {
  const cell = publishableCell(figure.figureKind, figure.categories, figure, figure.sourceIsCitation);
  return {
    indicatorCode: figure.indicatorCode,
    seriesKey: figure.seriesKey,
    sourceCode: figure.sourceCode,
    categories: figure.categories,
    periodStartOn: figure.periodStartOn,
    periodEndOn: figure.periodEndOn,
    ...cell,
  };
}
