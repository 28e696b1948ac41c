import { z } from 'zod';

import {
  AnswerSchema,
  BudgetSchema,
  DocketSchema,
  EscalationListSchema,
  EscalationQuerySchema,
  IndicatorDataSchema,
  IndicatorListSchema,
  LanguageSchema,
  OverviewSchema,
  ProsecutionsSchema,
  RecommendationChoicesSchema,
  RecommendationDetailSchema,
  RecommendationListSchema,
  RecommendationQuerySchema,
  SignInSchema,
  StateListSchema,
  ViewerSchema,
  PeopleQuerySchema,
} from '#contracts';

import { CohortQuerySchema, IndicatorQuerySchema, PageQuerySchema } from '../public/states.controller.js';
import { ALERT_ROUTES } from './alert-routes.js';
import { ACTION_ROUTES } from './action-routes.js';
import { API_TOKEN_ROUTES } from './api-token-routes.js';
import { ASSESSMENT_ROUTES } from './assessment-routes.js';
import { AUDIT_ROUTES } from './audit-routes.js';
import { CALENDAR_ROUTES } from './calendar-routes.js';
import { FEED_ROUTES } from './feed-routes.js';
import { CASE_SERIES_ROUTES } from './case-series-routes.js';
import { CLASSIFICATION_ROUTES } from './classification-routes.js';
import { COMPARABILITY_ROUTES } from './comparability-routes.js';
import { COMMENT_ROUTES } from './comment-routes.js';
import { COMPARISON_ROUTES } from './comparison-routes.js';
import { CYCLE_ROUTES } from './cycle-routes.js';
import { DATA_GAP_ROUTES } from './data-gap-routes.js';
import { INFORMATION_REQUEST_ROUTES } from './information-request-routes.js';
import { STATEMENT_ROUTES } from './statement-routes.js';
import { INDICATOR_ROUTES } from './indicator-routes.js';
import { INSTITUTION_ROUTES } from './institution-routes.js';
import { FIGURE_IMPORT_ROUTES } from './figure-import-routes.js';
import { FIGURE_LINK_ROUTES } from './figure-link-routes.js';
import { HELP_LINE_ROUTES } from './help-line-routes.js';
import { PLAIN_TEXT_ROUTES } from './plain-text-routes.js';
import { SUBSCRIPTION_ROUTES } from './subscription-routes.js';
import { SUBMISSION_ROUTES } from './submission-routes.js';
import { json, seeOther } from './described-route.js';
import { INTAKE_ROUTES } from './intake-routes.js';
import type { DescribedRoute } from './described-route.js';
import { OPERATION_ROUTES } from './operation-routes.js';
import { OPEN_DATA_ROUTES } from './open-data-routes.js';
import { SAVED_VIEW_ROUTES } from './saved-view-routes.js';
import { UNDO_ROUTES } from './undo-routes.js';
import { SEARCH_ROUTES } from './search-routes.js';
import { RETURNED_MAIL_ROUTES } from './returned-mail-routes.js';
import { SECOND_FACTOR_ROUTES } from './second-factor-routes.js';
import { SECURITY_EVENT_ROUTES } from './security-event-routes.js';
import { MAIL_RHYTHM_ROUTES } from './mail-rhythm-routes.js';
import { SIGN_IN_ROUTES } from './sign-in-routes.js';
import { UHRI_ROUTES } from './uhri-routes.js';
import { WATCH_RULE_ROUTES } from './watch-rule-routes.js';

const csv = { status: 200, type: 'text/csv' };
const STATE = '/api/v1/states/{iso3}';

