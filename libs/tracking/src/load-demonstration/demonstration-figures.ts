import { z } from 'zod';

import { CASE_COUNTS, CASE_FACETS, CASE_STAGES, COMPUTED_FROM, SHEET_HEADINGS } from '#domain';

export const BilingualSchema = z.object({ en: z.string().min(1), es: z.string().min(1) });
export const Code = z.string().regex(/^[A-Za-z0-9().-]+$/);

/** A year is absolute (`2019`) for a real figure, or relative to the loading day's year (`{ yearsAgo: 1 }`) for an invented one. */
export const YearSchema = z.union([
  z.number().int().min(1990).max(2100),
  z.object({ yearsAgo: z.number().int().min(0).max(30) }),
]);

const ValueSchema = z.object({
  state: z.enum(['reported', 'below_threshold', 'missing', 'not_applicable']).default('reported'),
  value: z.number().nullable().default(null),
  provisional: z.boolean().default(false),
});

/** An indicator with all its figures. */
export const IndicatorSchema = z.object({
  code: Code,
  track: z.enum(['data', 'budget', 'prosecutions']),
  class: z.enum(['structural', 'process', 'outcome']),
  name: BilingualSchema,
  unit: BilingualSchema,
  population: BilingualSchema.optional(),
  valueType: z.enum(['boolean', 'date', 'stage', 'count', 'ratio', 'amount', 'index']),
  figureKind: z.enum(['person_count', 'derived_rate', 'plain', 'citation']).nullable(),
  direction: z.enum(['increase', 'decrease']).default('increase'),
  /** Null for a structural fact that is reported when it changes. */
  periodicityMonths: z.number().int().nullable(),
  requiredDimensions: z.array(z.string()).default([]),
  /** Purposes of spending that it is asked for; of a budget. */
  requiredPurposes: z.array(z.string()).default([]),
  /** It counts the registered victims, so that spending can be told for each of them. */
  countsVictims: z.boolean().default(false),
  /** Worked out by the program from this series of its own. */
  computed: z.enum(COMPUTED_FROM).nullable().default(null),
  institution: Code.nullable(),
  /** Texts of the metadata sheet, which the library of indicators holds. */
  sheet: z.partialRecord(z.enum(SHEET_HEADINGS), BilingualSchema).default({}),
  baseline: z.object({ value: z.number(), year: YearSchema }).optional(),
  target: z.object({ value: z.number(), year: z.number().int() }).optional(),
  /** Register whose children it counts, where other indicators count them too. */
  cube: z.object({ code: Code, recordSource: z.string() }).nullable().default(null),
  nestedIn: Code.nullable().default(null),
  rate: z
    .object({ numerator: Code, denominator: Code, per: z.union([z.literal(100), z.literal(100_000)]) })
    .nullable()
    .default(null),
  /** Observations by series; `categories` is empty for the total. Periods are calendar years. */
  series: z
    .array(
      z.object({
        source: Code,
        categories: z.record(z.string(), z.string()).default({}),
        observations: z.array(ValueSchema.extend({ year: YearSchema })),
      }),
    )
    .default([]),
  /** For track `budget`: amounts by fiscal year; `executed` of the running year goes through yesterday. */
  budgetLines: z
    .array(
      z.object({
        purpose: z.string(),
        institution: Code.nullable(),
        currency: z.string().default('PEN'),
        source: Code,
        /** Share of a year that is executed by the end of each month, for the running year and the one before it. */
        byMonth: z.array(z.number().min(0).max(1)).length(12).optional(),
        years: z.array(
          z.object({
            year: YearSchema,
            approved: z.number().nullable(),
            revised: z.number().nullable(),
            executed: z.number().nullable(),
          }),
        ),
      }),
    )
    .default([]),
  /** For track `prosecutions`: stages of a cohort; an absent stage was never reported. */
  caseSeries: z
    .array(
      z.object({
        offence: z.string(),
        /** Code of a department; left out: the whole country. */
        region: z.string().default('all'),
        facet: z.enum(CASE_FACETS).default('main'),
        cohortRule: z.enum(['year_of_event', 'year_of_complaint', 'year_of_decision']),
        cohortYear: YearSchema,
        institution: Code.nullable(),
        source: Code,
        stages: z.partialRecord(z.enum(CASE_COUNTS), ValueSchema),
        /** Median days between stages; without `cases` the source does not say of how many. */
        durations: z
          .array(
            z.object({
              since: z.enum(CASE_STAGES),
              stage: z.enum(CASE_STAGES),
              days: z.number().int().min(0),
              cases: z.number().int().min(0).nullable().default(null),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
});

/** Price indices of a currency. */
export const DeflatorSchema = z.object({
  currency: z.string().length(3),
  baseYear: YearSchema,
  source: Code,
  indices: z.array(z.object({ year: YearSchema, index: z.number().positive() })),
});
