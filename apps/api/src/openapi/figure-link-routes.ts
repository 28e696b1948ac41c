import { FigureLinkSchema } from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** Sending a figure by the link of a reminder. */
export const FIGURE_LINK_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/figure-links/{token}',
    access: { resource: 'mail_link', action: 'read' },
    summary:
      'The one obligation that a link from a mail is about, with its form, or with what was sent by it',
    query: PageQuerySchema,
    answer: json(FigureLinkSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/figure/{token}',
    access: { resource: 'mail_link', action: 'update' },
    summary: 'Hands in the figures of the form, once, in the name of the person whom the mail was for',
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
