import { CompletenessSeriesSchema, DataGapsSchema } from '#contracts';

import { YearQuerySchema } from '../public/data-gaps.controller.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

export const DATA_GAP_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/data-gaps',
    access: { resource: 'public_record', action: 'read' },
    summary: 'Breakdowns asked for and received, by indicator, dimension and who reports',
    query: YearQuerySchema,
    answer: json(DataGapsSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/data-gaps.csv',
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same matrix as CSV',
    query: YearQuerySchema,
    answer: { status: 200, type: 'text/csv' },
    problems: [404, 422],
  },
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/data-gaps/series',
    access: { resource: 'public_record', action: 'read' },
    summary: 'How complete the figures are, by indicator, year and who reports',
    query: PageQuerySchema,
    answer: json(CompletenessSeriesSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/data-gaps/series.csv',
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same series as CSV',
    query: PageQuerySchema,
    answer: { status: 200, type: 'text/csv' },
    problems: [404, 422],
  },
];
