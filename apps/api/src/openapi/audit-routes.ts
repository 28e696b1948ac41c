import {
  AuditHeadSchema,
  HistoryDownloadQuerySchema,
  HistoryQuerySchema,
  ItemHistoryQuerySchema,
  HistorySchema,
  RecommendationHistorySchema,
} from '#contracts';

import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';

/** Who changed what, and where the chain of it ends. */
export const AUDIT_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${STATE}/audit/head`,
    access: { resource: 'public_record', action: 'read' },
    summary: "Where the State's audit ends: position and hash",
    answer: json(AuditHeadSchema),
    problems: [404],
  },
  {
    method: 'get',
    path: '/feeds/{iso3}/audit.atom',
    access: { resource: 'public_record', action: 'read' },
    summary: 'The head of each day as a feed (RFC 4287)',
    answer: { status: 200, type: 'application/atom+xml' },
    problems: [404],
  },
  {
    method: 'get',
    path: `${STATE}/audit`,
    access: { resource: 'audit', action: 'read' },
    summary: 'Who changed what, newest first',
    query: HistoryQuerySchema,
    answer: json(HistorySchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/audit.csv`,
    access: { resource: 'audit', action: 'read' },
    summary: 'The same entries, all that fit, as CSV in the words of the language',
    query: HistoryDownloadQuerySchema,
    answer: { status: 200, type: 'text/csv' },
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/history`,
    access: { resource: 'audit', action: 'read' },
    summary: 'What happened to one recommendation, newest first',
    query: ItemHistoryQuerySchema,
    answer: json(RecommendationHistorySchema),
    problems: [403, 404, 422],
  },
];
