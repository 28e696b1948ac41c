import { z } from 'zod';

import { ACTION_LEVELS, ACTION_STATUSES, SMART_CRITERIA } from '#domain';

import { MarkedTextSchema } from './search.js';
import { CivilDateSchema, InstitutionSchema, LanguageSchema, SearchTextSchema } from './vocabulary.js';

/** An id of the record. */
const NumberSchema = z.number().int().positive().max(2_147_483_647);
const CodeSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9().-]{1,60}$/, 'expected letters, digits, dots and hyphens');
const ReasonTextSchema = z.string().trim().min(1).max(500);

const BudgetLineSchema = z.object({
  id: z.number().int(),
  purpose: z.string(),
  level: z.string(),
  currency: z.string(),
  institution: z.string().nullable().describe('Code of whose money it is'),
});
const NamedIndicatorSchema = z.object({ code: z.string(), name: z.string() });

/** Public: institutions, never persons. */
export const ActionSchema = z.object({
  id: z.number().int(),
  recommendation: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  institution: InstitutionSchema,
  status: z.enum(ACTION_STATUSES).describe('Derived from the days, today in the State'),
  language: z.string().describe('Of title and description'),
  title: MarkedTextSchema,
  description: MarkedTextSchema,
  level: z.enum(ACTION_LEVELS).describe('Level of government that carries it out'),
  plannedStartOn: CivilDateSchema,
  plannedEndOn: CivilDateSchema.describe('Its last planned day; late from the day after'),
  doneOn: CivilDateSchema.nullable(),
  cancelledOn: CivilDateSchema.nullable(),
  cancelReason: z.string().nullable(),
  criteria: z.array(z.enum(SMART_CRITERIA)).describe('Which of the five boxes of SMART its owner ticked'),
  indicators: z.array(NamedIndicatorSchema).describe('What it is to move'),
  budgetLines: z.array(BudgetLineSchema).describe('What it draws on'),
  evidence: z.number().int().describe('Public evidence that was given for it'),
  version: z.number().int(),
});
export type ActionView = z.infer<typeof ActionSchema>;

export const ActionListSchema = z.object({
  today: CivilDateSchema,
  items: z.array(ActionSchema),
  nextCursor: z.string().nullable(),
});
export type ActionList = z.infer<typeof ActionListSchema>;

/** What an action for a recommendation may move and draw on. */
export const ActionChoicesSchema = z.object({
  today: CivilDateSchema,
  indicators: z.array(NamedIndicatorSchema),
  budgetLines: z.array(BudgetLineSchema),
});
export type ActionChoices = z.infer<typeof ActionChoicesSchema>;

export const ActionDetailSchema = z.object({
  today: CivilDateSchema,
  action: ActionSchema,
  choices: ActionChoicesSchema.describe('What it may move and draw on'),
});
export type ActionDetail = z.infer<typeof ActionDetailSchema>;

export const ActionQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  recommendation: z.string().trim().max(200).default('').describe('Public id; empty: of all'),
  institution: z.string().trim().max(60).default('').describe('Code; empty: of all'),
  late: z.enum(['0', '1']).default('0').describe('1: only what should have ended by now'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const ActionPlanSchema = z.object({
  institution: CodeSchema.describe('Who carries it out'),
  language: z.enum(['en', 'es', 'fr']).describe('Of title and description'),
  title: z.string().trim().min(1).max(300),
  description: z.string().trim().max(2000).default(''),
  level: z.enum(ACTION_LEVELS),
  plannedStartOn: CivilDateSchema,
  plannedEndOn: CivilDateSchema,
  criteria: z.array(z.enum(SMART_CRITERIA)).max(5).default([]),
  indicators: z.array(CodeSchema).max(100).default([]).describe('Codes'),
  budgetLines: z.array(NumberSchema).max(100).default([]),
});
export const ActionChangeSchema = ActionPlanSchema.extend({
  version: NumberSchema.describe('That was read before the change'),
  reason: ReasonTextSchema,
});
export const ActionDoneSchema = z.object({
  doneOn: CivilDateSchema.nullable().describe('Null: it is taken up again'),
  reason: z.string().trim().max(500).default(''),
});
export const ActionCancelSchema = z.object({ reason: ReasonTextSchema });
