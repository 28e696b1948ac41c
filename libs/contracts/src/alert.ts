import { z } from 'zod';

import { ADDRESSEES, ALERT_AGES, RULES } from '#domain';

import { DeliveryOutcomeSchema, LastReminderSchema } from './docket.js';
import { MailWaitSchema } from './mail-rhythm.js';
import {
  CivilDateSchema,
  CursorSchema,
  InstitutionSchema,
  LanguageSchema,
  ReasonSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

const AlertStateSchema = z.enum(['open', 'acknowledged', 'snoozed', 'resolved']);
export const SEVERITIES = ['critical', 'warning', 'notice'] as const;
const AddresseeSchema = z.enum(ADDRESSEES);

export const AlertQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  show: z
    .enum(['standing', 'carried_up', 'docket', 'snoozed', 'not_mine'])
    .default('standing')
    .describe(
      'standing: not settled; carried_up: nobody answered; docket: carried up to the ombudsperson; snoozed: put off; not_mine: an institution says that it is not its own',
    ),
  institution: z.string().max(60).optional().describe('Code of the institution that is asked; -: nobody is'),
  rule: z.enum(RULES).optional().describe('The check that found it'),
  severity: z.enum(SEVERITIES).optional(),
  age: z
    .enum(ALERT_AGES)
    .optional()
    .describe(
      'Days since it was opened: month: to 30; quarter: 31 to 90; half_year: to 180; year: to 365; older',
    ),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const AlertInListSchema = z.object({
  alert: z.number().int(),
  recommendation: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  finding: ReasonSchema.describe('Rule and reason: `deadline.overdue`'),
  state: AlertStateSchema,
  dueOn: CivilDateSchema.nullable(),
  institution: InstitutionSchema.nullable(),
  asksCoordination: z
    .boolean()
    .describe('No institution owes it: it is a question to the coordinating body of the State'),
  openedOn: CivilDateSchema,
  unansweredSince: CivilDateSchema,
  addressee: AddresseeSchema.describe('Who was told last because nobody answered; owner: nobody else yet'),
  snoozedUntil: CivilDateSchema.nullable().describe('The last quiet day'),
  notMine: z
    .boolean()
    .describe('Its institution says that it is not its own, and nobody has decided on that'),
  decision: z
    .string()
    .nullable()
    .describe('Why somebody was written to, or nobody, when the watch looked last'),
  lastReminder: LastReminderSchema,
});
export type AlertInList = z.infer<typeof AlertInListSchema>;

export const AlertListSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string() }),
  today: CivilDateSchema,
  institution: InstitutionSchema.nullable().describe('The one that the list is narrowed to'),
  items: z.array(AlertInListSchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type AlertList = z.infer<typeof AlertListSchema>;

export const AlertDetailSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string() }),
  today: CivilDateSchema,
  alert: AlertInListSchema,
  latestSnooze: CivilDateSchema.nullable().describe(
    'The last day to which it can be put off; null: not at all',
  ),
  legalDate: CivilDateSchema.nullable().describe('The confirmed day that no snooze passes'),
  steps: z.array(
    z.object({
      addressee: AddresseeSchema,
      workingDays: z.number().int(),
      on: CivilDateSchema.describe('The day on which it comes if nobody answers'),
      taken: z.boolean(),
      people: z.array(
        z.object({
          name: z.string().nullable().describe('Null for readers who are not told who people are'),
          reachable: z.boolean(),
        }),
      ),
    }),
  ),
  changes: z
    .array(
      z.object({
        id: z.number().int(),
        on: CivilDateSchema,
        kind: z.string(),
        by: z.string().nullable().describe('Null: the watch, or a person whom the reader is not told of'),
        byWatch: z.boolean(),
        institution: z.string().nullable().describe('Code of the institution that was spoken for'),
        reason: z.string().describe('A code where the watch acted; what was written where a person did'),
        until: CivilDateSchema.nullable(),
        addressee: AddresseeSchema.nullable(),
        workingDays: z.number().int().nullable(),
      }),
    )
    .describe('The newest first, 200 at most'),
  notices: z
    .array(
      z.object({
        id: z.number().int(),
        person: z.string().nullable().describe('Null for readers who are not told who people are'),
        rung: z.number().int().describe('Civil days from the due day; working days where it was carried up'),
        carriedUp: z.boolean(),
        on: CivilDateSchema,
        writtenOn: CivilDateSchema,
        reason: z.string(),
        sent: z.boolean(),
        mailedOn: CivilDateSchema.nullable(),
        delivery: DeliveryOutcomeSchema,
        waits: MailWaitSchema.nullable(),
        attempts: z.number().int(),
      }),
    )
    .describe('The newest first, 200 at most'),
  disclaimers: z.array(
    z.object({
      id: z.number().int(),
      institution: z.string().nullable(),
      reason: z.string(),
      saidOn: CivilDateSchema,
      decision: z.enum(['assigned', 'sent_back']).nullable(),
      decidedOn: CivilDateSchema.nullable(),
      decisionReason: z.string().nullable(),
    }),
  ),
  institutions: z.array(InstitutionSchema).describe('To which it can be assigned'),
});
export type AlertDetail = z.infer<typeof AlertDetailSchema>;

const reason = z.string().trim().max(500, 'expected at most 500 characters').default('');

/** What a person answers. A reason is needed but for an acknowledgement. */
export const AlertAnswerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('acknowledge'), reason }),
  z.object({ answer: z.literal('snooze'), reason, until: CivilDateSchema }),
  z.object({ answer: z.literal('reopen'), reason }),
  z.object({ answer: z.literal('not_mine'), reason }),
  z.object({ answer: z.literal('take_back'), reason }),
]);
export type AlertAnswer = z.infer<typeof AlertAnswerSchema>;

export const DisclaimerDecisionSchema = z
  .object({
    decision: z.enum(['assigned', 'sent_back']),
    institution: z.string().trim().max(60).default('').describe('Code; empty where it is sent back'),
    reason,
  })
  .transform((wish) => ({
    ...wish,
    institution: wish.decision === 'sent_back' || wish.institution === '' ? null : wish.institution,
  }));
