import { ApiTokenListSchema, ApiTokenWishSchema, CreatedApiTokenSchema } from '#contracts';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** One's own tokens for programs: as an API, and as the forms of the page. */
export const API_TOKEN_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/account/tokens',
    access: { resource: 'api_token', action: 'read' },
    summary: 'Own tokens for programs, and what a new one could hold',
    answer: json(ApiTokenListSchema),
    problems: [403],
  },
  {
    method: 'post',
    path: '/api/v1/account/tokens',
    access: { resource: 'api_token', action: 'create' },
    summary: 'A new token, shown this once',
    body: ApiTokenWishSchema,
    answer: { status: 201, type: 'application/json', schema: CreatedApiTokenSchema },
    problems: [403, 409, 422],
  },
  {
    method: 'delete',
    path: '/api/v1/account/tokens/{id}',
    access: { resource: 'api_token', action: 'delete' },
    summary: 'Revokes a token',
    answer: { status: 204, type: 'application/json' },
    problems: [403, 404],
  },
  {
    method: 'post',
    path: '/account/tokens',
    access: { resource: 'api_token', action: 'create' },
    summary: 'The form: a page that shows the new token once, or 303 back to the form',
    answer: { status: 200, type: 'text/html' },
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/account/tokens/{id}/revoke',
    access: { resource: 'api_token', action: 'delete' },
    summary: 'The form: revokes a token',
    answer: seeOther,
    problems: [403, 422],
  },
];
