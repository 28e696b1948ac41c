import { FollowFormSchema, FollowLinkSchema, FollowQuerySchema, UnfollowLinkSchema } from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** How the public follows by mail what is published. */
export const SUBSCRIPTION_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/states/{iso3}/follow',
    access: { resource: 'public_record', action: 'read' },
    summary: 'What the form needs with which anybody asks to follow something by mail',
    query: FollowQuerySchema,
    answer: json(FollowFormSchema),
    problems: [404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/follow',
    access: { resource: 'subscription', action: 'create' },
    summary: 'The form: one mail asks the address to confirm; the answer never tells whether it is known',
    answer: seeOther,
    problems: [404, 409, 422],
  },
  {
    method: 'get',
    path: '/api/v1/follow-links/{token}',
    access: { resource: 'mail_link', action: 'read' },
    summary: 'What the link of the first mail confirms',
    query: PageQuerySchema,
    answer: json(FollowLinkSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/follow/{token}',
    access: { resource: 'mail_link', action: 'update' },
    summary: 'Confirms that the address follows it by mail',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: '/api/v1/unfollow-links/{token}',
    access: { resource: 'mail_link', action: 'read' },
    summary: 'What the address of a mail follows',
    query: PageQuerySchema,
    answer: json(UnfollowLinkSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/unfollow/{token}',
    access: { resource: 'mail_link', action: 'update' },
    summary: 'Stops following one thing or all; with the last one the address is deleted',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/{lang}/unfollow/{token}',
    access: { resource: 'mail_link', action: 'update' },
    summary: 'The one click of a mail program (RFC 8058): stops all mails and deletes the address',
    answer: { status: 200, type: 'text/plain' },
    problems: [403, 404, 422],
  },
];
