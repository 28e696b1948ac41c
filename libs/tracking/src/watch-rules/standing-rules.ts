import type { CheckContext, CivilDate, LadderRule, LadderSchedule, Reminded, Thresholds } from '#domain';
import { firstRungOf, ladderScheduleFor, thresholdsOf } from '#domain';
import type { WatchRuleRepository } from '#persistence';

/** How a State is watched on one day: read once for each sweep. */
export interface StandingRules {
  readonly thresholds: Thresholds;
  /** That the State set, those that no longer hold too. */
  readonly ladders: readonly LadderRule[];
  ladderFor(what: Reminded): LadderSchedule;
}

export function checkContextOf(rules: StandingRules, today: CivilDate): CheckContext {
  const firstRungs = new Map<LadderSchedule, number>();
  return {
    today,
    thresholds: rules.thresholds,
    speaksFrom: (obligation) => {
      const schedule = rules.ladderFor(obligation);
      const first = firstRungs.get(schedule) ?? firstRungOf(schedule);
      firstRungs.set(schedule, first);
      return first;
    },
  };
}

/** In the transaction of whoever calls. */
export async function readStandingRules(rules: WatchRuleRepository, stateId: number): Promise<StandingRules> {
  const ladders = await rules.listLadders(stateId);
  const kept = new Map<string, LadderSchedule>();
  return {
    ladders,
    thresholds: thresholdsOf(await rules.listThresholds(stateId)),
    ladderFor(what) {
      const key = `${what.kind ?? ''} ${what.institutionId ?? ''}`;
      const schedule = kept.get(key) ?? ladderScheduleFor(ladders, what);
      kept.set(key, schedule);
      return schedule;
    },
  };
}
