import { addDays } from '../calendar/civil-date.js';
import { evidenceStandingOf } from '../evidence/evidence.js';
import type { Check } from './check.js';
import type { EvidenceFacts } from './facts.js';
import type { Finding } from './finding.js';

/**
 * Evidence that expired with nothing in its place: of what one action or the recommendation itself rested on, the newest is
 * named, and only while no other evidence for the same stands.
 */
export const evidenceExpiredCheck: Check = {
  rule: 'evidence_expired',
  // Evidence may take the place of what expired on the day from which it holds, and leaves that place open after its last.
  changesOn: ({ evidence }) =>
    evidence.flatMap(({ effectiveOn, expiresOn }) =>
      expiresOn === null ? [effectiveOn] : [effectiveOn, addDays(expiresOn, 1)],
    ),
  evaluate(facts, { today }) {
    const byAction = new Map<number | null, EvidenceFacts[]>();
    for (const one of facts.evidence)
      byAction.set(one.actionId, [...(byAction.get(one.actionId) ?? []), one]);
    return [...byAction.values()].flatMap((group): Finding[] => {
      if (group.some((one) => evidenceStandingOf(one, today) === 'standing')) return [];
      const last = group
        .flatMap((one) =>
          one.expiresOn !== null && one.expiresOn < today ? [{ ...one, expiresOn: one.expiresOn }] : [],
        )
        .sort((a, b) => a.expiresOn.localeCompare(b.expiresOn) || a.evidenceId - b.evidenceId)
        .at(-1);
      if (!last) return [];
      return [
        {
          rule: 'evidence_expired',
          subject: { kind: 'evidence', id: last.evidenceId },
          severity: 'warning',
          reason: 'nothing_in_its_place',
          evidence: { evidence: last.evidenceId, expiresOn: last.expiresOn },
          dueOn: null,
          institutionId: last.institutionId,
        },
      ];
    });
  },
};