/** Every route of the API, in one table; a test holds it against what the server really answers. */
export const ROUTES: readonly DescribedRoute[] = [
  ...SIGN_IN_ROUTES,
  ...MAIL_RHYTHM_ROUTES,
  ...COMPARABILITY_ROUTES,
  ...COMPARISON_ROUTES,
  ...COMMENT_ROUTES,
  ...SAVED_VIEW_ROUTES,
  ...UNDO_ROUTES,
  ...WATCH_RULE_ROUTES,
  ...INFORMATION_REQUEST_ROUTES,
  ...STATEMENT_ROUTES,
  {
    method: 'get',
    path: '/api/v1/states',
    access: { resource: 'public_record', action: 'read' },
    summary: 'States that are followed',
    query: PageQuerySchema,
    answer: json(StateListSchema),
    problems: [422],
  },
  {
    method: 'get',
    path: `${STATE}/overview`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'A State and its document at a glance',
    query: PageQuerySchema,
    answer: json(OverviewSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Public list of recommendations',
    query: RecommendationQuerySchema,
    answer: json(RecommendationListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendation-choices`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'What the list of recommendations can be narrowed to, with how many each value leaves',
    query: z.object({ lang: LanguageSchema.default('en') }),
    answer: json(RecommendationChoicesSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'One recommendation with its three kinds of indicators',
    query: PageQuerySchema,
    answer: json(RecommendationDetailSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/indicators`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Indicators with their newest published total',
    query: IndicatorQuerySchema,
    answer: json(IndicatorListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/indicators/{code}/data`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Published cells of an indicator',
    query: PageQuerySchema,
    answer: json(IndicatorDataSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/indicators/{code}/data.csv`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same cells as CSV',
    query: PageQuerySchema,
    answer: csv,
    problems: [404, 422],
  },
  ...OPEN_DATA_ROUTES,
  ...CASE_SERIES_ROUTES,
  ...DATA_GAP_ROUTES,
  {
    method: 'get',
    path: `${STATE}/budget`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Approved, revised and executed amounts',
    query: PageQuerySchema,
    answer: json(BudgetSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/budget.csv`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'The same amounts as CSV',
    query: PageQuerySchema,
    answer: csv,
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/budget-months.csv`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Every amount by month, with the same at constant prices, as CSV',
    query: PageQuerySchema,
    answer: csv,
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/prosecutions`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Case stages of one cohort',
    query: CohortQuerySchema,
    answer: json(ProsecutionsSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/prosecutions.csv`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'All cohorts as CSV',
    query: PageQuerySchema,
    answer: csv,
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/escalations`,
    access: { resource: 'docket', action: 'read' },
    summary: 'What came up to the ombudsperson because nobody answered, the newest first',
    query: EscalationQuerySchema,
    answer: json(EscalationListSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/docket`,
    access: { resource: 'docket', action: 'read' },
    summary: 'What is overdue, who owes it, and the last reminder',
    query: PeopleQuerySchema,
    answer: json(DocketSchema),
    problems: [403, 404, 422],
  },
  ...INDICATOR_ROUTES,
  ...INSTITUTION_ROUTES,
  ...SUBMISSION_ROUTES,
  ...ACTION_ROUTES,
  ...ALERT_ROUTES,
  ...AUDIT_ROUTES,
  ...INTAKE_ROUTES,
  ...ASSESSMENT_ROUTES,
  ...UHRI_ROUTES,
  ...FIGURE_IMPORT_ROUTES,
  ...CYCLE_ROUTES,
  ...CLASSIFICATION_ROUTES,
  ...SEARCH_ROUTES,
  {
    method: 'get',
    path: '/api/v1/viewer',
    access: { resource: 'installation', action: 'read' },
    summary: 'Who is looking',
    query: PageQuerySchema,
    answer: json(ViewerSchema),
    problems: [422],
  },
  {
    method: 'get',
    path: '/api/v1/sign-in/{token}',
    access: { resource: 'sign_in', action: 'read' },
    summary: 'Whom a sign-in link would sign in',
    query: PageQuerySchema,
    answer: json(SignInSchema),
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/sign-in/{token}',
    access: { resource: 'sign_in', action: 'create' },
    summary: 'Uses a sign-in link up',
    answer: seeOther,
    problems: [403, 422],
  },
  {
    method: 'post',
    path: '/sign-out',
    access: { resource: 'sign_in', action: 'delete' },
    summary: 'Ends the session',
    answer: seeOther,
    problems: [422],
  },
  {
    method: 'get',
    path: '/api/v1/answers/{token}',
    access: { resource: 'mail_link', action: 'read' },
    summary: 'What a link from a mail shows',
    query: PageQuerySchema,
    answer: json(AnswerSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/answer/{token}',
    access: { resource: 'mail_link', action: 'update' },
    summary: 'Answers the reminder of a link: acknowledges it, puts it off, or says that it is not one’s own',
    answer: seeOther,
    problems: [403, 404, 422],
  },
  ...FIGURE_LINK_ROUTES,
  ...API_TOKEN_ROUTES,
  ...CALENDAR_ROUTES,
  ...FEED_ROUTES,
  ...OPERATION_ROUTES,
  ...RETURNED_MAIL_ROUTES,
  ...SUBSCRIPTION_ROUTES,
  ...HELP_LINE_ROUTES,
  ...PLAIN_TEXT_ROUTES,
  ...SECOND_FACTOR_ROUTES,
  ...SECURITY_EVENT_ROUTES,
];
