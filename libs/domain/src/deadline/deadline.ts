import type { CivilDate } from '../calendar/clock.js';

/** Only `confirmed` dates make rungs or lateness. An estimate is a year, never a countdown. */
export type DeadlineCertainty = 'confirmed' | 'estimated' | 'awaiting_committee';

/** A due day in the State's own calendar. */
export type Deadline =
  | { readonly certainty: 'confirmed'; readonly dueOn: CivilDate; readonly basis: string }
  | { readonly certainty: 'estimated'; readonly year: number; readonly basis: string }
  | { readonly certainty: 'awaiting_committee'; readonly basis: string };
