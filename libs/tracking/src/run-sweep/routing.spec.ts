import { describe, expect, it } from '@jest/globals';

import type { Alert, Rule } from '#domain';
import { FINDING_REASONS, RULES } from '#domain';

import { silencedByParent } from './routing.js';

const alert = (rule: Rule, reason: string, institutionId: number | null = 1): Alert => ({
  rule,
  reason,
  institutionId,
  subject: { kind: 'indicator', id: 1 },
  state: 'open',
  severity: 'warning',
  evidence: {},
  dueOn: null,
  episode: 1,
  openedOn: '2026-01-01',
  snoozedUntil: null,
  snoozedOn: null,
  unansweredSince: '2026-01-01',
  escalationStep: 0,
});

describe('a submission that is late', () => {
  it('silences the mails about what it would have contained, and no other', () => {
    const silenced = RULES.flatMap((rule) =>
      FINDING_REASONS[rule]
        .filter((reason) => silencedByParent(alert(rule, reason), new Set([1])))
        .map((reason) => `${rule}.${reason}`),
    );
    expect(silenced.sort()).toEqual([
      'budget_execution.never_reported',
      'disaggregation_gap.dimensions_missing',
      'figure_stale.never_reported',
      'figure_stale.too_old',
      'prosecution_outcome.outcome_never_reported',
      'prosecution_stage.never_reported',
    ]);
  });

  it('silences nothing of an institution that is not late', () => {
    expect(silencedByParent(alert('figure_stale', 'too_old', 2), new Set([1]))).toBe(false);
    expect(silencedByParent(alert('figure_stale', 'too_old'), undefined)).toBe(false);
  });
});
