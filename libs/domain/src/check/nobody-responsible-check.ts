import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** No institution leads, or nobody in it can be reached: the orphan alert. */
export const nobodyResponsibleCheck: Check = {
  rule: 'nobody_responsible',
  evaluate(facts) {
    const leads = facts.responsibilities.filter((responsibility) => responsibility.role === 'lead');
    if (leads.some((lead) => lead.reachablePeople > 0)) return [];
    const finding: Finding = {
      rule: 'nobody_responsible',
      subject: { kind: 'recommendation', id: facts.recommendationId },
      severity: 'critical',
      reason: leads[0] === undefined ? 'no_lead' : (leads[0].silence ?? 'no_focal_point'),
      evidence: {},
      dueOn: null,
      institutionId: leads[0]?.institutionId ?? null,
    };
    return [finding];
  },
};
