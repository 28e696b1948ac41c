import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import { CONDITION_LADDER, DATE_QUESTION_LADDER, DEADLINE_LADDER } from './ladder.js';
import type { LadderSchedule, LadderSpan } from './ladder.js';
import type { Ladder } from './notice.js';

/** What a ladder is for: every deadline, those of one kind of obligation, or conditions without a date. */
export const LADDER_KINDS = [
  'deadline',
  'data_submission',
  'report',
  'committee_date_query',
  'condition',
] as const;
export type LadderKind = (typeof LADDER_KINDS)[number];

/** The kind of the yearly question after a date that only a committee can set. */
export const DATE_QUESTION = 'committee_date_query';

/** A ladder that a State set. Of one kind and institution, the one that was recorded last holds from its first day. */
export interface LadderRule {
  /** In the order in which they were recorded. */
  readonly id: number;
  readonly kind: LadderKind;
  /** Null: for every institution. */
  readonly institutionId: number | null;
  readonly validFrom: CivilDate;
  /** The last day; null: until another comes. */
  readonly validUntil: CivilDate | null;
  /** Null: none of its own from that day on. */
  readonly ladder: Ladder | null;
}

/** What reminders are about. `kind` is that of an obligation; null: a condition. */
export interface Reminded {
  readonly kind: string | null;
  readonly institutionId: number | null;
}

export const RUNG_BOUNDS = { from: -365, to: 365 } as const;
export const MOST_RUNGS = 40;

export type LadderFault = 'empty' | 'too_many' | 'not_whole' | 'out_of_range' | 'not_sorted' | 'before_seen';

/** What is wrong with a ladder; null when nothing is. A condition has no day before it was first seen. */
export function faultOfLadder(kind: LadderKind, rungs: readonly number[]): LadderFault | null {
  if (rungs.length === 0) return 'empty';
  if (rungs.length > MOST_RUNGS) return 'too_many';
  if (!rungs.every(Number.isInteger)) return 'not_whole';
  if (rungs.some((rung) => rung < RUNG_BOUNDS.from || rung > RUNG_BOUNDS.to)) return 'out_of_range';
  if (rungs.some((rung, index) => index > 0 && rung <= (rungs[index - 1] ?? rung))) return 'not_sorted';
  return kind === 'condition' && (rungs[0] ?? 0) < 0 ? 'before_seen' : null;
}

/** The ladders that hold for it one after the other: at each day the most specific that is valid then. */
export function ladderScheduleFor(rules: readonly LadderRule[], what: Reminded): LadderSchedule {
  const fitting = rules.filter((rule) => rankOf(rule, what) !== null);
  const always = usualLadder(what.kind);
  if (fitting.length === 0) return [{ from: null, ladder: always }];
  const turns = new Set(
    fitting.flatMap(({ validFrom, validUntil }) =>
      validUntil === null ? [validFrom] : [validFrom, addDays(validUntil, 1)],
    ),
  );
  return [...turns].sort().reduce<LadderSpan[]>(
    (spans, from) => {
      const ladder = ladderOn(fitting, what, from) ?? always;
      return spans.at(-1)?.ladder === ladder ? spans : [...spans, { from, ladder }];
    },
    [{ from: null, ladder: always }],
  );
}

/** Days from the due day on which reminders of such a deadline can begin, by any ladder that was ever set for it. */
export function firstRungOf(schedule: LadderSchedule): number {
  return Math.min(...schedule.flatMap(({ ladder }) => ladder.rungs));
}

function usualLadder(kind: string | null): Ladder {
  if (kind === null) return CONDITION_LADDER;
  return kind === DATE_QUESTION ? DATE_QUESTION_LADDER : DEADLINE_LADDER;
}

function ladderOn(rules: readonly LadderRule[], what: Reminded, day: CivilDate): Ladder | null {
  const ranks = [3, 2, 1, 0];
  for (const rank of ranks) {
    const newest = rules
      .filter((rule) => rankOf(rule, what) === rank && rule.validFrom <= day)
      .reduce<LadderRule | null>((best, rule) => (best === null || isLater(rule, best) ? rule : best), null);
    if (newest === null || newest.ladder === null) continue;
    if (newest.validUntil === null || day <= newest.validUntil) return newest.ladder;
  }
  return null;
}

function isLater(rule: LadderRule, best: LadderRule): boolean {
  return rule.validFrom > best.validFrom || (rule.validFrom === best.validFrom && rule.id > best.id);
}

/**
 * An institution goes before a kind: who set a rhythm for one body means everything that it owes. What is set for every deadline is
 * not meant for the question after a date that is not set. Null: does not fit.
 */
function rankOf({ kind, institutionId }: LadderRule, what: Reminded): number | null {
  if (institutionId !== null && institutionId !== what.institutionId) return null;
  const ofInstitution = institutionId === null ? 0 : 2;
  if (what.kind === null) return kind === 'condition' ? ofInstitution : null;
  if (kind === what.kind) return ofInstitution + 1;
  return kind === 'deadline' && what.kind !== DATE_QUESTION ? ofInstitution : null;
}
