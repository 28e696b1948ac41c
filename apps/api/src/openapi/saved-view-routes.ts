import { SavedViewListSchema } from '#contracts';
import type { Action, Access } from '#identity';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const to = (action: Action): Access => ({ resource: 'saved_view', action });

/** What a person named to come back to; nobody else reads it. */
export const SAVED_VIEW_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/saved-views',
    access: to('read'),
    summary: 'Own saved views of the State, by name',
    answer: json(SavedViewListSchema),
    problems: [403, 404],
  },
  {
    method: 'post',
    path: '/states/{iso3}/saved-views',
    access: to('create'),
    summary: 'The form: saves an address of the dashboard under a name',
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/saved-views/{id}',
    access: to('update'),
    summary: 'The form: gives a saved view another name',
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/saved-views/{id}/remove',
    access: to('delete'),
    summary: 'The form: removes a saved view',
    answer: seeOther,
    problems: [403, 404],
  },
];
