import { z } from 'zod';

const State = z.string().regex(/^[A-Z]{3}$/, 'expected the three letters of a State');
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_S = 86_400;

const Person = z.int().positive();
/** A mail about the way into an account. `mail` names this one mail: whoever asks again asks for another. */
const AccessMailSchema = z.discriminatedUnion('kind', [
  // Nobody, where the address that was typed is not known: the queue gets a job for it all the same.
  z.object({ mail: z.uuid(), kind: z.literal('recovery'), personId: Person.nullable() }),
  z.object({
    mail: z.uuid(),
    kind: z.literal('appointment'),
    personId: Person,
    state: State,
    role: z.string(),
    institution: z.string().nullable(),
    by: Person.nullable(),
  }),
  z.object({
    mail: z.uuid(),
    kind: z.enum(['access_ended', 'factors_reset']),
    personId: Person,
    state: State,
    role: z.string(),
    by: Person,
    on: z.iso.date(),
  }),
]);

interface JobDefinition<S extends z.ZodType> {
  readonly queue: 'watch' | 'mail' | 'access' | 'links';
  /** A job may be older than the code that handles it: the payload is read by its schema again before it is used. */
  readonly payload: S;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly jobId: (payload: z.infer<S>) => string;
}

function job<S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition<S> {
  return definition;
}

/**
 * Every job there is. Payloads carry ids and civil days, never facts: PostgreSQL is the truth, a job only a wake-up call.
 * A new job is a line here and a handler in apps/worker; the start refuses one without the other.
 */
export const JOBS = {
  'sweep.run': job({
    queue: 'watch',
    // `again`: a person wants the day swept although that is done.
    payload: z.object({ state: State, on: z.iso.date(), again: z.boolean().optional() }),
    attempts: 5,
    backoffMs: MINUTE_MS,
    jobId: ({ state, on, again }) => `sweep.${state}.${on}${again ? '.again' : ''}`,
  }),
  'figures.publish': job({
    queue: 'watch',
    payload: z.object({ state: State }),
    attempts: 5,
    backoffMs: MINUTE_MS,
    jobId: ({ state }) => `publish.${state}`,
  }),
  // A file that is too long to be read while its sender waits; what is to be done with it stands in its row.
  'figures.import': job({
    queue: 'watch',
    payload: z.object({ state: State, upload: z.int().positive() }),
    attempts: 5,
    backoffMs: MINUTE_MS,
    jobId: ({ state, upload }) => `import.${state}.${upload}`,
  }),
  'digest.close': job({
    queue: 'mail',
    payload: z.object({ state: State, on: z.iso.date() }),
    attempts: 5,
    backoffMs: MINUTE_MS,
    jobId: ({ state, on }) => `digest.${state}.${on}`,
  }),
  // Of the whole installation, once a day.
  'retention.apply': job({
    queue: 'watch',
    payload: z.object({ on: z.iso.date() }),
    attempts: 5,
    backoffMs: MINUTE_MS,
    jobId: ({ on }) => `retention.${on}`,
  }),
  // The ledger owns the retries of mails; the job itself only starts a round.
  'mail.deliver': job({
    queue: 'mail',
    payload: z.object({ state: State }),
    attempts: 1,
    backoffMs: MINUTE_MS,
    jobId: ({ state }) => `deliver.${state}`,
  }),
  // A queue of its own: whoever waits for a way in does not wait for the reminders of a State. Some two hours of attempts.
  'access.mail': job({
    queue: 'access',
    payload: AccessMailSchema,
    attempts: 9,
    backoffMs: 30 * SECOND_MS,
    jobId: ({ mail }) => `access.${mail}`,
  }),
  // A queue of its own: slow servers of others hold up no sweep. What was answered stands in the record; the next tick asks for the rest.
  'links.check': job({
    queue: 'links',
    payload: z.object({ state: State }),
    attempts: 1,
    backoffMs: MINUTE_MS,
    jobId: ({ state }) => `links.${state}`,
  }),
  // What was published until yesterday, to those who follow it by mail.
  'news.tell': job({
    queue: 'mail',
    payload: z.object({ state: State, on: z.iso.date() }),
    attempts: 5,
    backoffMs: MINUTE_MS,
    jobId: ({ state, on }) => `news.${state}.${on}`,
  }),
  'audit.mail': job({
    queue: 'mail',
    payload: z.object({}),
    attempts: 1,
    backoffMs: MINUTE_MS,
    jobId: () => 'audit.mail',
  }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;
export type AccessMailWish = JobPayload<'access.mail'>;
export type QueueName = (typeof JOBS)[JobName]['queue'];

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export const QUEUE_NAMES = [...new Set(JOB_NAMES.map((name) => JOBS[name].queue))];

/** Failed jobs are kept this long for a person to look at. */
export const KEEP_FAILED_FOR_S = 90 * DAY_S;
