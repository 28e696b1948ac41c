import type { Clock } from '#domain';
import { civilDayOf, completenessByYear, completenessFigures } from '#domain';
import type {
  CompletenessRepository,
  FigureStageRepository,
  RecordDatabase,
  StagedFigure,
} from '#persistence';

/** Under which the figures that the program works out stand beside those of others. */
const SOURCE = { en: 'Vigía, from what was handed in', es: 'Vigía, a partir de lo entregado' };
const CAME_SINCE =
  'Worked out again from what has come by now. / Calculado de nuevo con lo que ha llegado hasta ahora.';

/** Follows, beside the figures, how much of what was asked for came. The same figures write nothing. */
export class RecordCompleteness {
  constructor(
    private readonly record: RecordDatabase,
    private readonly completeness: CompletenessRepository,
    private readonly stage: FigureStageRepository,
    private readonly clock: Clock,
  ) {}

  /** The same over everything, whatever changed since the last time. */
  runAll(stateId: number): Promise<number> {
    return this.record.runState(stateId, async () => {
      const changed = await this.completeness.refreshAll(stateId);
      await this.followAsIndicator(stateId);
      return changed;
    });
  }

  /** Of what changed since the last time; answers how many periods of indicators changed. What is worked out from them is to be published after it. */
  run(stateId: number): Promise<number> {
    return this.record.runState(stateId, async () => {
      const changed = await this.completeness.refresh(stateId);
      await this.followAsIndicator(stateId);
      return changed;
    });
  }

  /** The share of a year is a figure of the indicator for it: a change is a revision, and a year that is gone is missing. */
  private async followAsIndicator(stateId: number): Promise<void> {
    const indicator = await this.completeness.findComputed(stateId, 'completeness');
    if (!indicator) return;
    const asked = await this.completeness.listAsked(stateId);
    const came = await this.completeness.listCame(stateId);
    const at = this.clock.now();
    const today = civilDayOf(at, 'UTC');
    const sourceId = await this.completeness.saveOwnSource(stateId, SOURCE);
    const figures = completenessFigures(completenessByYear(asked, came), today);
    const told = new Set(figures.map(({ period }) => period.endOn));
    const gone = (await this.completeness.listStanding(stateId, indicator.id, sourceId))
      .filter(({ endOn }) => !told.has(endOn))
      .map((period) => ({ ...GONE, period }));
    await this.stage.open();
    await this.stage.stage(
      [...figures, ...gone].map((figure, place): StagedFigure => ({
        ...figure,
        row: place + 1,
        indicatorId: indicator.id,
        categories: {},
        sourceId,
        revisionReason: CAME_SINCE,
      })),
    );
    await this.stage.merge(stateId, { acceptedOn: today, submissionId: null, at });
  }
}

const GONE = {
  state: 'missing',
  value: null,
  numerator: null,
  denominator: null,
  provisional: false,
} as const;
