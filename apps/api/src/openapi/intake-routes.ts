import { IntakeListSchema, IntakeQuerySchema, IntakeSchema } from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';
const FORM = '/states/{iso3}/intakes';

/** Documents on their way in: uploaded, looked at, corrected, saved. */
export const INTAKE_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${STATE}/intakes`,
    access: { resource: 'intake', action: 'read' },
    summary: 'Documents that were uploaded, newest first',
    query: IntakeQuerySchema,
    answer: json(IntakeListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/intakes/{id}`,
    access: { resource: 'intake', action: 'read' },
    summary: 'A document on its way in: text and reading side by side, and what saving it would change',
    query: PageQuerySchema,
    answer: json(IntakeSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: FORM,
    access: { resource: 'intake', action: 'create' },
    summary: 'The form: uploads a document (multipart/form-data, field `file`) and reads it',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/{id}/document`,
    access: { resource: 'intake', action: 'update' },
    summary: 'The form: corrects what is read of the document itself',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/{id}/paragraphs/{number}`,
    access: { resource: 'intake', action: 'update' },
    summary: 'The form: corrects how a paragraph is read, or takes the correction back',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/{id}/save`,
    access: { resource: 'intake', action: 'update' },
    summary: 'The form: puts the corrected reading on record',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/{id}/discard`,
    access: { resource: 'intake', action: 'delete' },
    summary: 'The form: discards an upload; corrections stay for the next one',
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
