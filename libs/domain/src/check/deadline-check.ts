import { daysAround, daysBetween } from '../calendar/civil-date.js';
import { DATE_QUESTION } from '../notice/ladder-rule.js';
import { DEADLINE_LADDER } from '../notice/ladder.js';
import type { Check, CheckContext } from './check.js';
import type { ObligationFacts } from './facts.js';
import type { Finding } from './finding.js';

const FIRST_RUNG = Math.min(...DEADLINE_LADDER.rungs);
/** Days from the due day from which nearness is a warning, no longer a notice. */
const WARNING_FROM = -7;

/**
 * An open obligation with a confirmed due day: near, today, or over. What was sent waits for its reviewer, not for its sender. The
 * question whether the committee has set a date is never late: after its day it is asked again a year later.
 */
export const deadlineCheck: Check = {
  rule: 'deadline',
  changesOn: ({ obligations }, context) =>
    obligations.flatMap((obligation) => {
      const { deadline, submittedOn } = obligation;
      if (deadline.certainty !== 'confirmed' || submittedOn !== null) return [];
      return daysAround(deadline.dueOn, [firstDay(obligation, context), WARNING_FROM, 0, 1]);
    }),
  evaluate(facts, context) {
    const { today } = context;
    return facts.obligations.flatMap((obligation): Finding[] => {
      const { deadline } = obligation;
      if (deadline.certainty !== 'confirmed' || obligation.submittedOn !== null) return [];
      const days = daysBetween(deadline.dueOn, today);
      const isQuestion = obligation.kind === DATE_QUESTION;
      if (days < firstDay(obligation, context) || (isQuestion && days > 0)) return [];
      return [
        {
          rule: 'deadline',
          subject: { kind: 'obligation', id: obligation.obligationId },
          severity: days > 0 ? 'critical' : days >= WARNING_FROM && !isQuestion ? 'warning' : 'notice',
          reason: days > 0 ? 'overdue' : days === 0 ? 'due_today' : 'due_soon',
          evidence: { dueOn: deadline.dueOn },
          dueOn: deadline.dueOn,
          institutionId: obligation.institutionId,
        },
      ];
    });
  },
};

/** A ladder that begins earlier is heard; one that begins later keeps nobody from seeing what is near. */
function firstDay(obligation: ObligationFacts, { speaksFrom }: CheckContext): number {
  return Math.min(FIRST_RUNG, speaksFrom?.(obligation) ?? FIRST_RUNG);
}
