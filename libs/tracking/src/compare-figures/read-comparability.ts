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

/** More that was said is not read at once. */
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
  /** One more than was asked for, where there is a next page. */
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
  read(
    state: State,
    code: string,
    page: { readonly after: ReferencePeriod | null; readonly limit: number },
  ): Promise<ComparabilityReading> {
    return this.record.runState(state.id, async () => {
      const indicator = await this.comparability.findIndicator(state.id, code);
      if (!indicator) throw unknownIndicator(state, code);
      const totals = await this.comparability.listTotals(state.id, indicator.id, {
        after: page.after,
        periods: page.limit + 1,
      });
      const said = await this.comparability.listJudgements(state.id, indicator.id, MOST_SAID);
      const history = said.map((one) => ({ ...one, recordedOn: civilDayOf(one.recordedAt, state.timeZone) }));
      const [newest, oldest] = [totals[0]?.periodEndOn, totals.at(-1)?.periodEndOn];
      const standing =
        newest === undefined || oldest === undefined
          ? []
          : await this.comparability.listStanding(state.id, indicator.id, { startOn: oldest, endOn: newest });
      return { indicator, periods: periodsOf(totals, standing, history), history };
    });
  }
}

function periodsOf(
  totals: readonly ComparedFigure[],
  standing: readonly Pick<JudgementOnRecord, 'judgement' | 'periodStartOn' | 'periodEndOn' | 'source'>[],
  history: readonly Pick<JudgementOnRecord, 'periodStartOn' | 'periodEndOn' | 'lookAgain'>[],
): ComparedPeriod[] {
  const byPeriod = new Map<string, ComparedFigure[]>();
  for (const total of totals) {
    const key = `${total.periodStartOn}/${total.periodEndOn}`;
    byPeriod.set(key, [...(byPeriod.get(key) ?? []), total]);
  }
  return [...byPeriod.values()].map((figures) => {
    const { periodStartOn, periodEndOn } = figures[0]!;
    const isOfPeriod = (one: Pick<JudgementOnRecord, 'periodStartOn' | 'periodEndOn'>): boolean =>
      one.periodStartOn === periodStartOn && one.periodEndOn === periodEndOn;
    const stands = standing.filter(isOfPeriod);
    const told = figures.filter(({ state }) => state === 'reported' || state === 'below_threshold');
    return {
      period: { startOn: periodStartOn, endOn: periodEndOn },
      figures,
      differ: new Set(told.map(({ state, value }) => `${state} ${value}`)).size > 1,
      explained: stands.some(({ judgement }) => judgement === 'explanation'),
      lookAgain: history.some((one) => one.lookAgain && isOfPeriod(one)),
      ofRecord: stands.find(({ judgement }) => judgement === 'of_record')?.source ?? null,
    };
  });
}
