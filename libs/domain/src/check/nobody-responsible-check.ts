import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** No institution leads, nobody in it can be reached, or one says that it is not its own: the orphan alert. */
export const nobodyResponsibleCheck: Check = {
  rule: 'nobody_responsible',
  // Who answers is a matter of terms: a day on which one begins or is over is a fact of the recommendation.
  changesOn: ({ termsTurnOn = [] }) => termsTurnOn,
  evaluate(facts) {
    const leads = facts.responsibilities.filter((responsibility) => responsibility.role === 'lead');
    const reached = leads.some((lead) => lead.reachablePeople > 0);
    const [disclaimer] = facts.disclaimers ?? [];
    if (reached && disclaimer === undefined) return [];
    const finding: Finding = {
      rule: 'nobody_responsible',
      subject: { kind: 'recommendation', id: facts.recommendationId },
      severity: 'critical',
      reason: reached
        ? 'not_mine'
        : leads[0] === undefined
          ? 'no_lead'
          : (leads[0].silence ?? 'no_focal_point'),
      evidence:
        disclaimer === undefined
          ? {}
          : { institution: disclaimer.institution, saidOn: disclaimer.saidOn, why: disclaimer.reason },
      dueOn: null,
      // Whose it is, is what is asked.
      institutionId: reached ? null : (leads[0]?.institutionId ?? null),
    };
    return [finding];
  },
};
