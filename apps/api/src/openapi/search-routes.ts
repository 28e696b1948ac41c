import { SearchQuerySchema, SearchResultSchema } from '#contracts';

import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

export const SEARCH_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/search',
    access: { resource: 'public_record', action: 'read' },
    summary: 'Searches recommendations, paragraphs, documents, indicators and institutions',
    query: SearchQuerySchema,
    answer: json(SearchResultSchema),
    problems: [404, 422],
  },
];
