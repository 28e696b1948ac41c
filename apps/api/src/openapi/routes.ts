import type { z } from 'zod';

import {
  AnswerSchema,
  AuditHeadSchema,
  BudgetSchema,
  DocketSchema,
  HistoryQuerySchema,
  HistorySchema,
  IndicatorDataSchema,
  IndicatorListSchema,
  OverviewSchema,
  ProsecutionsSchema,
  RecommendationDetailSchema,
  RecommendationHistorySchema,
  RecommendationListSchema,
  RecommendationQuerySchema,
  SignInSchema,
  StateListSchema,
  ViewerSchema,
  WatchSchema,
} from '#contracts';

import type { Access } from '#identity';

import { CohortQuerySchema, PageQuerySchema } from '../public/states.controller.js';

export interface DescribedRoute {
  readonly method: 'get' | 'post';
  /** OpenAPI form, `{name}` for parameters. */
  readonly path: string;
  readonly summary: string;
  /** Who may ask is said in the table of permissions; this says what is asked. */
  readonly access: Access;
  readonly query?: z.ZodType;
  readonly answer: { readonly status: number; readonly type: string; readonly schema?: z.ZodType };
  /** Statuses of the problems that this route can answer with, besides 500 and 503. */
  readonly problems: readonly number[];
}

const json = (schema: z.ZodType) => ({ status: 200, type: 'application/json', schema });
const csv = { status: 200, type: 'text/csv' };
const seeOther = { status: 303, type: 'text/plain' };
const STATE = '/api/v1/states/{iso3}';

/** Every route of the API, in one table; a test holds it against what the server really answers. */
export const ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states',
    access: { resource: 'public_record', action: 'read' },
    summary: 'States that are followed',
    query: PageQuerySchema,
    answer: json(StateListSchema),
    problems: [422],
  },
  {
    method: 'get',
    path: `${STATE}/overview`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'A State and its document at a glance',
    query: PageQuerySchema,
    answer: json(OverviewSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Public list of recommendations',
    query: RecommendationQuerySchema,
    answer: json(RecommendationListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'One recommendation with its three kinds of indicators',
    query: PageQuerySchema,
    answer: json(RecommendationDetailSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/indicators`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Indicators with their newest published total',
    query: PageQuerySchema,
    answer: json(IndicatorListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/indicators/{code}/data`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Published cells of an indicator',
    query: PageQuerySchema,
    answer: json(IndicatorDataSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/indicators/{code}/data.csv`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same cells as CSV',
    query: PageQuerySchema,
    answer: csv,
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/budget`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Approved, revised and executed amounts',
    query: PageQuerySchema,
    answer: json(BudgetSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/budget.csv`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same amounts as CSV',
    query: PageQuerySchema,
    answer: csv,
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/prosecutions`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Case stages of one cohort',
    query: CohortQuerySchema,
    answer: json(ProsecutionsSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/prosecutions.csv`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'All cohorts as CSV',
    query: PageQuerySchema,
    answer: csv,
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/docket`,
    access: { resource: 'docket', action: 'read' },
    summary: 'What is overdue, who owes it, and the last reminder',
    query: PageQuerySchema,
    answer: json(DocketSchema),
    problems: [403, 404, 422],
  },
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
    path: `${STATE}/recommendations/{id}/history`,
    access: { resource: 'audit', action: 'read' },
    summary: 'What happened to one recommendation, newest first',
    query: PageQuerySchema,
    answer: json(RecommendationHistorySchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: '/api/v1/viewer',
    access: { resource: 'installation', action: 'read' },
    summary: 'Who is looking',
    query: PageQuerySchema,
    answer: json(ViewerSchema),
    problems: [422],
  },
  {
    method: 'get',
    path: '/api/v1/sign-in/{token}',
    access: { resource: 'sign_in', action: 'read' },
    summary: 'Whom a sign-in link would sign in',
    query: PageQuerySchema,
    answer: json(SignInSchema),
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/sign-in/{token}',
    access: { resource: 'sign_in', action: 'create' },
    summary: 'Uses a sign-in link up',
    answer: seeOther,
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/sign-out',
    access: { resource: 'sign_in', action: 'delete' },
    summary: 'Ends the session',
    answer: seeOther,
    problems: [422],
  },
  {
    method: 'get',
    path: '/api/v1/answers/{token}',
    access: { resource: 'mail_link', action: 'read' },
    summary: 'What a link from a mail shows',
    query: PageQuerySchema,
    answer: json(AnswerSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/answer/{token}',
    access: { resource: 'mail_link', action: 'update' },
    summary: 'Acknowledges the reminder of a link',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: '/api/v1/watch',
    access: { resource: 'watch', action: 'read' },
    summary: 'Whether the watch is awake',
    answer: json(WatchSchema),
    problems: [403],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    access: { resource: 'installation', action: 'read' },
    summary: 'This description',
    answer: { status: 200, type: 'application/json' },
    problems: [],
  },
  {
    method: 'get',
    path: '/health/live',
    access: { resource: 'installation', action: 'read' },
    summary: 'The process is alive',
    answer: { status: 200, type: 'application/json' },
    problems: [],
  },
  {
    method: 'get',
    path: '/health/ready',
    access: { resource: 'installation', action: 'read' },
    summary: 'Migrated, database and queue reachable',
    answer: { status: 200, type: 'application/json' },
    problems: [],
  },
  {
    method: 'get',
    path: '/metrics',
    access: { resource: 'installation', action: 'read' },
    summary: 'Prometheus metrics',
    answer: { status: 200, type: 'text/plain' },
    problems: [],
  },
];
