import { CalendarQuerySchema, DeadlineListSchema, DeadlineQuerySchema, TimelinessSchema } from '#contracts';

import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** Dates, and the same for calendars. */
export const CALENDAR_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/deadlines',
    access: { resource: 'public_record', action: 'read' },
    summary:
      'What is due by when, how sure the date is, who owes it, and whether it came on time, late or not at all',
    query: DeadlineQuerySchema,
    answer: json(DeadlineListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/institutions/{code}/timeliness',
    access: { resource: 'public_record', action: 'read' },
    summary: 'How much of what one institution owed came on time, late or not at all, by year',
    answer: json(TimelinessSchema),
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/institutions/{code}/timeliness.csv',
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same as CSV',
    answer: { status: 200, type: 'text/csv' },
    problems: [404],
  },
  {
    method: 'get',
    path: '/calendar/{iso3}/deadlines.ics',
    access: { resource: 'public_record', action: 'read' },
    summary: 'Confirmed dates on which something is due, as a calendar to subscribe to (RFC 5545)',
    query: CalendarQuerySchema,
    answer: { status: 200, type: 'text/calendar' },
    problems: [404, 422],
  },
];
