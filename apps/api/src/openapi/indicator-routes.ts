import {
  ChangedIndicatorSchema,
  DimensionListSchema,
  IndicatorDefinitionSchema,
  LibraryChoiceSchema,
  LibraryProposalsSchema,
  LoadedLibrarySchema,
  NewIndicatorSchema,
} from '#contracts';
import type { Access } from '#identity';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';
const READ: Access = { resource: 'indicator', action: 'read' };
const CREATE: Access = { resource: 'indicator', action: 'create' };
const UPDATE: Access = { resource: 'indicator', action: 'update' };

const form = (path: string, access: Access, summary: string): DescribedRoute => ({
  method: 'post',
  path: `/states/{iso3}${path}`,
  access,
  summary: `The form: ${summary}`,
  answer: seeOther,
  problems: [403, 404, 422],
});

/** What indicators a State has: set by its secretariat, or taken from the library. */
export const INDICATOR_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${STATE}/indicators/{code}/definition`,
    access: READ,
    summary: 'What an indicator is, and what of it figures on record bind',
    answer: json(IndicatorDefinitionSchema),
    problems: [403, 404],
  },
  {
    method: 'get',
    path: `${STATE}/dimensions`,
    access: READ,
    summary: 'Dimensions by which figures may be broken down',
    query: PageQuerySchema,
    answer: json(DimensionListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/library`,
    access: READ,
    summary: 'What the library of indicators proposes for a recommendation, and what would become of it',
    query: PageQuerySchema,
    answer: json(LibraryProposalsSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${STATE}/indicators`,
    access: CREATE,
    summary: 'A new indicator',
    body: NewIndicatorSchema,
    answer: { status: 204, type: 'application/json' },
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${STATE}/indicators/{code}`,
    access: UPDATE,
    summary: 'An indicator set otherwise; what figures on record bind is refused',
    body: ChangedIndicatorSchema,
    answer: { status: 204, type: 'application/json' },
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${STATE}/recommendations/{id}/library`,
    access: CREATE,
    summary: 'Takes indicators of the library; the same choice again changes nothing',
    body: LibraryChoiceSchema,
    answer: json(LoadedLibrarySchema),
    problems: [403, 404, 409, 422],
  },
  form('/indicators', CREATE, 'a new indicator'),
  form('/indicators/{code}', UPDATE, 'an indicator set otherwise'),
  form('/recommendations/{id}/library', CREATE, 'takes indicators of the library'),
];
