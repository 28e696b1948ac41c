import {
  UhriAnnotationListSchema,
  UhriAnnotationsQuerySchema,
  UhriImportListSchema,
  UhriImportQuerySchema,
  UhriImportSchema,
  UhriImportsQuerySchema,
  UhriLinkVerdictSchema,
} from '#contracts';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';
const FORM = '/states/{iso3}/imports/uhri';

/** Exports of the Universal Human Rights Index, and what is on record of it. */
export const UHRI_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${STATE}/imports/uhri`,
    access: { resource: 'uhri_import', action: 'read' },
    summary: 'Imports from the Universal Human Rights Index, newest first',
    query: UhriImportsQuerySchema,
    answer: json(UhriImportListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/imports/uhri/{id}`,
    access: { resource: 'uhri_import', action: 'read' },
    summary: 'An import and how it differs from the record, one kind of difference page by page',
    query: UhriImportQuerySchema,
    answer: json(UhriImportSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/uhri-annotations`,
    access: { resource: 'uhri_import', action: 'read' },
    summary: 'What is on record of the Index, each beside the paragraph of ours that it is about',
    query: UhriAnnotationsQuerySchema,
    answer: json(UhriAnnotationListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: FORM,
    access: { resource: 'uhri_import', action: 'create' },
    summary:
      'The form: uploads an export (multipart/form-data, fields `language` and `file`) and compares it',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/{id}/save`,
    access: { resource: 'uhri_import', action: 'update' },
    summary: 'The form: puts an import on record',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/{id}/discard`,
    access: { resource: 'uhri_import', action: 'delete' },
    summary: 'The form: discards an import',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/uhri-annotations/{id}/links',
    access: { resource: 'uhri_link', action: 'update' },
    summary: 'The form: confirms or refuses that an annotation of the Index is about recommendations',
    body: UhriLinkVerdictSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
