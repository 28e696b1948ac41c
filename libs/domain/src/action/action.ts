import type { CivilDate } from '../calendar/clock.js';

/** Derived from an action's days, never set. In the order in which they are shown. */
export const ACTION_STATUSES = ['late', 'under_way', 'planned', 'done', 'cancelled'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** The Committee against Torture's own test of what it asks for (CAT/C/55/3): five boxes, not prose. */
export const SMART_CRITERIA = ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const;
export type SmartCriterion = (typeof SMART_CRITERIA)[number];

/** Level of government that carries an action out. */
export const ACTION_LEVELS = ['national', 'regional', 'local', 'independent'] as const;
export type ActionLevel = (typeof ACTION_LEVELS)[number];

/** The days that an action's status follows from. */
export interface ActionDays {
  readonly plannedStartOn: CivilDate;
  /** Its last planned day: it is late from the day after. */
  readonly plannedEndOn: CivilDate;
  readonly doneOn: CivilDate | null;
  readonly cancelledOn: CivilDate | null;
}

export function actionStatusOf(action: ActionDays, today: CivilDate): ActionStatus {
  if (action.cancelledOn !== null) return 'cancelled';
  if (action.doneOn !== null) return 'done';
  if (action.plannedEndOn < today) return 'late';
  return action.plannedStartOn <= today ? 'under_way' : 'planned';
}
