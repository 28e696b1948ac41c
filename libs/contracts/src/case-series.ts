import { z } from 'zod';

import {
  CASE_COUNTS,
  CASE_FACETS,
  CASE_STAGES,
  COHORT_RULES,
  CONVERSION_REFUSALS,
  LEAST_CASES_OF_MEDIAN,
} from '#domain';

import { CursorSchema, LanguageSchema } from './vocabulary.js';

const Id = z.coerce.number().int().min(1).max(2_147_483_647);

export const CaseSeriesQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  facet: z.enum(CASE_FACETS).optional().describe('Main figures, or what is counted apart from them'),
  region: z.enum(['all', 'each']).optional().describe('The whole country, or each region of its own'),
  offence: z.string().max(100).optional(),
  cohort: z.coerce.number().int().min(1900).max(2200).optional().describe('Year of the cohort'),
  fromSeries: Id.optional().describe(
    'With from, toSeries and to: a share of one count in another is worked out',
  ),
  from: z.enum(CASE_COUNTS).optional(),
  toSeries: Id.optional(),
  to: z.enum(CASE_COUNTS).optional(),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** A share of 0 to 1, or why there is none, as a code and in words. */
const RateSchema = z.object({
  share: z.number().nullable(),
  refused: z.enum(CONVERSION_REFUSALS).nullable(),
  explanation: z.string().nullable(),
});

const CountSchema = z.object({
  stage: z.enum(CASE_COUNTS),
  state: z.enum(['reported', 'below_threshold', 'missing', 'not_applicable', 'never']),
  cases: z.number().int().nullable().describe('Beside below_threshold: the bound, as the source printed it'),
  provisional: z.boolean(),
  ofComplaints: RateSchema,
  ofPrevious: RateSchema.describe('Of the nearest earlier stage that was reported'),
  medians: z.array(
    z.object({
      since: z.enum(CASE_STAGES),
      days: z.number().int().nullable(),
      refused: z.enum(['too_few_cases', 'cases_unknown']).nullable(),
      explanation: z.string().nullable(),
    }),
  ),
});

/** Real figures: whoever reads them has the right to. */
export const CaseSeriesListSchema = z.object({
  items: z.array(
    z.object({
      id: z.number().int(),
      indicator: z.object({ code: z.string(), name: z.string() }),
      offence: z.string(),
      region: z.object({ code: z.string(), name: z.string() }).nullable().describe('Null: the whole country'),
      facet: z.enum(CASE_FACETS),
      cohortRule: z.enum(COHORT_RULES),
      cohortYear: z.number().int(),
      institution: z.string().nullable(),
      demonstration: z.boolean(),
      stages: z.array(CountSchema),
      archived: CountSchema,
    }),
  ),
  rate: RateSchema.nullable().describe('Where one was asked for'),
  leastCases: z.number().int().describe(`No median is told of fewer than ${LEAST_CASES_OF_MEDIAN} cases`),
  onlyOf: z.string().nullable().describe('The institution whose series these are; null: of all'),
  nextCursor: z.string().nullable(),
});
export type CaseSeriesList = z.infer<typeof CaseSeriesListSchema>;
