import type { CivilDate } from '../calendar/clock.js';
import { dutyOutcome } from './duty-outcome.js';
import type { DutyFacts } from './duty-outcome.js';

/** What was due in one year by a confirmed day, and what came of it. */
export interface YearOfDuties {
  readonly year: number;
  readonly onTime: number;
  readonly late: number;
  /** Its day is over and nothing came. */
  readonly outstanding: number;
  /** Its day is still to come, and nothing came yet. */
  readonly open: number;
}

const COUNTED = { on_time: 'onTime', late: 'late', overdue: 'outstanding', open: 'open' } as const;

/**
 * Counts by the year of the due day, the newest first. Only what is required by a confirmed day counts: an estimate makes nobody
 * late, and what is not required is owed by nobody.
 */
export function timelinessByYear(duties: readonly DutyFacts[], today: CivilDate): YearOfDuties[] {
  const years = new Map<number, Record<(typeof COUNTED)[keyof typeof COUNTED], number>>();
  for (const duty of duties) {
    if (!duty.required || duty.deadline.certainty !== 'confirmed') continue;
    const { outcome } = dutyOutcome(duty, today);
    if (!(outcome in COUNTED)) continue;
    const year = Number(duty.deadline.dueOn.slice(0, 4));
    const counts = years.get(year) ?? { onTime: 0, late: 0, outstanding: 0, open: 0 };
    counts[COUNTED[outcome as keyof typeof COUNTED]] += 1;
    years.set(year, counts);
  }
  return [...years]
    .map(([year, counts]) => ({ year, ...counts }))
    .sort((one, other) => other.year - one.year);
}
