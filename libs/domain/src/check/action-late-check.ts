import { actionStatusOf } from '../action/action.js';
import { addDays } from '../calendar/civil-date.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** An action whose planned end is over and that is neither done nor cancelled. A plan is no legal due day: its rungs count from the day it was seen. */
export const actionLateCheck: Check = {
  rule: 'action_late',
  changesOn: ({ actions }) =>
    actions.flatMap(({ plannedEndOn, doneOn, cancelledOn }) =>
      doneOn === null && cancelledOn === null ? [addDays(plannedEndOn, 1)] : [],
    ),
  evaluate(facts, { today }) {
    return facts.actions
      .filter((action) => actionStatusOf(action, today) === 'late')
      .map((action): Finding => ({
        rule: 'action_late',
        subject: { kind: 'action', id: action.actionId },
        severity: 'warning',
        reason: 'end_passed',
        evidence: { action: action.actionId, plannedEndOn: action.plannedEndOn },
        dueOn: null,
        institutionId: action.institutionId,
      }));
  },
};
