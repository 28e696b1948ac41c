import { z } from 'zod';

import { MailWaitSchema } from './mail-rhythm.js';
import { CivilDateSchema, InstitutionSchema, ReasonSchema, SoughtSchema } from './vocabulary.js';

export const DeliveryOutcomeSchema = z.enum([
  'pending',
  'accepted',
  'temporary',
  'permanent',
  'returned',
  'in_doubt',
  'superseded',
  'dead',
  'not_sent',
]);

/** The newest reminder that was to be sent; null: none yet. */
export const LastReminderSchema = z
  .object({
    sentOn: CivilDateSchema.nullable(),
    rung: z.number().int(),
    outcome: DeliveryOutcomeSchema,
    waits: MailWaitSchema.nullable(),
    attempts: z.number().int(),
    reason: z.string().describe('Named reason of the decision to send'),
  })
  .nullable();
export type LastReminder = z.infer<typeof LastReminderSchema>;

/** What is overdue, who owes it, and what became of the last reminder. For the ombudsperson, the secretariat and the institution concerned. */
export const DocketSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() }),
  today: CivilDateSchema,
  viewer: z.object({ role: z.string(), institution: InstitutionSchema.nullable() }),
  items: z.array(
    z.object({
      alert: z.number().int(),
      recommendation: z.object({ id: z.string(), code: z.string(), title: z.string() }),
      obligation: z.string(),
      dueOn: CivilDateSchema,
      daysLate: z.number().int().describe('Negative while the day is still ahead'),
      institution: InstitutionSchema.nullable(),
      hasFocalPoint: z.boolean(),
      alertState: z.enum(['open', 'acknowledged', 'snoozed', 'resolved']),
      snooze: z
        .object({ until: CivilDateSchema, by: z.string().nullable(), because: z.string() })
        .nullable()
        .describe('Until when it was put off, by which institution (null: the State) and why'),
      lastReminder: LastReminderSchema,
      decision: ReasonSchema.nullable().describe('The newest decision to send or not, and why'),
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
  mail: z.object({ waiting: z.number().int(), relayReachable: z.boolean().nullable() }),
});
export type Docket = z.infer<typeof DocketSchema>;

/** Who is looking. `signedIn: false` for the public. */
export const ViewerSchema = z.object({
  signedIn: z.boolean(),
  name: z.string().nullable(),
  role: z.enum([
    'public',
    'contributor',
    'focal_point',
    'monitoring_body',
    'ombudsperson',
    'secretariat',
    'operator',
  ]),
  state: z.string().nullable(),
  institution: InstitutionSchema.nullable(),
});
export type Viewer = z.infer<typeof ViewerSchema>;

/** What a signed link from a mail shows before anything is done (GET shows, POST acts). */
export const AnswerSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() }),
  recommendation: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  institution: InstitutionSchema.nullable(),
  finding: ReasonSchema.describe('Rule and reason: `deadline.overdue`'),
  alertState: z.enum(['open', 'acknowledged', 'snoozed', 'resolved']),
  today: CivilDateSchema,
  snoozedUntil: CivilDateSchema.nullable(),
  latestSnooze: CivilDateSchema.nullable().describe(
    'The last day to which it can be put off; null: not at all',
  ),
  legalDate: CivilDateSchema.nullable().describe('The confirmed day that no snooze passes'),
  notMine: z
    .boolean()
    .describe('Its institution says that it is not its own, and nobody has decided on that'),
  mayDisown: z.boolean(),
  personName: z.string(),
  expiresOn: CivilDateSchema,
});
export type Answer = z.infer<typeof AnswerSchema>;

/** What a one-use sign-in link shows before it is used. */
export const SignInSchema = z.object({
  name: z.string(),
  roles: z.array(
    z.object({ state: z.string(), role: z.string(), institution: InstitutionSchema.nullable() }),
  ),
});
export type SignIn = z.infer<typeof SignInSchema>;
