import { SecurityEventListSchema, SecurityEventQuerySchema } from '#contracts';

import { json } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** The log of security, for whoever runs the installation. */
export const SECURITY_EVENT_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/security-events',
    access: { resource: 'security_event', action: 'read' },
    summary: 'Who came in how and who was refused what, newest first',
    query: SecurityEventQuerySchema,
    answer: json(SecurityEventListSchema),
    problems: [403, 422],
  },
];
