import {
  AlertAnswerSchema,
  AlertDetailSchema,
  AlertListSchema,
  AlertQuerySchema,
  DisclaimerDecisionSchema,
} from '#contracts';
import type { Access } from '#identity';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';
const READ: Access = { resource: 'alert', action: 'read' };
const ANSWER: Access = { resource: 'alert', action: 'update' };
const DECIDE: Access = { resource: 'disclaimer', action: 'update' };
const nothing = { status: 204, type: 'application/json' };

/** What became of reminders, who was told and why; and answering them. */
export const ALERT_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${STATE}/alerts`,
    access: READ,
    summary: 'Alerts of the State or of the own institution, the newest first',
    query: AlertQuerySchema,
    answer: json(AlertListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/alerts/{id}`,
    access: READ,
    summary: 'One alert: who was told and why, who comes next, and what people answered',
    query: PageQuerySchema,
    answer: json(AlertDetailSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${STATE}/alerts/{id}/answers`,
    access: ANSWER,
    summary: 'Acknowledges an alert, puts it off, says that it is not one’s own, or takes an answer back',
    body: AlertAnswerSchema,
    answer: nothing,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${STATE}/alerts/{id}/disclaimer`,
    access: DECIDE,
    summary: 'Decides on “not mine”: assigns the matter to another institution, or sends it back',
    body: DisclaimerDecisionSchema,
    answer: nothing,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/alerts/{id}',
    access: ANSWER,
    summary: 'The form: answers an alert',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/alerts/{id}/disclaimer',
    access: DECIDE,
    summary: 'The form: decides on “not mine”',
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
