import {
  ClassificationListSchema,
  ClassificationVerdictSchema,
  DocumentSuggestionsSchema,
  RecommendationSuggestionsSchema,
  SuggestionQuerySchema,
} from '#contracts';

import { PageQuerySchema } from '../public/states.controller.js';
import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const STATE = '/api/v1/states/{iso3}';

/** What recommendations are about: the vocabularies for everybody, suggestions and decisions for those who keep the record. */
export const CLASSIFICATION_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/v1/classifications',
    access: { resource: 'public_record', action: 'read' },
    summary: 'Themes, affected groups, SDG targets and kinds of indicators that a recommendation can have',
    query: PageQuerySchema,
    answer: json(ClassificationListSchema),
    problems: [422],
  },
  {
    method: 'get',
    path: `${STATE}/documents/{slug}/suggestions`,
    access: { resource: 'classification', action: 'read' },
    summary: 'What each recommendation of a document may be about, with the words that speak for it',
    query: SuggestionQuerySchema,
    answer: json(DocumentSuggestionsSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `${STATE}/recommendations/{id}/suggestions`,
    access: { resource: 'classification', action: 'read' },
    summary: 'The same of one recommendation',
    query: PageQuerySchema,
    answer: json(RecommendationSuggestionsSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: '/states/{iso3}/recommendations/{id}/suggestions',
    access: { resource: 'classification', action: 'update' },
    summary: 'Confirms or dismisses values of a recommendation, or puts another in the place of one',
    body: ClassificationVerdictSchema,
    answer: seeOther,
    problems: [403, 404, 422],
  },
];
