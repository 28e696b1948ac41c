import {
  PasskeyOptionsSchema,
  SecondFactorDueSchema,
  SecondFactorsSchema,
  SignInWaysSchema,
} from '#contracts';
import type { Access } from '#identity';

import { PageQuerySchema } from '../public/states.controller.js';
import { SecondFactorsQuerySchema } from '../second-factor/factor-form.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const ACCOUNT = '/api/v1/account';
/** Open to everybody: a half-open session is nobody yet, and the handlers look at it themselves. */
const signIn = (action: Access['action']): Access => ({ resource: 'sign_in', action });
const account = (action: Access['action']): Access => ({ resource: 'account', action });

/** A form of the account's page: what its sender can mend comes back to the page, not as a problem. */
const accountForm = (path: string, summary: string, action: Access['action']): DescribedRoute => ({
  method: 'post',
  path,
  access: account(action),
  summary,
  answer: seeOther,
  problems: [403, 422],
});

/** Second factors, passkeys and the organisation's own sign-in. */
export const SECOND_FACTOR_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/sign-in/ways',
    access: signIn('read'),
    summary: 'How one can sign in here',
    query: PageQuerySchema,
    answer: json(SignInWaysSchema),
    problems: [422],
  },
  {
    method: 'get',
    path: '/api/v1/sign-in/second-factor',
    access: signIn('read'),
    summary: 'What a half-open session can be finished with',
    query: PageQuerySchema,
    answer: json(SecondFactorDueSchema),
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/api/v1/sign-in/passkey-options',
    access: signIn('create'),
    summary: 'Options for signing in by passkey',
    answer: json(PasskeyOptionsSchema),
    problems: [403, 409],
  },
  {
    method: 'post',
    path: '/sign-in/second-factor',
    access: signIn('create'),
    summary: 'Finishes a half-open session',
    answer: seeOther,
    problems: [422],
  },
  {
    method: 'post',
    path: '/sign-in/passkey',
    access: signIn('create'),
    summary: 'Signs in by passkey',
    answer: seeOther,
    problems: [422],
  },
  {
    method: 'post',
    path: '/sign-in/oidc',
    access: signIn('create'),
    summary: "A page that leads to the organisation's own sign-in, or 303 back to the form",
    answer: { status: 200, type: 'text/html' },
    problems: [422],
  },
  {
    method: 'get',
    path: '/sign-in/oidc/callback',
    access: signIn('read'),
    summary: "Comes back from the organisation's own sign-in",
    answer: seeOther,
    problems: [],
  },
  {
    method: 'get',
    path: `${ACCOUNT}/second-factor`,
    access: account('read'),
    summary: "One's own second factors",
    query: SecondFactorsQuerySchema,
    answer: json(SecondFactorsSchema),
    problems: [403, 422],
  },
  {
    method: 'post',
    path: `${ACCOUNT}/passkey-options`,
    access: account('create'),
    summary: 'Options for a new passkey',
    answer: json(PasskeyOptionsSchema),
    problems: [403, 409],
  },
  {
    method: 'post',
    path: `${ACCOUNT}/proof-options`,
    access: account('update'),
    summary: 'Options for proving by passkey that it is still the owner',
    answer: json(PasskeyOptionsSchema),
    problems: [403, 409],
  },
  accountForm('/account/one-time-password', 'Makes a key for an authenticator app', 'create'),
  accountForm('/account/one-time-password/confirm', 'Confirms the key by its first code', 'update'),
  accountForm('/account/one-time-password/remove', 'Removes the authenticator app', 'delete'),
  accountForm('/account/passkeys', 'Adds a passkey', 'create'),
  accountForm('/account/passkeys/{id}/remove', 'Removes a passkey', 'delete'),
  accountForm('/account/recovery-codes', 'Makes new recovery codes', 'update'),
];
