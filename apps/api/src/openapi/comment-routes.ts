import { CommentListSchema, CommentQuerySchema } from '#contracts';
import type { Access, Action } from '#identity';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const to = (action: Action): Access => ({ resource: 'comment', action });

/** What those who work on the record write to each other. */
export const COMMENT_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/comments',
    access: to('read'),
    summary: 'Comments on recommendations, indicators and alerts, the newest first, with their answers',
    query: CommentQuerySchema,
    answer: json(CommentListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/comments',
    access: to('create'),
    summary: 'The form: writes a comment, or an answer to one',
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/comments/{id}',
    access: to('update'),
    summary: 'The form: changes an own comment within half an hour; what it said before stays beside it',
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/comments/{id}/withdraw',
    access: to('update'),
    summary: 'The form: withdraws a comment with a reason; its text goes, the fact stays',
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
