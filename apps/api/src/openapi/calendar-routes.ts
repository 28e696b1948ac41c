import { CalendarQuerySchema } from '#contracts';

import type { DescribedRoute } from './described-route.js';

/** Dates for calendars. */
export const CALENDAR_ROUTES: readonly DescribedRoute[] = [
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
