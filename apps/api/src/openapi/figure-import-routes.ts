import {
  FigureImportListSchema,
  FigureImportOutcomeSchema,
  FigureImportSchema,
  FigureImportsQuerySchema,
  FigureSaveFormSchema,
  FigureUndoSchema,
  FigureUploadSchema,
} from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const API = '/api/v1/states/{iso3}/imports/figures';
const FORM = '/states/{iso3}/imports/figures';

/** Files of figures: sent by programs or through the dashboard, and taken out of the record again. */
export const FIGURE_IMPORT_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: API,
    access: { resource: 'figure_import', action: 'read' },
    summary: 'Files of figures that were imported, newest first, and those that wait',
    query: FigureImportsQuerySchema,
    answer: json(FigureImportListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: API,
    access: { resource: 'figure_import', action: 'create' },
    summary:
      'Imports a file of figures, whole or not at all (multipart/form-data: `kind`, `dryRun`, `options` as JSON with the mapping, then `file`)',
    query: PageQuerySchema,
    answer: json(FigureImportOutcomeSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${API}/{id}`,
    access: { resource: 'figure_import', action: 'read' },
    summary: 'An import and its figures that are on record, page by page',
    query: FigureImportsQuerySchema,
    answer: json(FigureImportSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${API}/{id}/undo`,
    access: { resource: 'figure_import', action: 'delete' },
    summary: 'Takes the figures of an import out of the record again; they are kept aside',
    body: FigureUndoSchema,
    answer: { status: 204, type: 'application/json' },
    problems: [403, 404, 409, 422],
  },
  {
    method: 'get',
    path: `${API}/uploads/{id}`,
    access: { resource: 'figure_import', action: 'read' },
    summary: 'A file that waits: what saving it would do, and every problem of it',
    query: PageQuerySchema,
    answer: json(FigureUploadSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${API}/uploads/{id}/problems.csv`,
    access: { resource: 'figure_import', action: 'read' },
    summary: 'The same problems as CSV',
    query: PageQuerySchema,
    answer: { status: 200, type: 'text/csv' },
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/indicators/{code}/template.csv',
    access: { resource: 'public_record', action: 'read' },
    summary: 'An empty table for the figures of an indicator, with the headings that an import knows',
    query: PageQuerySchema,
    answer: { status: 200, type: 'text/csv' },
    problems: [404, 422],
  },
  {
    method: 'post',
    path: FORM,
    access: { resource: 'figure_import', action: 'create' },
    summary:
      'The form: uploads a file of figures (multipart/form-data: `kind`, `indicator`, `source`, `file`) and reads it',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/uploads/{id}/settings`,
    access: { resource: 'figure_import', action: 'create' },
    summary: 'The form: says what the columns of a file are, and reads it again',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/uploads/{id}/save`,
    access: { resource: 'figure_import', action: 'update' },
    summary: 'The form: puts a file on record, whole or not at all',
    body: FigureSaveFormSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/uploads/{id}/discard`,
    access: { resource: 'figure_import', action: 'delete' },
    summary: 'The form: discards a file that waits',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${FORM}/{id}/undo`,
    access: { resource: 'figure_import', action: 'delete' },
    summary: 'The form: undoes an import',
    body: FigureUndoSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
