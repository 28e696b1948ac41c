import { z } from 'zod';

import { COHORT_RULES } from '#domain';

import {
  BudgetPhaseSchema,
  CaseStageSchema,
  CellSchema,
  CivilDateSchema,
  SourceSchema,
} from './vocabulary.js';

const PhasesSchema = z
  .record(BudgetPhaseSchema, z.number().nullable())
  .describe("In the currency's main unit; null: not reported");

/** Approved, revised and executed amounts of the lines that recommendations ask for. */
export const BudgetSchema = z.object({
  today: CivilDateSchema,
  currency: z.string().nullable(),
  fiscalYear: z.number().int().nullable(),
  executedThrough: CivilDateSchema.nullable(),
  elapsedShare: z.number().nullable().describe('Share of the fiscal year that is over on that day, 0 to 1'),
  purposes: z.array(
    z.object({
      purpose: z.string(),
      named: z.boolean().describe('One of the four purposes that paragraph 18 names'),
      amounts: PhasesSchema,
      indicators: z.array(z.string()),
    }),
  ),
  years: z.array(z.object({ fiscalYear: z.number().int(), amounts: PhasesSchema, finished: z.boolean() })),
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
  sources: z.array(SourceSchema),
});
export type ProsecutionsView = z.infer<typeof ProsecutionsSchema>;
