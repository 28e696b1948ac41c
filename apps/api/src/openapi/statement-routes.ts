import {
  CreatedIdSchema,
  NewStatementSchema,
  StatementChangeSchema,
  StatementDetailSchema,
  StatementDraftDetailSchema,
  StatementDraftListSchema,
  StatementListSchema,
  StatementPublishingSchema,
  StatementQuerySchema,
  WithdrawalSchema,
} from '#contracts';
import type { Access } from '#identity';

import { PageQuerySchema } from '../public/states.controller.js';
import { NewStatementForm, StatementChangeForm } from '../statement/statement-forms.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/states/{iso3}';
const PUBLIC: Access = { resource: 'public_record', action: 'read' };
const READ: Access = { resource: 'statement', action: 'read' };
const WRITE: Access = { resource: 'statement', action: 'create' };
const DECIDE: Access = { resource: 'statement', action: 'update' };
const nothing = { status: 204, type: 'application/json' };

/** What is done to a statement: by programs, and by the forms of its pages. */
const ACTS: readonly {
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly form: string;
  readonly body?: NonNullable<DescribedRoute['body']>;
  readonly formBody?: NonNullable<DescribedRoute['body']>;
  readonly answer?: DescribedRoute['answer'];
}[] = [
  {
    path: 'statement-drafts',
    access: WRITE,
    summary: 'Begins a draft of a statement, or of a correction of one that is public',
    form: 'The form that begins a draft of a statement',
    body: NewStatementSchema,
    formBody: NewStatementForm,
    answer: json(CreatedIdSchema),
  },
  {
    path: 'statement-drafts/{id}',
    access: WRITE,
    summary: 'Writes a draft anew, as it was read',
    form: 'The form that writes a draft of a statement anew',
    body: StatementChangeSchema,
    formBody: StatementChangeForm,
  },
  {
    path: 'statement-drafts/{id}/publish',
    access: DECIDE,
    summary: 'Publishes a draft as it was read; answers the number of the statement',
    form: 'The button that publishes a statement',
    body: StatementPublishingSchema,
    answer: json(CreatedIdSchema),
  },
  {
    path: 'statement-drafts/{id}/discard',
    access: WRITE,
    summary: 'Throws a draft away; what is public stays as it is',
    form: 'The button that throws a draft of a statement away',
  },
  {
    path: 'statements/{id}/withdraw',
    access: DECIDE,
    summary: 'Withdraws a statement; its title, its day and the reason stay to be read',
    form: 'The form that withdraws a statement',
    body: WithdrawalSchema,
  },
];

/** Statements of the ombudsperson. */
export const STATEMENT_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `/api/v1${STATE}/statements`,
    access: PUBLIC,
    summary: 'Published statements of the ombudsperson, the newest first',
    query: StatementQuerySchema,
    answer: json(StatementListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `/api/v1${STATE}/statements/{id}`,
    access: PUBLIC,
    summary: 'One published statement, with its earlier versions',
    query: PageQuerySchema,
    answer: json(StatementDetailSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `/api/v1${STATE}/statement-drafts`,
    access: READ,
    summary: 'Statements that are being written, the last written first',
    query: PageQuerySchema,
    answer: json(StatementDraftListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `/api/v1${STATE}/statement-drafts/{id}`,
    access: READ,
    summary: 'One draft of a statement',
    query: PageQuerySchema,
    answer: json(StatementDraftDetailSchema),
    problems: [403, 404, 422],
  },
  ...ACTS.flatMap(({ path, access, summary, form, body, formBody, answer }): DescribedRoute[] => [
    {
      method: 'post',
      path: `/api/v1${STATE}/${path}`,
      access,
      summary,
      ...(body ? { body } : {}),
      answer: answer ?? nothing,
      problems: [403, 404, 409, 422],
    },
    {
      method: 'post',
      path: `${STATE}/${path}`,
      access,
      summary: form,
      ...(body ? { body: formBody ?? body } : {}),
      answer: seeOther,
      problems: [403, 404, 422],
    },
  ]),
];
