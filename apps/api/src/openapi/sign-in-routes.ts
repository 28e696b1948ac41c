import { AccountSchema, MembersSchema, PasswordLinkSchema, SignInOptionsSchema } from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';

/** Signing in with a password, one's own account, and the people of a State. */
export const SIGN_IN_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/sign-in',
    access: { resource: 'sign_in', action: 'read' },
    summary: 'What the sign-in page offers',
    query: PageQuerySchema,
    answer: json(SignInOptionsSchema),
    problems: [422],
  },
  {
    method: 'post',
    path: '/sign-in',
    access: { resource: 'sign_in', action: 'create' },
    summary: 'Signs in with address and password',
    answer: seeOther,
    problems: [422],
  },
  {
    method: 'post',
    path: '/sign-in/demonstration',
    access: { resource: 'sign_in', action: 'create' },
    summary: 'Takes a place in the open demonstration',
    answer: seeOther,
    problems: [404, 422],
  },
  {
    method: 'post',
    path: '/recover',
    access: { resource: 'sign_in', action: 'create' },
    summary: 'Asks for a new password by mail',
    answer: seeOther,
    problems: [422],
  },
  {
    method: 'get',
    path: '/api/v1/set-password/{token}',
    access: { resource: 'sign_in', action: 'read' },
    summary: 'For whom a link sets a password',
    query: PageQuerySchema,
    answer: json(PasswordLinkSchema),
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/set-password/{token}',
    access: { resource: 'sign_in', action: 'create' },
    summary: 'Uses a link up to set a password',
    answer: seeOther,
    problems: [422],
  },
  {
    method: 'get',
    path: '/api/v1/account',
    access: { resource: 'account', action: 'read' },
    summary: "One's own account",
    query: PageQuerySchema,
    answer: json(AccountSchema),
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/account/password',
    access: { resource: 'account', action: 'update' },
    summary: "Changes one's own password",
    answer: seeOther,
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/account/sessions/end-others',
    access: { resource: 'account', action: 'delete' },
    summary: "Ends all of one's other sessions",
    answer: seeOther,
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/account/sessions/{id}/end',
    access: { resource: 'account', action: 'delete' },
    summary: "Ends one of one's own sessions",
    answer: seeOther,
    problems: [403, 422],
  },
  {
    method: 'get',
    path: `${STATE}/people`,
    access: { resource: 'person', action: 'read' },
    summary: 'People of a State',
    query: PageQuerySchema,
    answer: json(MembersSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/people',
    access: { resource: 'person', action: 'create' },
    summary: 'Invites a person into a State',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/people/{membership}/end',
    access: { resource: 'person', action: 'update' },
    summary: 'Takes a role away from a person',
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
