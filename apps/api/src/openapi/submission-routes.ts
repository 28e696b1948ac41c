import type { z } from 'zod';

import {
  ContributionListSchema,
  CreatedIdSchema,
  EditedSubmissionSchema,
  NewSubmissionSchema,
  ObligationListSchema,
  PublicContributionSchema,
  ReviewQueueSchema,
  SubmissionCommentSchema,
  SubmissionDecisionSchema,
  SubmissionDetailSchema,
  SubmissionListSchema,
  SubmissionStepSchema,
  UnlockedPeriodSchema,
} from '#contracts';
import type { Access } from '#identity';

import { PageQuerySchema } from '../public/states.controller.js';
import {
  ContributionQuerySchema,
  ObligationQuerySchema,
  ReviewQuerySchema,
  SubmissionQuerySchema,
} from '../submission/submission-query.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';
const created = { status: 201, type: 'application/json', schema: CreatedIdSchema };

const read = (
  path: string,
  access: Access,
  summary: string,
  query: z.ZodType,
  answer: z.ZodType,
): DescribedRoute => ({
  method: 'get',
  path: `${STATE}${path}`,
  access,
  summary,
  query,
  answer: json(answer),
  problems: [403, 404, 422],
});

/** The call of a program, and the form that does the same. */
const change = (
  path: string,
  access: Access,
  summary: string,
  body: z.ZodType,
  answer: DescribedRoute['answer'] = { status: 204, type: 'application/json' },
): readonly DescribedRoute[] => [
  {
    method: 'post',
    path: `${STATE}${path}`,
    access,
    summary,
    body,
    answer,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `/states/{iso3}${path}`,
    access,
    summary: `The form: ${summary}`,
    answer: seeOther,
    problems: [403, 404, 422],
  },
];

/** What is sent in by institutions and by others, the review of it, and what was published. */
export const SUBMISSION_ROUTES: readonly DescribedRoute[] = [
  read(
    '/submissions',
    { resource: 'submission', action: 'read' },
    'Submissions: one’s own, those of one’s institution, or all that were ever handed in',
    SubmissionQuerySchema,
    SubmissionListSchema,
  ),
  read(
    '/submissions/{id}',
    { resource: 'submission', action: 'read' },
    'One submission with its texts, history and comments, and what can be done with it',
    PageQuerySchema,
    SubmissionDetailSchema,
  ),
  read(
    '/obligations',
    { resource: 'submission', action: 'read' },
    'What can be answered, what is open for it, and what is locked',
    ObligationQuerySchema,
    ObligationListSchema,
  ),
  read(
    '/reviews',
    { resource: 'review', action: 'read' },
    'What waits for a decision, oldest first',
    ReviewQuerySchema,
    ReviewQueueSchema,
  ),
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/contributions`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'What was published of what civil society, monitoring bodies and the public wrote',
    query: ContributionQuerySchema,
    answer: json(ContributionListSchema),
    problems: [404, 422],
  },
  ...change(
    '/submissions',
    { resource: 'submission', action: 'create' },
    'begins a submission, and hands it in if asked to',
    NewSubmissionSchema,
    created,
  ),
  ...change(
    '/submissions/{id}',
    { resource: 'submission', action: 'update' },
    'changes a draft, and hands it in if asked to',
    EditedSubmissionSchema,
  ),
  ...change(
    '/submissions/{id}/step',
    { resource: 'submission', action: 'update' },
    'hands a draft in, opens a returned one again, or withdraws a draft',
    SubmissionStepSchema,
  ),
  ...change(
    '/submissions/{id}/comments',
    { resource: 'submission_comment', action: 'create' },
    'writes a comment between author and reviewer',
    SubmissionCommentSchema,
  ),
  ...change(
    '/submissions/{id}/decision',
    { resource: 'review', action: 'update' },
    'accepts it, returns it with a reason, or takes down what was published',
    SubmissionDecisionSchema,
  ),
  ...change(
    '/submissions/{id}/unlock',
    { resource: 'review', action: 'update' },
    'unlocks an accepted period, with a reason',
    UnlockedPeriodSchema,
  ),
  ...change(
    '/recommendations/{id}/contributions',
    { resource: 'contribution', action: 'create' },
    'anybody writes about a recommendation; it is read before it is published',
    PublicContributionSchema,
  ),
];
