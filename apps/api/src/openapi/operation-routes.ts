import {
  AskedSweepSchema,
  DeadLetterDecisionSchema,
  DeadLetterListSchema,
  DeadLetterQuerySchema,
  HealthSchema,
  SweepPreviewQuerySchema,
  SweepPreviewSchema,
  WatchSchema,
} from '#contracts';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const LETTERS = '/states/{iso3}/dead-letters';
const SWEEP = '/states/{iso3}/sweep';

/** What the installation says of itself, and the operator's room: whether the watch is awake, and what is done where it is not. */
export const OPERATION_ROUTES: readonly DescribedRoute[] = [
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
  {
    method: 'get',
    path: '/api/v1/watch',
    access: { resource: 'watch', action: 'read' },
    summary: 'Whether the watch is awake: sweeps, backlog, deliveries, queues, dead letters, failed jobs',
    answer: json(WatchSchema),
    problems: [403],
  },
  {
    method: 'get',
    path: '/health',
    access: { resource: 'installation', action: 'read' },
    summary: 'Whether the installation does its work; 503 with the parts that stand still',
    answer: json(HealthSchema),
    problems: [],
  },
  {
    method: 'get',
    path: `/api/v1${LETTERS}`,
    access: { resource: 'dead_letter', action: 'read' },
    summary: 'Mails that do not leave by themselves any more, newest first',
    query: DeadLetterQuerySchema,
    answer: json(DeadLetterListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `/api/v1${LETTERS}/{id}`,
    access: { resource: 'dead_letter', action: 'update' },
    summary: 'Sends one again under its Message-ID, or sets it aside',
    body: DeadLetterDecisionSchema,
    answer: { status: 204, type: 'application/json' },
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${LETTERS}/{id}`,
    access: { resource: 'dead_letter', action: 'update' },
    summary: 'The same from the forms of the page',
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'get',
    path: `/api/v1${SWEEP}`,
    access: { resource: 'sweep', action: 'read' },
    summary: 'What a sweep would open, resolve and send; writes nothing',
    query: SweepPreviewQuerySchema,
    answer: json(SweepPreviewSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `/api/v1${SWEEP}`,
    access: { resource: 'sweep', action: 'create' },
    summary: "Asks a worker to sweep the State's day now, also where that is done",
    answer: json(AskedSweepSchema),
    problems: [403, 404],
  },
  {
    method: 'post',
    path: SWEEP,
    access: { resource: 'sweep', action: 'create' },
    summary: 'The same from the form of the page',
    answer: seeOther,
    problems: [403, 404],
  },
];
