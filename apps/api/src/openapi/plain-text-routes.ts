import {
  PlainTextConfirmationSchema,
  PlainTextListSchema,
  PlainTextSchema,
  PlainTextWithdrawalSchema,
} from '#contracts';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** What recommendations ask in plain words. */
export const PLAIN_TEXT_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/recommendations/{id}/plain-texts',
    access: { resource: 'plain_text', action: 'read' },
    summary: 'Drafts and what stands of one recommendation in plain words',
    answer: json(PlainTextListSchema),
    problems: [403, 404],
  },
  {
    method: 'post',
    path: '/states/{iso3}/recommendations/{id}/plain-texts',
    access: { resource: 'plain_text', action: 'update' },
    summary: 'The form: writes a draft, which nobody else reads',
    body: PlainTextSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/recommendations/{id}/plain-texts/confirm',
    access: { resource: 'plain_text', action: 'update' },
    summary: 'The form: confirms a draft as it was read; from then on it is public, marked as not official',
    body: PlainTextConfirmationSchema,
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/recommendations/{id}/plain-texts/withdraw',
    access: { resource: 'plain_text', action: 'update' },
    summary: 'The form: takes what was confirmed back; it is public no more',
    body: PlainTextWithdrawalSchema,
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
];
