import { IndicatorMetadataSchema, JsonStatSchema } from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { SDMX_CSV } from '../public/open-data.controller.js';
import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const INDICATOR = '/api/v1/states/{iso3}/indicators/{code}';

/** The published cells of an indicator in the formats of statistical offices, and what it is. */
export const OPEN_DATA_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${INDICATOR}/data.jsonstat`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same cells as a JSON-stat 2.0 dataset',
    query: PageQuerySchema,
    answer: json(JsonStatSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${INDICATOR}/data.sdmx.csv`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same cells as SDMX-CSV 2.0, with observation and confidentiality status',
    query: PageQuerySchema,
    answer: { status: 200, type: SDMX_CSV },
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${INDICATOR}/metadata`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'What the indicator is, who reports it, and where its cells are',
    query: PageQuerySchema,
    answer: json(IndicatorMetadataSchema),
    problems: [404, 422],
  },
];
