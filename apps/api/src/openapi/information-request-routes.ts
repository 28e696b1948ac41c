import {
  CreatedIdSchema,
  InformationRequestDetailSchema,
  InformationRequestListSchema,
  InformationRequestQuerySchema,
  NewRequestSchema,
  PublishedRequestsSchema,
  RequestAnswerSchema,
  RequestChoicesSchema,
  RequestClosingSchema,
  RequestPublishingSchema,
  RequestQuestionSchema,
  WithdrawalSchema,
} from '#contracts';
import type { Access } from '#identity';

import { NewRequestForm, RequestQuestionForm } from '../information-request/request-forms.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';
const READ: Access = { resource: 'information_request', action: 'read' };
const ASK: Access = { resource: 'information_request', action: 'create' };
const FOLLOW: Access = { resource: 'information_request', action: 'update' };
const ANSWER: Access = { resource: 'information_request_answer', action: 'create' };
const nothing = { status: 204, type: 'application/json' };
const CHANGE_PROBLEMS = [403, 404, 409, 422];
const FORM_PROBLEMS = [403, 404, 422];

/** What is done to one request: by programs, and by the forms of its page. */
const ACTS: readonly {
  readonly act: string;
  readonly access: Access;
  readonly summary: string;
  readonly form: string;
  readonly body: NonNullable<DescribedRoute['body']>;
  readonly formBody?: NonNullable<DescribedRoute['body']>;
  readonly answer?: DescribedRoute['answer'];
}[] = [
  {
    act: 'again',
    access: ASK,
    summary: 'Asks the same institution again; the earlier request no longer waits',
    form: 'The form that asks again',
    body: RequestQuestionSchema,
    formBody: RequestQuestionForm,
    answer: json(CreatedIdSchema),
  },
  {
    act: 'answer',
    access: ANSWER,
    summary: 'Answers a request for the institution that was asked; late answers are taken too',
    form: 'The form for the answer',
    body: RequestAnswerSchema,
  },
  {
    act: 'close',
    access: FOLLOW,
    summary: 'Closes a request whose answer is enough',
    form: 'The form that closes a request',
    body: RequestClosingSchema,
  },
  {
    act: 'withdraw',
    access: FOLLOW,
    summary: 'Withdraws a request that has no answer; it stays to be read with the reason',
    form: 'The form that withdraws a request',
    body: WithdrawalSchema,
  },
  {
    act: 'publish',
    access: FOLLOW,
    summary: 'Lets everybody read the question, or the answer to a question that is public',
    form: 'The button that publishes a question or an answer',
    body: RequestPublishingSchema,
  },
];

/** Formal information requests of the ombudsperson. */
export const INFORMATION_REQUEST_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `${STATE}/information-requests`,
    access: READ,
    summary: 'Information requests of the State, or to the own institution, the newest first',
    query: InformationRequestQuerySchema,
    answer: json(InformationRequestListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/information-requests/{id}`,
    access: READ,
    summary: 'One information request, with those that it asks again and those that ask it again',
    query: PageQuerySchema,
    answer: json(InformationRequestDetailSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/request-choices`,
    access: ASK,
    summary: 'Whom and about what can be asked, and until when an answer would be due',
    query: PageQuerySchema,
    answer: json(RequestChoicesSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/information-requests`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Published information requests about one recommendation, with published answers',
    query: PageQuerySchema,
    answer: json(PublishedRequestsSchema),
    problems: [404, 422],
  },
  {
    method: 'post',
    path: `${STATE}/recommendations/{id}/information-requests`,
    access: ASK,
    summary: 'Asks an institution formally; the answer is due in working days of the State',
    body: NewRequestSchema,
    answer: json(CreatedIdSchema),
    problems: CHANGE_PROBLEMS,
  },
  {
    method: 'post',
    path: '/states/{iso3}/recommendations/{id}/information-requests',
    access: ASK,
    summary: 'The form that asks an institution formally',
    body: NewRequestForm,
    answer: seeOther,
    problems: FORM_PROBLEMS,
  },
  ...ACTS.flatMap(({ act, access, summary, form, body, formBody, answer }): DescribedRoute[] => [
    {
      method: 'post',
      path: `${STATE}/information-requests/{id}/${act}`,
      access,
      summary,
      body,
      answer: answer ?? nothing,
      problems: CHANGE_PROBLEMS,
    },
    {
      method: 'post',
      path: `/states/{iso3}/information-requests/{id}/${act}`,
      access,
      summary: form,
      body: formBody ?? body,
      answer: seeOther,
      problems: FORM_PROBLEMS,
    },
  ]),
];
