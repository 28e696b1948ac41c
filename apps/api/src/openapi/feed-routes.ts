import { CalendarFeedListSchema, FeedQuerySchema } from '#contracts';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** Parts of a State that have a feed of their own. */
const FOLLOWED_FEEDS = [
  ['themes/{code}', 'the recommendations on one theme'],
  ['institutions/{code}', 'the recommendations that one institution answers for'],
  ['recommendations/{id}', 'one recommendation'],
] as const;

/** What was published lately, for readers of feeds; and people's own calendars. */
export const FEED_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/feeds/{iso3}/changes.atom',
    access: { resource: 'public_record', action: 'read' },
    summary:
      'What was published lately: documents, statuses, figures, assessments and dates that moved; the newest fifty, as a feed (RFC 4287)',
    query: FeedQuerySchema,
    answer: { status: 200, type: 'application/atom+xml' },
    problems: [404, 422],
  },
  ...FOLLOWED_FEEDS.map(([path, about]): DescribedRoute => ({
    method: 'get',
    path: `/feeds/{iso3}/${path}.atom`,
    access: { resource: 'public_record', action: 'read' },
    summary: `What was published lately about ${about}; the newest fifty, as a feed (RFC 4287)`,
    query: FeedQuerySchema,
    answer: { status: 200, type: 'application/atom+xml' },
    problems: [404, 422],
  })),
  {
    method: 'get',
    path: '/calendar/{secret}.ics',
    access: { resource: 'own_calendar', action: 'read' },
    summary:
      'What is due for the person whose secret address it is, as a calendar to subscribe to (RFC 5545)',
    answer: { status: 200, type: 'text/calendar' },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/account/calendars',
    access: { resource: 'calendar_feed', action: 'read' },
    summary: 'Addresses of the own calendar, and when each was read last',
    answer: json(CalendarFeedListSchema),
    problems: [403],
  },
  {
    method: 'post',
    path: '/account/calendars',
    access: { resource: 'calendar_feed', action: 'create' },
    summary: 'The form: a page that shows the new address once, or 303 back to the form',
    answer: { status: 200, type: 'text/html' },
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/account/calendars/{id}/revoke',
    access: { resource: 'calendar_feed', action: 'delete' },
    summary: 'The form: revokes an address',
    answer: seeOther,
    problems: [403, 422],
  },
];
