import { expect } from '@jest/globals';

import type { WatchedState } from '../factories/watched-state.js';
import type { Change, Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const reason = 'Decree 1-2026';
const PLAN = {
  institution: 'MIMP',
  language: 'en' as const,
  title: 'Build the register',
  description: 'With every region.',
  level: 'national' as const,
  plannedStartOn: '2026-01-01',
  plannedEndOn: '2026-12-31',
  criteria: ['specific' as const, 'time_bound' as const],
  indicators: [],
  budgetLines: [],
};
const GIVEN = {
  institution: 'MIMP',
  action: null,
  language: 'en' as const,
  title: 'Decree',
  effectiveOn: '2026-02-01',
  expiresOn: null,
  published: true,
};
const FIELDS = {
  institution: 'MIMP',
  language: 'en',
  title: 'Decree',
  effective_on: '2026-02-01',
  visibility: 'public',
};

/** How to plan, change, finish and cancel actions, and to give and withdraw evidence. */
export function actionChanges(
  { tracking }: TrackingGround,
  { state }: WatchedState,
  secretariat: () => Promise<Owner>,
): Changes {
  let made = 0;

  async function post(url: string, form: Readonly<Record<string, unknown>>, entry: Change['entry']) {
    const { personId, cookie } = await secretariat();
    return { url, cookie, personId, form: () => form, entry: { actor: 'secretariat', ...entry } };
  }

  async function planned(): Promise<number> {
    const { personId } = await secretariat();
    const by = { personId, role: 'secretariat', ownInstitution: null } as const;
    return tracking.recordAction.plan(state, 'opsc-1-8', PLAN, by);
  }

  async function given(): Promise<number> {
    const { personId } = await secretariat();
    const by = { personId, role: 'secretariat', ownInstitution: null } as const;
    const wish = { ...GIVEN, url: 'https://example.org/decree' };
    return tracking.giveEvidence.giveLink(state, 'opsc-1-8', wish, by);
  }

  function both(path: string, make: (at: string, form: boolean) => Promise<Change>): Changes {
    return {
      [`POST /api/v1/states/{iso3}${path}`]: () => make('/api/v1/states/PER', false),
      [`POST /states/{iso3}${path}`]: () => make('/states/PER', true),
    };
  }

  const flat = {
    institution: PLAN.institution,
    language: PLAN.language,
    title: PLAN.title,
    description: PLAN.description,
    level: PLAN.level,
    planned_start_on: PLAN.plannedStartOn,
    planned_end_on: PLAN.plannedEndOn,
    criteria: PLAN.criteria,
  };

  return {
    ...both('/recommendations/{id}/actions', (at, form) =>
      post(`${at}/recommendations/opsc-1-8/actions`, form ? flat : PLAN, {
        action: 'action.recorded',
        before: null,
        after: expect.objectContaining({ title: PLAN.title, criteria: PLAN.criteria, endsOn: '2026-12-31' }),
      }),
    ),
    ...both('/actions/{id}/change', async (at, form) => {
      const id = await planned();
      const more = { version: 1, reason };
      return post(
        `${at}/actions/${id}/change`,
        form
          ? { ...flat, planned_end_on: '2027-01-31', ...more }
          : { ...PLAN, plannedEndOn: '2027-01-31', ...more },
        {
          action: 'action.changed',
          before: { action: id, endsOn: '2026-12-31' },
          after: { action: id, endsOn: '2027-01-31' },
          reason,
        },
      );
    }),
    ...both('/actions/{id}/done', async (at, form) => {
      const id = await planned();
      return post(
        `${at}/actions/${id}/done`,
        form ? { done_on: '2026-06-01', reason } : { doneOn: '2026-06-01', reason },
        {
          action: 'action.done',
          before: { action: id, doneOn: null },
          after: { action: id, doneOn: '2026-06-01' },
          reason,
        },
      );
    }),
    ...both('/actions/{id}/cancel', async (at) => {
      const id = await planned();
      const told = { action: id, title: PLAN.title, institution: 'MIMP' };
      const entry = { action: 'action.cancelled', before: told, after: told, reason };
      return post(`${at}/actions/${id}/cancel`, { reason }, entry);
    }),
    ...both('/recommendations/{id}/evidence-links', (at, form) => {
      const url = 'https://example.org/decree';
      return post(
        `${at}/recommendations/opsc-1-8/evidence-links`,
        form ? { ...FIELDS, url } : { ...GIVEN, url },
        { action: 'evidence.added', before: null, after: expect.objectContaining({ evidenceKind: 'link' }) },
      );
    }),
    ...both('/recommendations/{id}/evidence-files', async (at) => {
      made += 1;
      return {
        ...(await post(`${at}/recommendations/opsc-1-8/evidence-files`, FIELDS, {
          action: 'evidence.added',
          before: null,
          after: expect.objectContaining({ evidenceKind: 'file', visibility: 'public' }),
        })),
        upload: { name: 'decree.txt', text: `Decree ${made}`, fields: FIELDS },
      };
    }),
    ...both('/evidence/{id}/withdrawal', async (at) => {
      const id = await given();
      const told = { evidence: id, title: 'Decree', institution: 'MIMP' };
      return post(
        `${at}/evidence/${id}/withdrawal`,
        { reason },
        { action: 'evidence.withdrawn', before: told, after: told, reason },
      );
    }),
  };
}
