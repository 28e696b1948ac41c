import { expect } from '@jest/globals';

import type { Change, Changes, Owner } from './audited-changes.js';
import { statementChanges } from './statement-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const API = '/api/v1/states/{iso3}';
const PAGES = '/states/{iso3}';
const ITEM = 'opsc-1-8';
const QUESTION = { question: 'How many?', language: 'en', legalBasis: 'Law 26520', workingDays: 10 } as const;
const DUE_ON = '2026-07-14';

/** How to ask formally, what may happen to a request, and how to speak publicly, through each route. */
export function requestChanges(
  ground: TrackingGround,
  ombudsperson: () => Promise<Owner>,
  focalPoint: () => Promise<Owner>,
): Changes {
  async function asked(): Promise<number> {
    const { personId } = await ombudsperson();
    const by = { personId, role: 'ombudsperson', ownInstitution: null } as const;
    const state = await ground.tracking.states.getState('PER');
    return ground.tracking.askForInformation.ask(
      state,
      ITEM,
      { ...QUESTION, institution: 'MIMP', indicator: null },
      by,
    );
  }

  async function answered(): Promise<number> {
    const request = await asked();
    const { personId } = await focalPoint();
    const state = await ground.tracking.states.getState('PER');
    await ground.tracking.askForInformation.answer(
      state,
      request,
      { text: 'Twelve', language: 'en', url: null },
      { personId, role: 'focal_point', ownInstitution: 'MIMP' },
    );
    return request;
  }

  async function change(
    who: () => Promise<Owner>,
    url: string,
    form: Readonly<Record<string, unknown>>,
    entry: Change['entry'],
  ): Promise<Change> {
    const { personId, cookie } = await who();
    return { url, cookie, personId, form: () => form, entry };
  }

  const sent = (base: string) => async (): Promise<Change> =>
    change(
      ombudsperson,
      `${base}/states/PER/recommendations/${ITEM}/information-requests`,
      { ...QUESTION, legal_basis: QUESTION.legalBasis, working_days: 10, institution: 'MIMP' },
      {
        actor: 'ombudsperson',
        action: 'information_request.sent',
        before: null,
        after: expect.objectContaining({ institution: 'MIMP', dueOn: DUE_ON }),
        reason: null,
      },
    );

  const again = (base: string) => async (): Promise<Change> => {
    const request = await asked();
    return change(
      ombudsperson,
      `${base}/states/PER/information-requests/${request}/again`,
      { ...QUESTION, legal_basis: QUESTION.legalBasis, working_days: 10 },
      {
        actor: 'ombudsperson',
        action: 'information_request.asked_again',
        before: { request },
        after: { request: request + 1, institution: 'MIMP', dueOn: DUE_ON },
      },
    );
  };

  const act =
    (base: string, name: string, { who, from, form, action, part }: Act) =>
    async (): Promise<Change> => {
      const request = await from();
      return change(who, `${base}/states/PER/information-requests/${request}/${name}`, form, {
        actor: who === focalPoint ? 'focal_point' : 'ombudsperson',
        action,
        before: { request },
        after: { request, institution: 'MIMP', ...(part ? { requestPart: part } : {}) },
        reason: null,
      });
    };

  const acts: Readonly<Record<string, Act>> = {
    answer: {
      who: focalPoint,
      from: asked,
      form: { answer: 'Twelve' },
      action: 'information_request.answered',
    },
    close: { who: ombudsperson, from: answered, form: {}, action: 'information_request.closed' },
    withdraw: {
      who: ombudsperson,
      from: asked,
      form: { reason: 'The law has changed' },
      action: 'information_request.withdrawn',
    },
    publish: {
      who: ombudsperson,
      from: asked,
      form: { part: 'question' },
      action: 'information_request.published',
      part: 'question',
    },
  };

  return {
    ...statementChanges(ground, ombudsperson),
    [`POST ${API}/recommendations/{id}/information-requests`]: sent('/api/v1'),
    [`POST ${PAGES}/recommendations/{id}/information-requests`]: sent(''),
    [`POST ${API}/information-requests/{id}/again`]: again('/api/v1'),
    [`POST ${PAGES}/information-requests/{id}/again`]: again(''),
    ...Object.fromEntries(
      Object.entries(acts).flatMap(([name, doing]) => [
        [`POST ${API}/information-requests/{id}/${name}`, act('/api/v1', name, doing)],
        [`POST ${PAGES}/information-requests/{id}/${name}`, act('', name, doing)],
      ]),
    ),
  };
}

interface Act {
  readonly who: () => Promise<Owner>;
  readonly from: () => Promise<number>;
  readonly form: Readonly<Record<string, unknown>>;
  readonly action: string;
  readonly part?: string;
}
