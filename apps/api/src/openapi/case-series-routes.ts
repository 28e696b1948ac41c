import { CaseSeriesListSchema, CaseSeriesQuerySchema } from '#contracts';

import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

export const CASE_SERIES_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/case-series',
    access: { resource: 'case_series', action: 'read' },
    summary: 'Prosecutions as they were reported: by region and apart, with conversion and median times',
    query: CaseSeriesQuerySchema,
    answer: json(CaseSeriesListSchema),
    problems: [403, 404, 422],
  },
];
