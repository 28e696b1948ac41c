import { z } from 'zod';

import { ADDRESSEES, LADDER_KINDS, THRESHOLD_NAMES } from '#domain';

import { CivilDateSchema, LanguageSchema, PeriodSchema } from './vocabulary.js';

const DayStandingSchema = z.enum(['closed', 'worked', 'announced', 'as_listed']);
const LadderKindSchema = z.enum(LADDER_KINDS);
const LONGEST_REASON = 500;
const reason = z.string().trim().min(1).max(LONGEST_REASON).describe('Why; it stands in the history');
const code = z.string().trim().min(1).max(100);
const rungs = z
  .array(z.number())
  .max(100)
  .describe(
    'Days from the due day (negative before it), or from the day a condition was first seen; in order',
  );

const AddresseeSchema = z.enum(ADDRESSEES);
const LadderSchema = z.object({ rungs, monthlyAfter: z.boolean() });

const LadderWishSchema = z.object({
  kind: LadderKindSchema,
  institution: code.nullable().default(null).describe('Code; null: every institution'),
  rungs: rungs.nullable().describe('Null: none of its own any more'),
  monthlyAfter: z.boolean().default(true).describe('Every 30 days after the last'),
  validFrom: CivilDateSchema.nullable().default(null).describe('From tomorrow on; null: tomorrow'),
  validUntil: CivilDateSchema.nullable().default(null),
});

/** A change of how a State is watched. */
export const WatchRuleChangeSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('day'), on: CivilDateSchema, standing: DayStandingSchema, reason }),
  z.object({
    rule: z.literal('week'),
    weekend: z.array(z.number()).max(7).describe('ISO weekdays, Monday 1 to Sunday 7'),
    reason,
  }),
  LadderWishSchema.extend({ rule: z.literal('ladder'), reason }),
  z.object({ rule: z.literal('threshold'), name: z.string().max(100), value: z.number(), reason }),
  z.object({
    rule: z.literal('duty'),
    id: z.number().int().positive().nullable().default(null).describe('Null: a new one'),
    recommendation: code.describe('Public id'),
    institution: code.nullable().default(null),
    indicator: code.nullable().default(null),
    kind: z.enum(['data_submission', 'report']),
    title: z.object({ en: z.string().trim().min(1).max(200), es: z.string().trim().min(1).max(200) }),
    required: z.boolean().default(true),
    firstDueOn: CivilDateSchema,
    everyMonths: z.number(),
    until: CivilDateSchema.nullable().default(null),
    opensDaysBefore: z.number().default(90),
    firstPeriod: PeriodSchema.nullable().default(null).describe('What the first round is about'),
    reason,
  }),
  z.object({
    rule: z.literal('escalation'),
    steps: z
      .array(z.object({ addressee: AddresseeSchema.exclude(['owner']), workingDays: z.number() }))
      .max(10)
      .nullable()
      .describe('Above the owner, who is always asked first; null: as where a State sets none'),
    reason,
  }),
]);
export type WatchRuleChange = z.infer<typeof WatchRuleChangeSchema>;

export const SavedWatchRuleSchema = z.object({ id: z.number().int().nullable() });

export const WatchRuleQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  year: z.coerce.number().int().min(1990).max(2100).optional().describe('Of the public holidays'),
});

/** A ladder in an address: `rungs=-30 -7 0`. */
export const LadderPreviewQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  kind: LadderKindSchema.default('deadline'),
  institution: z.string().trim().max(100).default('').describe('Code; empty: every institution'),
  rungs: z
    .string()
    .trim()
    .max(400)
    .default('')
    .describe('Days with spaces between them; empty: none of its own'),
  monthlyAfter: z.enum(['yes', 'no']).default('yes'),
  validFrom: z.string().trim().max(10).default(''),
  validUntil: z.string().trim().max(10).default(''),
});
export type LadderPreviewQuery = z.infer<typeof LadderPreviewQuerySchema>;

const said = { reason: z.string(), person: z.string().nullable() };
const named = z.object({ code: z.string(), name: z.string() }).nullable();

/** How a State is watched. */
export const WatchRulesSchema = z.object({
  today: CivilDateSchema,
  mayChange: z.boolean(),
  year: z.number().int(),
  calendar: z.object({
    listKnown: z.boolean().describe('False: no list of the public holidays of this State is known'),
    weekend: z.array(z.number().int()),
    weekReason: z.string().nullable(),
    holidays: z.array(
      z.object({
        on: CivilDateSchema,
        name: z.string(),
        reckoned: z.boolean().describe('Follows the moon: it may be seen a day sooner or later'),
      }),
    ),
    days: z.array(z.object({ on: CivilDateSchema, standing: DayStandingSchema, ...said })),
  }),
  standing: z
    .array(z.object({ kind: LadderKindSchema, ladder: LadderSchema }))
    .describe('What holds tomorrow for every institution'),
  ladders: z
    .array(
      z.object({
        id: z.number().int(),
        kind: LadderKindSchema,
        institution: named,
        ladder: LadderSchema.nullable(),
        validFrom: CivilDateSchema,
        validUntil: CivilDateSchema.nullable(),
        ...said,
      }),
    )
    .describe('The newest fifty that were set, newest first'),
  thresholds: z.array(
    z.object({
      name: z.enum(THRESHOLD_NAMES),
      value: z.number(),
      usual: z.number().describe('Where a State sets nothing'),
      from: z.number(),
      to: z.number(),
      reason: z.string().nullable(),
      person: z.string().nullable(),
    }),
  ),
  escalation: z.object({
    steps: z.array(z.object({ addressee: AddresseeSchema, workingDays: z.number().int() })),
    usual: z
      .array(z.object({ addressee: AddresseeSchema, workingDays: z.number().int() }))
      .describe('Where a State sets nothing'),
    from: z.number(),
    to: z.number(),
    reason: z.string().nullable().describe('Null: the usual ones hold'),
    person: z.string().nullable(),
  }),
  duties: z.array(
    z.object({
      id: z.number().int(),
      recommendation: z.string(),
      institution: z.string().nullable(),
      indicator: z.string().nullable(),
      kind: z.enum(['data_submission', 'report']),
      title: z.object({ en: z.string(), es: z.string() }),
      required: z.boolean(),
      firstDueOn: CivilDateSchema,
      everyMonths: z.number().int(),
      until: CivilDateSchema.nullable(),
      opensDaysBefore: z.number().int(),
      firstPeriod: PeriodSchema.nullable(),
      coming: z.array(CivilDateSchema).describe('Due days of the next rounds that are not made yet'),
    }),
  ),
});
export type WatchRulesView = z.infer<typeof WatchRulesSchema>;

/** When the nearest deadlines would be reminded of. */
export const LadderPreviewSchema = z.object({
  problem: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('Why such a ladder cannot be set'),
  items: z.array(
    z.object({
      title: z.string().nullable().describe('Null: a condition that would first be seen on the anchor'),
      recommendation: z.string().nullable(),
      institution: z.string().nullable(),
      anchor: CivilDateSchema,
      now: z.array(CivilDateSchema),
      then: z.array(CivilDateSchema),
    }),
  ),
});
export type LadderPreviewView = z.infer<typeof LadderPreviewSchema>;
