import { z } from 'zod';

import { COHORT_RULES } from '#domain';

import {
  BudgetPhaseSchema,
  CaseStageSchema,
  CellSchema,
  CivilDateSchema,
  SourceSchema,
} from './vocabulary.js';
import { IndicatorDataSchema } from './indicator.js';

const PhasesSchema = z
  .record(BudgetPhaseSchema, z.number().nullable())
  .describe("In the currency's main unit; null: not reported");

const MonthSchema = z.object({
  month: z.number().int().min(1).max(12),
  endOn: CivilDateSchema,
  executed: z.number().describe('Since the year began, up to the end of the month'),
  inMonth: z
    .number()
    .nullable()
    .describe('In the month alone; null where the month before was not told. Negative: a correction'),
  budget: z.number().nullable().describe('What the budget had been changed to by then'),
  share: z.number().nullable().describe('Executed of the budget, 0 to 1'),
  elapsedShare: z.number().describe('Of the year that is over at the end of the month, 0 to 1'),
  shareYearBefore: z.number().nullable().describe('Executed by the same month a year before, 0 to 1'),
});

/** Approved, revised and executed amounts of the lines that recommendations ask for. */
export const BudgetSchema = z.object({
  today: CivilDateSchema,
  currency: z.string().nullable(),
  otherCurrencies: z
    .array(z.string())
    .describe('Of lines that are not among the sums: amounts of two currencies are never added up'),
  fiscalYear: z.number().int().nullable(),
  executedThrough: CivilDateSchema.nullable(),
  elapsedShare: z.number().nullable().describe('Share of the fiscal year that is over on that day, 0 to 1'),
  purposes: z.array(
    z.object({
      purpose: z.string(),
      named: z.boolean().describe('A recommendation asks for money for it by name'),
      amounts: PhasesSchema,
      indicators: z.array(z.string()),
    }),
  ),
  purposesWithoutLine: z.array(z.string()).describe('Asked for by name, and no budget line is for it'),
  years: z.array(
    z.object({
      fiscalYear: z.number().int(),
      amounts: PhasesSchema,
      constant: PhasesSchema.nullable().describe(
        'The same amounts at the prices of the base year; null where the year has no deflator',
      ),
      finished: z.boolean(),
    }),
  ),
  months: z
    .array(z.object({ purpose: z.string(), fiscalYear: z.number().int(), months: z.array(MonthSchema) }))
    .describe('The newest year that each purpose was told by month'),
  lines: z
    .array(
      z.object({
        indicator: z.string(),
        purpose: z.string(),
        institution: z.string().nullable(),
        level: z.string(),
        currency: z.string(),
        attributableShare: z.number().describe('Part of its money that is for the purpose; 1: earmarked'),
        fiscalYear: z.number().int(),
        amounts: PhasesSchema,
      }),
    )
    .describe('Each line in its newest fiscal year; amounts are its attributable share'),
  constantPrices: z
    .object({
      baseYear: z.number().int(),
      sources: z.array(SourceSchema),
      missingYears: z.array(z.number().int()).describe('No amount at constant prices is given for them'),
    })
    .nullable(),
  perVictim: z
    .array(
      z.object({
        year: z.number().int(),
        spending: z.number().nullable(),
        spendingSources: z.array(SourceSchema),
        victims: z.number().nullable().describe('As it was published'),
        victimSource: SourceSchema.nullable(),
        announcedError: z.number().int().nullable(),
        amount: z.number().nullable(),
        withheld: z
          .enum(['year_not_over', 'spending_not_published', 'victims_not_published', 'no_victim_registered'])
          .nullable(),
      }),
    )
    .describe('Published spending over the published count of registered victims of the same year'),
  sources: z.array(SourceSchema),
});
export type BudgetView = z.infer<typeof BudgetSchema>;

/** Case stages of one cohort. Cohorts under different rules are never mixed. */
export const ProsecutionsSchema = z.object({
  today: CivilDateSchema,
  cohortRule: z.enum(COHORT_RULES).nullable(),
  cohortRules: z
    .array(z.enum(COHORT_RULES))
    .describe('Every rule by which something is counted; shares across rules are refused'),
  cohortYear: z.number().int().nullable(),
  cohortYears: z.array(z.number().int()),
  offences: z.array(
    z.object({
      offence: z.string(),
      indicator: z.string(),
      countable: z
        .boolean()
        .describe(
          'False where domestic law does not know the offence: it cannot be counted, which is not zero',
        ),
      stages: z.array(z.object({ stage: CaseStageSchema, cell: CellSchema })),
    }),
  ),
  announcedError: z.number().int().nullable(),
  disputed: z
    .array(IndicatorDataSchema)
    .describe(
      'Published totals of indicators of the overview of which several sources told different numbers for one period',
    ),
  sources: z.array(SourceSchema),
});
export type ProsecutionsView = z.infer<typeof ProsecutionsSchema>;
