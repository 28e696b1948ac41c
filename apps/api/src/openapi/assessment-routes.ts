import {
  AssessmentListSchema,
  AssessmentQuerySchema,
  AssessmentScaleListSchema,
  CreatedIdSchema,
  ItemAssessmentsSchema,
  NewAssessmentSchema,
  NewDecisionSchema,
  OverrideListSchema,
  OverrideQuerySchema,
  WithdrawalSchema,
} from '#contracts';

import { DecisionForm, NewAssessmentForm, OfRecommendation } from '../assessment/assessment-forms.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';
const done = { status: 204, type: 'application/json' };
const READ = { resource: 'public_record', action: 'read' } as const;
const RECORD = { resource: 'assessment', action: 'create' } as const;
const UPDATE = { resource: 'assessment', action: 'update' } as const;
const DECIDE = { resource: 'implementation_decision', action: 'create' } as const;
const CHANGE_PROBLEMS = [403, 404, 409, 422];

/** Assessments of recommendations, and the decisions that they are implemented. */
export const ASSESSMENT_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/assessment-scales',
    access: READ,
    summary: 'Scales of grades in their versions, and since when each holds',
    query: PageQuerySchema,
    answer: json(AssessmentScaleListSchema),
    problems: [422],
  },
  {
    method: 'get',
    path: `${STATE}/assessments`,
    access: READ,
    summary: 'Published assessments of a State’s recommendations, newest first',
    query: AssessmentQuerySchema,
    answer: json(AssessmentListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/overrides`,
    access: READ,
    summary: 'Decisions that an item is implemented although something stood in the way, newest first',
    query: OverrideQuerySchema,
    answer: json(OverrideListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/assessments`,
    access: READ,
    summary:
      'What the State, the ombudsperson and the committee say of one recommendation, and what was decided',
    query: PageQuerySchema,
    answer: json(ItemAssessmentsSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/implementation`,
    access: { resource: 'implementation_decision', action: 'read' },
    summary: 'The same with what stands in the way today, also where nothing is decided',
    query: PageQuerySchema,
    answer: json(ItemAssessmentsSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/ombudsperson-assessments`,
    access: { resource: 'assessment', action: 'read' },
    summary: 'The ombudsperson’s own assessments, confidential ones too',
    query: AssessmentQuerySchema,
    answer: json(AssessmentListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `${STATE}/recommendations/{id}/assessments`,
    access: RECORD,
    summary: 'Records an assessment; an earlier one is corrected by superseding it',
    body: NewAssessmentSchema,
    answer: json(CreatedIdSchema),
    problems: CHANGE_PROBLEMS,
  },
  {
    method: 'post',
    path: `${STATE}/assessments/{assessment}/publish`,
    access: UPDATE,
    summary: 'Lets everybody read a confidential assessment',
    answer: done,
    problems: CHANGE_PROBLEMS,
  },
  {
    method: 'post',
    path: `${STATE}/assessments/{assessment}/withdraw`,
    access: UPDATE,
    summary: 'Says that a public assessment no longer stands; it stays to be read with the reason',
    body: WithdrawalSchema,
    answer: done,
    problems: CHANGE_PROBLEMS,
  },
  {
    method: 'post',
    path: `${STATE}/recommendations/{id}/implementation`,
    access: DECIDE,
    summary: 'Decides that an item is implemented, overrides what stands in the way, or reopens it',
    body: NewDecisionSchema,
    answer: done,
    problems: CHANGE_PROBLEMS,
  },
  {
    method: 'post',
    path: '/states/{iso3}/recommendations/{id}/assessments',
    access: RECORD,
    summary: 'The form for an assessment',
    body: NewAssessmentForm,
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/assessments/{assessment}/publish',
    access: UPDATE,
    summary: 'The button that publishes an assessment',
    body: OfRecommendation,
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/assessments/{assessment}/withdraw',
    access: UPDATE,
    summary: 'The form that withdraws an assessment',
    body: WithdrawalSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/recommendations/{id}/implementation',
    access: DECIDE,
    summary: 'The forms for a decision on an item',
    body: DecisionForm,
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
