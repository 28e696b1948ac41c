import type { z } from 'zod';

import {
  AssignmentSchema,
  ChangedResponsibilitySchema,
  CreatedIdSchema,
  EndedInstitutionSchema,
  EndedResponsibilitySchema,
  FocalPointListSchema,
  HandOverSchema,
  InstitutionDetailSchema,
  InstitutionListSchema,
  NewInstitutionSchema,
  OrphanListSchema,
  PlacedInstitutionSchema,
  ReceiptSchema,
  RenamedInstitutionSchema,
  ResponsibilityListSchema,
  TransmissionListSchema,
  TransmissionWishSchema,
} from '#contracts';
import type { Access } from '#identity';

import { InstitutionQuerySchema, TransmissionQuerySchema } from '../institution/institution-query.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';

const change = (
  path: string,
  access: Access,
  summary: string,
  body: z.ZodType,
  answer: DescribedRoute['answer'] = { status: 204, type: 'application/json' },
): DescribedRoute => ({
  method: 'post',
  path: `${STATE}${path}`,
  access,
  summary,
  body,
  answer,
  problems: [403, 404, 409, 422],
});
const created = { status: 201, type: 'application/json', schema: CreatedIdSchema };

/** Institutions, who answers for what, hand-overs and transmissions. */
export const INSTITUTION_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${STATE}/institutions`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Institutions, by any name of today or before',
    query: InstitutionQuerySchema,
    answer: json(InstitutionListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/institutions/{code}`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'One institution: what it leads and supports, and what was transmitted to it',
    query: PageQuerySchema,
    answer: json(InstitutionDetailSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/institutions/{code}/focal-points`,
    access: { resource: 'focal_point', action: 'read' },
    summary: 'Who answers, or answered, for an institution',
    answer: json(FocalPointListSchema),
    problems: [403, 404],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/responsibilities`,
    access: { resource: 'institution', action: 'read' },
    summary: 'Who leads and supports, and whom the text names, with dates',
    answer: json(ResponsibilityListSchema),
    problems: [403, 404],
  },
  {
    method: 'get',
    path: `${STATE}/nobody-answers`,
    access: { resource: 'institution', action: 'read' },
    summary: 'Recommendations for which nobody reachable answers',
    query: InstitutionQuerySchema,
    answer: json(OrphanListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/transmissions`,
    access: { resource: 'transmission', action: 'read' },
    summary: 'Which recommendations went to whom, and whose receipt is missing',
    query: TransmissionQuerySchema,
    answer: json(TransmissionListSchema),
    problems: [403, 404, 422],
  },
  change(
    '/institutions',
    { resource: 'institution', action: 'create' },
    'A new institution',
    NewInstitutionSchema,
  ),
  change(
    '/institutions/{code}/name',
    { resource: 'institution', action: 'update' },
    'A new name from a day on; the former one is kept',
    RenamedInstitutionSchema,
  ),
  change(
    '/institutions/{code}/place',
    { resource: 'institution', action: 'update' },
    'Level of government and parent',
    PlacedInstitutionSchema,
  ),
  change(
    '/institutions/{code}/end',
    { resource: 'institution', action: 'update' },
    'Its last day, and the successor to whom what it owes goes the day after',
    EndedInstitutionSchema,
  ),
  change(
    '/responsibilities',
    { resource: 'institution', action: 'update' },
    'Assigns a lead, a support, or a body that the text names',
    AssignmentSchema,
    created,
  ),
  change(
    '/responsibilities/{id}/change',
    { resource: 'institution', action: 'update' },
    'Lead becomes support from a day on, or the other way round',
    ChangedResponsibilitySchema,
  ),
  change(
    '/responsibilities/{id}/end',
    { resource: 'institution', action: 'update' },
    'Ends a responsibility with its last day',
    EndedResponsibilitySchema,
  ),
  change(
    '/hand-overs',
    { resource: 'focal_point', action: 'update' },
    'A focal point hands over to a colleague, who is invited if need be',
    HandOverSchema,
  ),
  change(
    '/transmissions',
    { resource: 'transmission', action: 'create' },
    'Records a letter that transmitted recommendations',
    TransmissionWishSchema,
    created,
  ),
  change(
    '/transmissions/{id}/receipt',
    { resource: 'transmission', action: 'update' },
    'Records when a letter was received',
    ReceiptSchema,
  ),
];
