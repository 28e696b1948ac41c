import { createHash } from 'node:crypto';

import type { CivilDate } from '#domain';
import { DATE_QUESTION, addDays, isWorkingDay } from '#domain';
import type { InstitutionAsWatched, State } from '#persistence';

import type { SweepRules } from './sweep-pages.js';

/** Parts that are about every recommendation of a State. Of one institution: `people:` and its number. */
const OF_EVERYBODY = 0;
const PEOPLE = 'people:';

/** What of a State's rules enters the ground, by its member: a rule that is added is to be told of here. */
type Told = { readonly [K in Exclude<keyof SweepRules, 'people'>]: unknown };

/**
 * What all recommendations of a State are judged by on a day, part by part. It is not a matter of triggers: who answers follows
 * from terms that begin and end by themselves, mailboxes are shared between States, and holidays, default ladders and
 * thresholds come with the program.
 */
export function groundOf(
  state: State,
  on: CivilDate,
  rules: SweepRules,
  institutions: readonly InstitutionAsWatched[],
): ReadonlyMap<string, string> {
  const told: Told = {
    steps: rules.steps,
    calendar: daysOff(on, rules),
    standing: [
      rules.standing.thresholds,
      rules.standing.ladders,
      rules.standing.ladderFor({ kind: null, institutionId: null }),
      rules.standing.ladderFor({ kind: 'deadline', institutionId: null }),
      rules.standing.ladderFor({ kind: DATE_QUESTION, institutionId: null }),
    ],
  };
  const parts = new Map<string, unknown>([
    ...Object.entries(told),
    ['zone', state.timeZone],
    ...institutions.map(({ institutionId, standing }): [string, unknown] => [
      `${PEOPLE}${institutionId ?? OF_EVERYBODY}`,
      standing,
    ]),
  ]);
  return new Map([...parts].map(([part, value]) => [part, digestOf(value)]));
}

/** Institutions that changed parts are about; null: they are about everything. */
export function institutionsOf(parts: readonly string[]): number[] | null {
  const ids = parts.map((part) =>
    part.startsWith(PEOPLE) ? Number(part.slice(PEOPLE.length)) : OF_EVERYBODY,
  );
  return ids.includes(OF_EVERYBODY) ? null : ids;
}

/** Closed days of the year, of the one before and of the one after: steps are counted in days of the past and of the future. */
function daysOff(on: CivilDate, { calendar }: SweepRules): CivilDate[] {
  const year = Number(on.slice(0, 4));
  const closed: CivilDate[] = [];
  for (let day = `${year - 1}-01-01`; day <= `${year + 1}-12-31`; day = addDays(day, 1))
    if (!isWorkingDay(day, calendar)) closed.push(day);
  return closed;
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
