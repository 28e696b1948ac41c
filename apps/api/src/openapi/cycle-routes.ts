import {
  CommunicatedDateSchema,
  DocumentDetailSchema,
  DocumentListSchema,
  DocumentQuerySchema,
  FollowUpRuleListSchema,
  NewSuccessionSchema,
  SuccessionListSchema,
  SuccessionQuerySchema,
  SuccessionVerdictSchema,
} from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';

/** Documents in their reporting cycles, the dates that they set, and what became of an item from one to the next. */
export const CYCLE_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/follow-up-rules',
    access: { resource: 'public_record', action: 'read' },
    summary: 'Rules that dates are derived from where a document prints none',
    query: PageQuerySchema,
    answer: json(FollowUpRuleListSchema),
    problems: [422],
  },
  {
    method: 'get',
    path: `${STATE}/documents`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Documents of a State in their cycles, newest first',
    query: DocumentQuerySchema,
    answer: json(DocumentListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/documents/{slug}`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'One document: cycle, dates with their history, warnings, recommendations',
    query: PageQuerySchema,
    answer: json(DocumentDetailSchema),
    problems: [404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/deadlines/{deadline}/communicate',
    access: { resource: 'deadline', action: 'update' },
    summary: 'The committee has communicated this date',
    body: CommunicatedDateSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/successions`,
    access: { resource: 'succession', action: 'read' },
    summary: 'Links between items of one cycle and the next, with why they were suggested',
    query: SuccessionQuerySchema,
    answer: json(SuccessionListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/successions',
    access: { resource: 'succession', action: 'create' },
    summary: 'Adds a link that was not suggested, or says that an item has none',
    body: NewSuccessionSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/successions/{succession}',
    access: { resource: 'succession', action: 'update' },
    summary: 'Confirms or rejects a link, or changes its kind',
    body: SuccessionVerdictSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
