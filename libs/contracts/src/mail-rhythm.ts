import { z } from 'zod';

import { RHYTHMS, WAITING_FOR } from '#domain';

import { CivilDateSchema } from './vocabulary.js';

const WeekdaySchema = z.number().int().min(1).max(7).describe('ISO weekday: Monday 1 to Sunday 7');
const MailDaySchema = z.object({ on: CivilDateSchema, weekday: WeekdaySchema });

/** Why a reminder that is to be sent has not left: until when it waits, and what for. */
export const MailWaitSchema = MailDaySchema.extend({ for: z.enum(WAITING_FOR) });

export type MailWait = z.infer<typeof MailWaitSchema>;

const MailRhythmSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string() }),
  rhythm: z.enum(RHYTHMS),
  weekday: WeekdaySchema.nullable().describe('Of the weekly mail'),
  quietWeekdays: z.array(WeekdaySchema).describe('Without mail'),
  quietWhenClosed: z
    .boolean()
    .describe("Whether the State's weekends and public holidays are without mail too"),
  next: MailDaySchema.describe('Of the next mail, if there is something to say then'),
  waiting: z.number().int().describe('Reminders that wait for it'),
});
export type MailRhythmView = z.infer<typeof MailRhythmSchema>;

/** How one's own mails come, for each State that sends any. */
export const MailRhythmsSchema = z.object({ rhythms: z.array(MailRhythmSchema) });
export type MailRhythms = z.infer<typeof MailRhythmsSchema>;

/** What the link of a mail opens for who wants less. */
export const RhythmLinkSchema = MailRhythmSchema.extend({
  personName: z.string(),
  expiresOn: CivilDateSchema,
});
export type RhythmLink = z.infer<typeof RhythmLinkSchema>;
