import { z } from 'zod';

import { ADDRESSEES, ESCALATION_STANDS, TELLING_OUTCOMES } from '#domain';

import { DeliveryOutcomeSchema } from './docket.js';
import {
  CivilDateSchema,
  CursorSchema,
  InstitutionSchema,
  LanguageSchema,
  ReasonSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

const StandsSchema = z
  .enum(ESCALATION_STANDS)
  .describe('open: nobody has answered yet; answered: somebody has; settled: its cause is gone');
const ToldSchema = z
  .enum(TELLING_OUTCOMES)
  .describe('What became of the mail that told the office; none: there was nobody to tell');

export const EscalationQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  stands: z.union([z.literal(''), StandsSchema]).default(''),
  told: z.union([z.literal(''), ToldSchema]).default(''),
  institution: z.string().max(60).default('').describe('Code of the institution that owes'),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const EscalationSchema = z.object({
  id: z.number().int(),
  alert: z.number().int(),
  recommendation: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  finding: ReasonSchema.describe('Rule and reason: `deadline.overdue`'),
  institution: InstitutionSchema.nullable().describe('That owes; null: nobody is responsible'),
  cameOn: CivilDateSchema,
  why: z.string().describe('Code of why the step was taken'),
  workingDays: z.number().int().describe('Without an answer, after which it comes'),
  stands: StandsSchema,
  dueOn: CivilDateSchema.nullable(),
  openedOn: CivilDateSchema.describe('Since when it was found'),
  reminders: z.number().int().describe('Sent before'),
  before: z
    .array(
      z.object({
        on: CivilDateSchema,
        kind: z.string(),
        reason: z.string().nullable().describe('Code of why a step was taken; null of what people did'),
        addressee: z.enum(ADDRESSEES).nullable().describe('Of a step'),
      }),
    )
    .describe('What became of it before, the oldest first; the last ten'),
  told: ToldSchema,
  mails: z.array(
    z.object({
      outcome: DeliveryOutcomeSchema,
      on: CivilDateSchema.nullable(),
      attempts: z.number().int(),
    }),
  ),
});
export type EscalationView = z.infer<typeof EscalationSchema>;

export const EscalationListSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string() }),
  today: CivilDateSchema,
  open: z.number().int().describe('That nobody has answered yet, whatever the list is narrowed to'),
  items: z.array(EscalationSchema).describe('The newest first'),
  institutions: z.array(InstitutionSchema).describe('By which the list can be narrowed'),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type EscalationList = z.infer<typeof EscalationListSchema>;
