import type { CivilDate, ReferencePeriod } from '#domain';
import { civilDayOf } from '#domain';
import type {
  ComparabilityRepository,
  ComparedFigure,
  JudgedIndicator,
  JudgementOnRecord,
  RecordDatabase,
  State,
} from '#persistence';

import { unknownIndicator } from './judge-comparability.js';

/** More periods, and more that was said, are not read at once. */
const MOST_PERIODS = 60;
const MOST_SAID = 200;

export interface ComparedPeriod {
  readonly period: ReferencePeriod;
  readonly figures: readonly ComparedFigure[];
  /** The sources do not say the same. */
  readonly differ: boolean;
  readonly explained: boolean;
  /** A figure changed since somebody explained the difference: the explanation no longer counts. */
  readonly lookAgain: boolean;
  /** Code of the source whose figure counts; null where none was chosen. */
  readonly ofRecord: string | null;
}

export interface ComparabilityReading {
  readonly indicator: JudgedIndicator;
  readonly periods: readonly ComparedPeriod[];
  readonly history: readonly (JudgementOnRecord & { readonly recordedOn: CivilDate })[];
}

/** Accepted totals of an indicator beside each other, and what was said of them: for those who may see accepted figures. */
export class ReadComparability {
  constructor(
    private readonly record: RecordDatabase,
    private readonly comparability: ComparabilityRepository,
  ) {}

  /** @throws UserError `indicator.unknown`. */
  read(state: State, code: string): Promise<ComparabilityReading> {
    return this.record.runState(state.id, async () => {
      const indicator = await this.comparability.findIndicator(state.id, code);
      if (!indicator) throw unknownIndicator(state, code);
      const totals = await this.comparability.listTotals(state.id, indicator.id, MOST_PERIODS);
      const said = await this.comparability.listJudgements(state.id, indicator.id, MOST_SAID);
      const history = said.map((one) => ({ ...one, recordedOn: civilDayOf(one.recordedAt, state.timeZone) }));
      return { indicator, periods: periodsOf(totals, history), history };
    });
  }
}

function periodsOf(totals: readonly ComparedFigure[], said: readonly JudgementOnRecord[]): ComparedPeriod[] {
  const byPeriod = new Map<string, ComparedFigure[]>();
  for (const total of totals) {
    const key = `${total.periodStartOn}/${total.periodEndOn}`;
    byPeriod.set(key, [...(byPeriod.get(key) ?? []), total]);
  }
  return [...byPeriod.values()].map((figures) => {
    const { periodStartOn, periodEndOn } = figures[0]!;
    const ofPeriod = said.filter(
      (one) => one.periodStartOn === periodStartOn && one.periodEndOn === periodEndOn,
    );
    const standing = ofPeriod.filter((one) => one.standing);
    const told = figures.filter(({ state }) => state === 'reported' || state === 'below_threshold');
    return {
      period: { startOn: periodStartOn, endOn: periodEndOn },
      figures,
      differ: new Set(told.map(({ state, value }) => `${state} ${value}`)).size > 1,
      explained: standing.some(({ judgement }) => judgement === 'explanation'),
      lookAgain: ofPeriod.some(({ lookAgain }) => lookAgain),
      ofRecord: standing.find(({ judgement }) => judgement === 'of_record')?.source ?? null,
    };
  });
}
