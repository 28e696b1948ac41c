import { z } from 'zod';

import { DEPARTURE_RULES } from '#domain';

import { CivilDateSchema, InstitutionSchema, PeriodSchema } from './vocabulary.js';

const StateSchema = z.enum(['reported', 'below_threshold', 'missing', 'not_applicable']);
const CategoriesSchema = z
  .record(z.string().max(100), z.string().max(100))
  .describe('One category per dimension; empty for the total');

/** A real figure, for those who may see the submission. The public reads published figures and nothing else. */
export const FigureViewSchema = z.object({
  state: StateSchema,
  value: z
    .number()
    .nullable()
    .describe('Of a date the days since 1970-01-01, of a stage its place from 0, of yes and no 1 and 0'),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  provisional: z.boolean(),
});
export type FigureView = z.infer<typeof FigureViewSchema>;

export const FigureSheetSchema = z.object({
  indicator: z.object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    population: z.string().nullable(),
    valueType: z.enum(['boolean', 'date', 'stage', 'count', 'ratio', 'amount', 'index']),
    ratioPer: z.number().nullable(),
  }),
  shape: z
    .enum(['cells', 'cases', 'budget'])
    .describe(
      'One figure for each category, counts of cases by cohort and stage, or amounts by line and month',
    ),
  groups: z
    .array(
      z.object({
        key: z.string(),
        categories: CategoriesSchema,
        names: z.record(z.string(), z.string()).describe('Of its categories'),
        currency: z.string().nullable(),
      }),
    )
    .describe('Cohorts of cases, or budget lines; empty where one figure is asked for by category'),
  groupsLeftOut: z
    .number()
    .int()
    .describe('More cohorts or lines than one form can send: they come in a file'),
  source: z.string().nullable(),
  period: PeriodSchema.nullable(),
  rows: z.array(
    z.object({
      key: z.string().describe('Empty for the total'),
      categories: CategoriesSchema,
      dimension: z.string().nullable(),
      group: z.string().nullable().describe('Key of the cohort or the budget line that it belongs to'),
      label: z.string(),
      handedIn: FigureViewSchema.nullable(),
      reason: z.string().nullable().describe('Why it differs from what was accepted'),
      accepted: FigureViewSchema.nullable().describe('For the same period, from the same source'),
      earlier: FigureViewSchema.extend({ period: PeriodSchema }).nullable(),
    }),
  ),
  dimensions: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      categories: z.number().int(),
      received: z.number().int().describe('Categories with a figure in what was handed in'),
      inForm: z.boolean().describe('Few enough categories for a form with a row for each'),
      choices: z
        .array(z.object({ key: z.string(), name: z.string() }))
        .describe('Of more categories than that: each with the key of its series, in their order'),
      codeSystems: z.array(z.string()).describe('Registers that have codes of its categories'),
      inSeveral: z.boolean().describe('One unit may be counted in several categories'),
    }),
  ),
  departures: z.array(
    z.object({
      key: z.string(),
      dimension: z.string(),
      rule: z.enum(DEPARTURE_RULES),
      parts: z.number(),
      total: z.number(),
      reason: z.string().nullable().describe('Why it stands all the same'),
    }),
  ),
  problems: z
    .array(
      z.object({
        key: z.string(),
        field: z.string(),
        code: z.string(),
        numbers: z.array(z.number()).describe('Of a departure: what the parts come to, and the total'),
        dimension: z.string().nullable().describe('Of a departure: whose parts they are'),
      }),
    )
    .describe('What stands between the draft and handing it in'),
});
export type FigureSheetView = z.infer<typeof FigureSheetSchema>;

const ReasonSchema = z.string().trim().max(500).nullable().default(null);
const NumberSchema = z
  .union([z.string().max(60), z.number(), z.boolean()])
  .transform((value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)));

/** As much as the largest form holds; more comes in a file. */
const MOST_FIGURES = 1_000;
export const FigureHandInSchema = z.object({
  figures: z
    .array(
      z.object({
        categories: CategoriesSchema.default({}),
        value: NumberSchema.default('').describe(
          'A number with a decimal point, "<5", yes or no, a day, a stage',
        ),
        numerator: NumberSchema.default(''),
        denominator: NumberSchema.default(''),
        state: StateSchema.optional().describe('Left out: the value tells it'),
        provisional: z.boolean().default(false),
        reason: ReasonSchema.describe('Needed where it differs from what was accepted'),
        codes: z
          .enum(['inei', 'reniec', 'iso'])
          .optional()
          .describe(
            'Register whose codes name its departments; left out: the codes of this record, or names',
          ),
      }),
    )
    .max(MOST_FIGURES),
  departureReason: ReasonSchema.describe('Needed where parts do not add up'),
  decimalMark: z.enum(['.', ',']).default('.'),
});

/** What the link of a mail shows: one obligation, its form, and what was sent by it. */
export const FigureLinkSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() }),
  recommendation: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  institution: InstitutionSchema.nullable(),
  obligation: z.object({
    title: z.string(),
    dueOn: CivilDateSchema.nullable(),
    period: PeriodSchema.nullable(),
  }),
  personName: z.string(),
  expiresOn: CivilDateSchema,
  standing: z.enum(['open', 'used', 'begun', 'waits', 'accepted', 'locked']),
  figures: FigureSheetSchema.nullable().describe('To fill in; or as it was sent'),
  sent: z
    .object({
      on: CivilDateSchema,
      texts: z.object({ en: z.string().optional(), es: z.string().optional() }),
    })
    .nullable(),
});
export type FigureLinkView = z.infer<typeof FigureLinkSchema>;
