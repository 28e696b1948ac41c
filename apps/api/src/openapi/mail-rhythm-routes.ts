import { MailRhythmsSchema, RhythmLinkSchema } from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** How often mails come: chosen in the account, or by the link that stands in each mail. */
export const MAIL_RHYTHM_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/account/mail',
    access: { resource: 'account', action: 'read' },
    summary: 'How often one gets mail, and on which days not',
    query: PageQuerySchema,
    answer: json(MailRhythmsSchema),
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/account/mail',
    access: { resource: 'account', action: 'update' },
    summary: 'Chooses how often one gets the mails of a State, and on which days not',
    answer: seeOther,
    problems: [403, 422],
  },
  {
    method: 'get',
    path: '/api/v1/mail-rhythms/{token}',
    access: { resource: 'mail_link', action: 'read' },
    summary: 'How often the person gets mail for whom a link was made',
    query: PageQuerySchema,
    answer: json(RhythmLinkSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/mail-rhythm/{token}',
    access: { resource: 'mail_link', action: 'update' },
    summary: 'Chooses how often mails come, by the link of a mail',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/{lang}/mail-rhythm/{token}',
    access: { resource: 'mail_link', action: 'update' },
    summary: 'The one click of a mail program (RFC 8058): mails come once a week, never not at all',
    answer: { status: 200, type: 'text/plain' },
    problems: [403, 404, 422],
  },
];
