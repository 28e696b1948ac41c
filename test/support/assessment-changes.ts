import { expect } from '@jest/globals';

import type { WatchedState } from '../factories/watched-state.js';
import type { Change, Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const ON = '2026-06-30';
const BY = '/api/v1/states/PER';
const AS = '/api/v1/states/{iso3}';
const OF = '/recommendations/opsc-1-8';
const text = 'A law is being drafted.';
const reason = 'The decree of May puts it in force, and the register follows in July.';

const SAID = {
  grade: 'begun',
  assessedOn: ON,
  text,
  language: 'en',
  symbol: null,
  paragraph: null,
  source: null,
  supersedes: null,
  reason: null,
} as const;

/** How to assess, publish, withdraw and decide through each route. */
export function assessmentChanges(
  ground: TrackingGround,
  peru: WatchedState,
  secretariat: () => Promise<Owner>,
  ombudsperson: () => Promise<Owner>,
): Changes {
  const { tracking } = ground;

  async function confidential(): Promise<{ owner: Owner; id: number }> {
    const owner = await ombudsperson();
    const id = await tracking.recordAssessment.add(
      peru.state,
      'opsc-1-8',
      { ...SAID, assessor: 'ombudsperson', openness: 'confidential', scale: null },
      { personId: owner.personId, role: 'ombudsperson' },
    );
    return { owner, id };
  }

  function post(owner: Owner, url: string, form: Readonly<Record<string, unknown>>, entry: Change['entry']) {
    return { url: `${BY}${url}`, cookie: owner.cookie, personId: owner.personId, form: () => form, entry };
  }

  return withForms({
    [`POST ${AS}/recommendations/{id}/assessments`]: async () =>
      post(
        await secretariat(),
        `${OF}/assessments`,
        { assessor: 'state', grade: 'begun', assessedOn: ON, text },
        {
          actor: 'secretariat',
          action: 'assessment.recorded',
          before: null,
          after: expect.objectContaining({
            assessor: 'state',
            openness: 'published',
            scale: 'internal_1',
            grade: 'begun',
            assessedOn: ON,
          }),
          reason: null,
        },
      ),
    [`POST ${AS}/assessments/{assessment}/publish`]: async () => {
      const { owner, id } = await confidential();
      return post(
        owner,
        `/assessments/${id}/publish`,
        {},
        {
          actor: 'ombudsperson',
          action: 'assessment.published',
          before: { assessment: id, openness: 'confidential' },
          after: { assessment: id, openness: 'published', scale: 'internal_1', grade: 'begun' },
          reason: null,
        },
      );
    },
    [`POST ${AS}/assessments/{assessment}/withdraw`]: async () => {
      const { owner, id } = await confidential();
      await tracking.recordAssessment.publish(peru.state, id, {
        personId: owner.personId,
        role: 'ombudsperson',
      });
      return post(
        owner,
        `/assessments/${id}/withdraw`,
        { reason },
        {
          actor: 'ombudsperson',
          action: 'assessment.withdrawn',
          before: { assessment: id, scale: 'internal_1', grade: 'begun' },
          after: { assessment: id },
          reason,
        },
      );
    },
    [`POST ${AS}/recommendations/{id}/implementation`]: async () => {
      const owner = await secretariat();
      await leaveItUndecided(ground, peru, owner);
      return post(
        owner,
        `${OF}/implementation`,
        { decision: 'overridden', decidedOn: ON, reason },
        {
          actor: 'secretariat',
          action: 'implementation.overridden',
          before: { implementedOn: null },
          after: {
            implementedOn: ON,
            hindrances: expect.arrayContaining(['no_evidence']) as unknown,
            evidenceBehind: 0,
          },
          reason,
        },
      );
    },
  });
}

/** The routes before this one may have decided already, and given evidence that leaves nothing to override. */
async function leaveItUndecided(
  { tracking, rows }: TrackingGround,
  { state }: WatchedState,
  owner: Owner,
): Promise<void> {
  const standing = await rows<{ id: number }>(
    state.id,
    `SELECT e.id FROM evidence e JOIN recommendation r ON (r.state_id, r.id) = (e.state_id, e.recommendation_id)
     WHERE r.public_id = 'opsc-1-8' AND e.withdrawn_on IS NULL`,
  );
  const by = { personId: owner.personId, role: 'secretariat', ownInstitution: null } as const;
  for (const { id } of standing) await tracking.giveEvidence.withdraw(state, id, { reason }, by);
  const decided = await rows(
    state.id,
    `SELECT 1 FROM recommendation WHERE public_id = 'opsc-1-8' AND implemented_on IS NOT NULL`,
  );
  if (decided.length === 0) return;
  await tracking.decideImplementation.decide(
    state,
    'opsc-1-8',
    { decision: 'reopened', decidedOn: ON, reason, language: 'en' },
    { personId: owner.personId, role: 'secretariat' },
  );
}

/** Each change once more through the form of its page, which leaves the same entry. */
function withForms(changes: Changes): Changes {
  const forms = Object.entries(changes).map(([route, make]) => [
    route.replace('/api/v1', ''),
    async () => {
      const change = await make();
      return {
        ...change,
        url: change.url.replace('/api/v1', ''),
        form: async () => {
          const { assessedOn, decidedOn, ...form } = (await change.form()) as Record<string, unknown>;
          return { ...form, recommendation: 'opsc-1-8', assessed_on: assessedOn, decided_on: decidedOn };
        },
      };
    },
  ]);
  return { ...changes, ...(Object.fromEntries(forms) as Changes) };
}
