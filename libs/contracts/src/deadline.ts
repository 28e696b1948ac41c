import { z } from 'zod';

import { DUTY_KINDS, DUTY_OUTCOMES, DUTY_TIMES } from '#domain';

import {
  CivilDateSchema,
  CursorSchema,
  DueSchema,
  InstitutionSchema,
  LanguageSchema,
  PeriodSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

export const DeadlineQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  when: z
    .enum(DUTY_TIMES)
    .default('coming')
    .describe('past: its newest day first; the others: the soonest first'),
  kind: z.enum(DUTY_KINDS).optional(),
  institution: z.string().max(40).optional().describe('Code of an institution: only what it owes'),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** How punctual one institution is: what was required of it by a confirmed day, by the year of that day. */
export const TimelinessSchema = z.object({
  years: z
    .array(
      z.object({
        year: z.number().int(),
        onTime: z.number().int(),
        late: z.number().int(),
        outstanding: z.number().int().describe('Its day is over and nothing came'),
        open: z.number().int().describe('Its day is still to come'),
      }),
    )
    .describe('Newest first'),
});
export type Timeliness = z.infer<typeof TimelinessSchema>;

export const DutySchema = z.object({
  id: z.string(),
  kind: z.enum(DUTY_KINDS),
  title: z.string(),
  recommendation: z.object({ id: z.string(), code: z.string() }).nullable(),
  document: z.object({ slug: z.string(), title: z.string() }),
  paragraphs: z.array(z.string()).describe('Codes of the recommendations that a follow-up is asked for'),
  institution: InstitutionSchema.nullable().describe('Null: the State as a whole, or nobody yet'),
  period: PeriodSchema.nullable(),
  required: z.boolean(),
  due: DueSchema,
  handedInOn: CivilDateSchema.nullable(),
  outcome: z
    .enum(DUTY_OUTCOMES)
    .describe(
      'sent: it came, without a day to measure it by; not_sent: its day is over and it was not required; not_recorded: the record does not keep whether it came',
    ),
  daysLate: z.number().int().nullable().describe('Of what came late, or is overdue'),
  day: CivilDateSchema.nullable().describe('By which it is listed; null: no day and no year'),
});
export type DutyView = z.infer<typeof DutySchema>;

export const DeadlineListSchema = z.object({
  today: CivilDateSchema,
  counts: z
    .object({
      coming: z.number().int(),
      undated: z.number().int(),
      overdue: z.number().int(),
      past: z.number().int(),
      nextOn: CivilDateSchema.nullable(),
    })
    .describe('Of the same kind and institution, whenever they are due'),
  institutions: z.array(InstitutionSchema).describe('Those that owe something, or did'),
  items: z.array(DutySchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type DeadlineList = z.infer<typeof DeadlineListSchema>;
