import {
  ComparabilityQuerySchema,
  ComparabilitySchema,
  CreatedIdSchema,
  NewJudgementSchema,
} from '#contracts';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const COMPARABILITY = '/states/{iso3}/indicators/{code}/comparability';

/** Several sources for one figure, the figure of record, and breaks in series. */
export const COMPARABILITY_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `/api/v1${COMPARABILITY}`,
    access: { resource: 'comparability', action: 'read' },
    summary: 'Accepted totals of an indicator by source, and everything said of their comparability',
    query: ComparabilityQuerySchema,
    answer: json(ComparabilitySchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `/api/v1${COMPARABILITY}`,
    access: { resource: 'comparability', action: 'create' },
    summary: 'Explains why sources differ, chooses the figure of record, marks a break or takes it back',
    body: NewJudgementSchema,
    answer: json(CreatedIdSchema),
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${COMPARABILITY}/{judgement}/{place}`,
    access: { resource: 'comparability', action: 'create' },
    summary: 'The same from the forms of the page',
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
];
