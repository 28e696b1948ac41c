import {
  AlertCausesSchema,
  CycleComparisonSchema,
  CycleItemListSchema,
  CycleItemQuerySchema,
  DueListSchema,
  DueQuerySchema,
  InstitutionComparisonQuerySchema,
  InstitutionComparisonSchema,
} from '#contracts';
import type { Access } from '#identity';

import { PageQuerySchema } from '../public/states.controller.js';
import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const ROOM = '/api/v1/states/{iso3}/comparison';
const READ: Access = { resource: 'comparison', action: 'read' };
const csv = { status: 200, type: 'text/csv' };

/** Institutions, causes and cycles beside each other, with the lists behind the numbers. */
export const COMPARISON_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${ROOM}/institutions`,
    access: READ,
    summary: 'Institutions beside each other: what they lead, what came by its day, what is missing',
    query: InstitutionComparisonQuerySchema,
    answer: json(InstitutionComparisonSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${ROOM}/institutions.csv`,
    access: READ,
    summary: 'The same table as CSV',
    query: InstitutionComparisonQuerySchema,
    answer: csv,
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${ROOM}/causes`,
    access: READ,
    summary: 'Alerts that are not settled, by check, severity and age, and how many began and ended by month',
    query: PageQuerySchema,
    answer: json(AlertCausesSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${ROOM}/causes.csv`,
    access: READ,
    summary: 'Alerts that began and ended, by month, as CSV',
    query: PageQuerySchema,
    answer: csv,
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${ROOM}/due`,
    access: READ,
    summary: 'What was due by a confirmed day that is over: on time, late or missing; the oldest first',
    query: DueQuerySchema,
    answer: json(DueListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${ROOM}/cycles`,
    access: READ,
    summary: 'Reporting cycles beside each other: statuses, share implemented, and what became of the items',
    query: PageQuerySchema,
    answer: json(CycleComparisonSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${ROOM}/cycle-items`,
    access: READ,
    summary: 'Items of one document with what became of each in later cycles',
    query: CycleItemQuerySchema,
    answer: json(CycleItemListSchema),
    problems: [403, 404, 422],
  },
];
