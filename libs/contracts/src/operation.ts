import { z } from 'zod';

import { DEAD_LETTER_LISTS, DEAD_LETTER_STATES, WATCH_PARTS } from '#domain';

import { CivilDateSchema, LanguageSchema } from './vocabulary.js';

const instant = z.iso.datetime();
const count = z.number().int();
const counts = z.record(z.string(), z.number());
const incident = {
  part: z.enum(WATCH_PARTS),
  state: z.string().nullable().describe('Null: of the whole installation'),
  since: instant,
};

const StateWatchSchema = z.object({
  state: z.string(),
  demonstration: z.boolean(),
  today: CivilDateSchema,
  last: z
    .object({
      sweptOn: CivilDateSchema,
      finishedAt: instant,
      seconds: z.number().describe('From its last beginning to its end'),
      counts,
    })
    .nullable()
    .describe('The newest that finished'),
  unfinished: z
    .object({
      sweptOn: CivilDateSchema,
      startedAt: instant.nullable(),
      attempts: count,
      failure: z.string().nullable().describe('Kind of the error by which the last attempt ended'),
    })
    .nullable(),
  next: z.object({ on: CivilDateSchema, due: z.boolean() }),
  backlog: z.object({
    notices: count.describe('Reminders that wait for the mail of the day'),
    oldestNoticeOn: CivilDateSchema.nullable(),
    messages: count.describe('Mails that have not left'),
    oldestMessageAt: instant.nullable(),
  }),
  outcomes: z.array(
    z.object({ outcome: z.string(), day: count.describe('In 24 hours'), week: count.describe('In 7 days') }),
  ),
  deadLetters: count,
});
export type StateWatch = z.infer<typeof StateWatchSchema>;

/** The operator's room: the watch itself, and no figures. */
export const WatchSchema = z.object({
  now: instant,
  incidents: z.array(z.object({ ...incident, recoveredAt: instant.nullable() })),
  states: z.array(StateWatchSchema),
  workers: z.array(z.object({ name: z.string(), startedAt: instant, tickedAt: instant })),
  queues: z
    .record(z.string(), z.record(z.string(), count))
    .nullable()
    .describe('Null: the queue does not answer'),
  failedJobs: z.array(
    z.object({ queue: z.string(), job: z.string(), reason: z.string(), attempts: count, failedAt: instant }),
  ),
});
export type Watch = z.infer<typeof WatchSchema>;

/** Whether the installation does its work, for a monitor. */
export const HealthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  parts: z.array(
    z.object({
      part: z.enum([...WATCH_PARTS, 'database', 'queue']),
      state: z.string().nullable(),
      since: instant.nullable(),
    }),
  ),
});
export type Health = z.infer<typeof HealthSchema>;

const DeadLetterSchema = z.object({
  id: count,
  person: count.describe('Number of the person'),
  domain: z.string().describe('What stands behind the at sign'),
  on: CivilDateSchema.describe('Day of the mail'),
  state: z.enum(DEAD_LETTER_STATES),
  attempts: count,
  notices: count.describe('Reminders in it; 0 for a mail that is no reminder'),
  code: count.nullable().describe("The relay's"),
  reason: z.string().nullable().describe('What the relay or the template said, without addresses'),
  failedAt: instant,
  setAside: z
    .object({
      at: instant,
      reason: z.string(),
      by: z.string().nullable().describe('Name; null for somebody who is no longer kept'),
    })
    .nullable()
    .describe('Null: it waits for a hand'),
});
export type DeadLetterView = z.infer<typeof DeadLetterSchema>;

const DeadLetterReasonSchema = z.object({
  key: z.string().describe('Names the reason'),
  state: z.enum(DEAD_LETTER_STATES),
  code: count.nullable(),
  reason: z.string().nullable(),
  count: count.describe('Mails that wait for it'),
  sends: count.describe('How many of them leave at once, the oldest first'),
  until: instant.describe('When the newest of them failed: what fails later is not sent with them'),
});
export type DeadLetterReasonView = z.infer<typeof DeadLetterReasonSchema>;

/** Newest first. */
export const DeadLetterListSchema = z.object({
  items: z.array(DeadLetterSchema),
  reasons: z
    .array(DeadLetterReasonSchema)
    .describe('For which several wait; on the first page of those that wait'),
  nextCursor: z.string().nullable(),
});
export type DeadLetterList = z.infer<typeof DeadLetterListSchema>;

export const DeadLetterQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  show: z.enum(DEAD_LETTER_LISTS).default('waiting'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** As the list gave them. */
export const ReplayAllSchema = z.object({
  reason: z.string().regex(/^[0-9a-f]{32}$/, 'expected the key of a reason'),
  until: instant,
});

export const ReplayedAllSchema = z.object({
  replayed: count,
  left: count.describe('Cannot be written, or nothing of them holds any more: they stand where they stood'),
});
export type ReplayedAllView = z.infer<typeof ReplayedAllSchema>;

export const DeadLetterDecisionSchema = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('replay') }),
  z.object({ decision: z.literal('take_up').describe('Waits again, where it was set aside') }),
  z.object({
    decision: z.literal('set_aside'),
    reason: z.string().trim().min(1).max(500).describe('Why; it stands in the history'),
  }),
]);

export const AskedSweepSchema = z.object({ on: CivilDateSchema });

export const SweepPreviewQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  on: z.string().trim().max(10).default('').describe('Day; empty: today'),
});

const alertChange = z.object({ code: z.string(), rule: z.string(), reason: z.string() });

/** What a sweep would bring. Nothing is written. */
export const SweepPreviewSchema = z.object({
  today: CivilDateSchema,
  mayLookAhead: z.boolean().describe('Another day than today: in the demonstration only'),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  preview: z
    .object({
      on: CivilDateSchema,
      counts,
      opened: z.array(alertChange),
      resolved: z.array(alertChange),
      people: z.array(
        z.object({
          person: z.string(),
          reminders: z.array(
            z.object({
              code: z.string(),
              rule: z.string(),
              reason: z.string(),
              rung: count.describe('Days from the due day, or from the day a condition was first seen'),
              rungOn: CivilDateSchema,
            }),
          ),
        }),
      ),
      leftOut: count.describe('Reminders and alerts beyond those that are listed'),
      silent: z.array(z.object({ reason: z.string(), count })).describe('Why the others say nothing'),
    })
    .nullable(),
});
export type SweepPreviewView = z.infer<typeof SweepPreviewSchema>;
