import { TakenReturnedMailSchema } from '#contracts';

import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** What the mail relay hands in. */
export const RETURNED_MAIL_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'post',
    path: '/mail/bounces',
    access: { resource: 'returned_mail', action: 'create' },
    summary:
      'Takes a mail that came back to a return path: a report on a delivery or the answer of a machine. With BOUNCE_TOKEN as a bearer token',
    raw: 'message/rfc822',
    answer: json(TakenReturnedMailSchema),
    problems: [404, 413, 415, 422],
  },
];
