import {
  ActionCancelSchema,
  ActionChangeSchema,
  ActionChoicesSchema,
  ActionDetailSchema,
  ActionDoneSchema,
  ActionListSchema,
  ActionPlanSchema,
  ActionQuerySchema,
  CreatedIdSchema,
  EvidenceFormSchema,
  EvidenceLinkSchema,
  EvidenceListSchema,
  EvidencePageQuerySchema,
  EvidenceQuerySchema,
  WithdrawalSchema,
} from '#contracts';
import type { Access } from '#identity';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';
const PUBLIC: Access = { resource: 'public_record', action: 'read' };
/** A file is served as the type that its bytes were found to have. */
const bytes = { status: 200, type: '*/*' };
const nothing = { status: 204, type: 'application/json' };
const created = { status: 201, type: 'application/json', schema: CreatedIdSchema };

const read = (
  path: string,
  access: Access,
  summary: string,
  more: Pick<DescribedRoute, 'query' | 'answer'>,
): DescribedRoute => ({
  method: 'get',
  path: `${STATE}${path}`,
  access,
  summary,
  problems: access === PUBLIC ? [404, 422] : [403, 404, 422],
  ...more,
});
const change = (
  path: string,
  access: Access,
  summary: string,
  more: Pick<DescribedRoute, 'body' | 'upload' | 'answer'>,
): DescribedRoute => ({
  method: 'post',
  path: `${STATE}${path}`,
  access,
  summary,
  problems: [403, 404, 409, 422],
  ...more,
});
const form = (path: string, access: Access, summary: string): DescribedRoute => ({
  method: 'post',
  path: `/states/{iso3}${path}`,
  access,
  summary: `The form: ${summary}`,
  answer: seeOther,
  problems: [403, 404, 422],
});

const PLAN: Access = { resource: 'action', action: 'create' };
const CHANGE: Access = { resource: 'action', action: 'update' };
const READ: Access = { resource: 'evidence', action: 'read' };
const GIVE: Access = { resource: 'evidence', action: 'create' };
const WITHDRAW: Access = { resource: 'evidence', action: 'update' };

/** What institutions do about recommendations, and what proves it. */
export const ACTION_ROUTES: readonly DescribedRoute[] = [
  read('/actions', PUBLIC, 'Actions of institutions, the newest first', {
    query: ActionQuerySchema,
    answer: json(ActionListSchema),
  }),
  read('/actions/{id}', PUBLIC, 'One action: plan, days, indicators and budget lines', {
    query: PageQuerySchema,
    answer: json(ActionDetailSchema),
  }),
  read('/recommendations/{id}/action-choices', PLAN, 'Indicators and budget lines that an action may name', {
    query: PageQuerySchema,
    answer: json(ActionChoicesSchema),
  }),
  read('/recommendations/{id}/evidence', PUBLIC, 'Public evidence behind a recommendation and its actions', {
    query: EvidencePageQuerySchema,
    answer: json(EvidenceListSchema),
  }),
  read('/evidence', READ, 'Evidence, private and withdrawn included, as far as the role reaches', {
    query: EvidenceQuerySchema,
    answer: json(EvidenceListSchema),
  }),
  read('/evidence/{id}/file', PUBLIC, 'The file of public evidence', { answer: bytes }),
  read('/evidence/{id}/kept-file', READ, 'The file of evidence, public or private', { answer: bytes }),
  change('/recommendations/{id}/actions', PLAN, 'Plans an action', {
    body: ActionPlanSchema,
    answer: created,
  }),
  change('/actions/{id}/change', CHANGE, 'Changes a plan', { body: ActionChangeSchema, answer: nothing }),
  change('/actions/{id}/done', CHANGE, 'Says when an action was done, or takes it up again', {
    body: ActionDoneSchema,
    answer: nothing,
  }),
  change('/actions/{id}/cancel', CHANGE, 'Gives an action up, with a reason', {
    body: ActionCancelSchema,
    answer: nothing,
  }),
  change('/recommendations/{id}/evidence-links', GIVE, 'Gives a link as evidence', {
    body: EvidenceLinkSchema,
    answer: created,
  }),
  change('/recommendations/{id}/evidence-files', GIVE, 'Gives a file as evidence', {
    upload: EvidenceFormSchema,
    answer: created,
  }),
  change('/evidence/{id}/withdrawal', WITHDRAW, 'Withdraws evidence, with a reason; nothing is deleted', {
    body: WithdrawalSchema,
    answer: nothing,
  }),
  form('/recommendations/{id}/actions', PLAN, 'plans an action'),
  form('/actions/{id}/change', CHANGE, 'changes a plan'),
  form('/actions/{id}/done', CHANGE, 'says when an action was done'),
  form('/actions/{id}/cancel', CHANGE, 'gives an action up'),
  form('/recommendations/{id}/evidence-links', GIVE, 'gives a link as evidence'),
  form('/recommendations/{id}/evidence-files', GIVE, 'gives a file as evidence'),
  form('/evidence/{id}/withdrawal', WITHDRAW, 'withdraws evidence'),
];
