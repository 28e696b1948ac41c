import { FeedQuerySchema } from '#contracts';

import type { DescribedRoute } from './described-route.js';

/** What was published lately, for readers of feeds. */
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
];
