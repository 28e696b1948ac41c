import { z } from 'zod';

import { AUTHOR_KINDS, SUBMISSION_STATES, SUBMISSION_STEPS, WAITING_REASONS } from '#domain';

import { FigureHandInSchema, FigureSheetSchema } from './figure-sheet.js';
import {
  CertaintySchema,
  CivilDateSchema,
  InstitutionSchema,
  LanguageSchema,
  PeriodSchema,
  SoughtSchema,
} from './vocabulary.js';

const StateSchema = z.enum(SUBMISSION_STATES);
const AuthorKindSchema = z.enum(AUTHOR_KINDS);
const TextsSchema = z.object({ en: z.string().optional(), es: z.string().optional() });
const RecommendationSchema = z.object({ id: z.string(), code: z.string(), title: z.string() });
const IdSchema = z.number().int().positive().max(2_147_483_647);
const VersionSchema = z
  .number()
  .int()
  .positive()
  .max(2_147_483_647)
  .describe('Of what was read before it was changed');

export const ListedSubmissionSchema = z.object({
  id: z.number().int(),
  state: StateSchema,
  revision: z.number().int(),
  version: z.number().int(),
  authorKind: AuthorKindSchema,
  organisation: z.string().nullable(),
  institution: InstitutionSchema.nullable(),
  obligation: z
    .object({ id: z.number().int(), title: z.string(), dueOn: CivilDateSchema.nullable() })
    .nullable()
    .describe('What it answers; null: a contribution'),
  recommendation: RecommendationSchema,
  period: PeriodSchema.nullable(),
  submittedOn: CivilDateSchema.nullable(),
  daysLate: z
    .number()
    .int()
    .nullable()
    .describe('Days between the due day and the handing in; null: not late'),
  decidedOn: CivilDateSchema.nullable(),
  reason: z.string().nullable(),
  locked: z.boolean().describe('Its period takes nothing more until the secretariat unlocks it'),
  excerpt: z.string(),
});
export type ListedSubmissionView = z.infer<typeof ListedSubmissionSchema>;

export const SubmissionListSchema = z.object({
  today: CivilDateSchema,
  items: z.array(ListedSubmissionSchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type SubmissionList = z.infer<typeof SubmissionListSchema>;

const HeldPeriodSchema = z.object({
  indicators: z.array(z.object({ code: z.string(), name: z.string() })),
  source: z.string(),
  period: PeriodSchema,
  reason: z
    .enum([...WAITING_REASONS, 'failed'])
    .describe('Why its published form is not that of its accepted figures'),
  records: z.number().int().nullable().describe('Records that changed since it was published'),
  since: CivilDateSchema,
  publishedOn: CivilDateSchema.nullable(),
});
export type HeldPeriodView = z.infer<typeof HeldPeriodSchema>;

export const ReviewQueueSchema = SubmissionListSchema.extend({
  waiting: z.number().int().describe('All that waits, whatever the filters'),
  held: z
    .object({ total: z.number().int(), items: z.array(HeldPeriodSchema) })
    .describe(
      'Accepted counts of persons that are not published yet, those held longest first: fifty at most',
    ),
});
export type ReviewQueue = z.infer<typeof ReviewQueueSchema>;

export const SubmissionDetailSchema = ListedSubmissionSchema.omit({ excerpt: true }).extend({
  today: CivilDateSchema,
  texts: TextsSchema,
  earlier: z.array(z.object({ revision: z.number().int(), texts: TextsSchema })),
  history: z.array(
    z.object({
      version: z.number().int(),
      step: z.enum(SUBMISSION_STEPS),
      from: StateSchema.nullable(),
      to: StateSchema,
      revision: z.number().int(),
      name: z.string().nullable(),
      actor: z.string(),
      reason: z.string().nullable(),
      on: CivilDateSchema,
      time: z.string(),
    }),
  ),
  comments: z.array(
    z.object({
      id: z.number().int(),
      name: z.string().nullable(),
      actor: z.string(),
      text: z.string(),
      on: CivilDateSchema,
      time: z.string(),
    }),
  ),
  steps: z.array(z.enum(SUBMISSION_STEPS)).describe('What the reader can do with it now'),
  ownHand: z.boolean().describe('The reader had a hand in it: somebody else decides'),
  figures: FigureSheetSchema.nullable().describe('Null where no figure is asked for'),
});
export type SubmissionDetail = z.infer<typeof SubmissionDetailSchema>;

export const ObligationListSchema = z.object({
  today: CivilDateSchema,
  items: z.array(
    z.object({
      id: z.number().int(),
      title: z.string(),
      institution: InstitutionSchema.nullable(),
      recommendation: z.object({ id: z.string(), code: z.string() }),
      certainty: CertaintySchema,
      dueOn: CivilDateSchema.nullable().describe('Only where it is confirmed'),
      estimatedYear: z.number().int().nullable().describe('Only where it is estimated'),
      period: PeriodSchema.nullable(),
      open: z.object({ id: z.number().int(), state: StateSchema }).nullable(),
      lockedBy: z.number().int().nullable().describe('The accepted submission that closes its period'),
    }),
  ),
  figures: FigureSheetSchema.nullable().describe('Of the one that was asked for by its number'),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type ObligationList = z.infer<typeof ObligationListSchema>;

/** Public: kinds of authors and organisations, never persons. */
export const ContributionListSchema = z.object({
  recommendation: RecommendationSchema,
  items: z.array(
    z.object({
      id: z.number().int(),
      authorKind: AuthorKindSchema,
      organisation: z.string().nullable(),
      publishedOn: CivilDateSchema,
      texts: TextsSchema,
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
  opened: z.string().describe('Goes along with a contribution: when the form was opened, signed'),
});
export type ContributionList = z.infer<typeof ContributionListSchema>;

const OrganisationSchema = z.string().trim().min(1).max(200);
/** As long as what an institution reports in prose. */
const NarrativeSchema = z.string().trim().max(10_000);
const DraftSchema = z.object({
  texts: z.object({ en: NarrativeSchema.default(''), es: NarrativeSchema.default('') }),
  organisation: OrganisationSchema.nullable().default(null),
  period: PeriodSchema.nullable().default(null).describe('Only where the obligation has none of its own'),
  figures: FigureHandInSchema.nullable().default(null).describe('All of them; null leaves what stands'),
  handIn: z.boolean().default(false),
});

export const NewSubmissionSchema = DraftSchema.extend({
  obligation: IdSchema.nullable().default(null),
  recommendation: z.string().trim().min(1).max(200).nullable().default(null).describe('Its public id'),
});
export const EditedSubmissionSchema = DraftSchema.extend({ version: VersionSchema });
export const SubmissionStepSchema = z.object({
  step: z.enum(['submit', 'reopen', 'withdraw']),
  version: VersionSchema,
});
export const SubmissionCommentSchema = z.object({ text: z.string().trim().min(1).max(1_000) });
export const SubmissionDecisionSchema = z.object({
  step: z.enum(['accept', 'return', 'take_down']),
  version: VersionSchema,
  reason: z.string().trim().max(500).default(''),
});
export const UnlockedPeriodSchema = z.object({ reason: z.string().trim().min(1).max(500) });

/** Short enough to come back with a form that was refused. */
export const LONGEST_CONTRIBUTION = 2_000;
export const PublicContributionSchema = z.object({
  text: z.string().trim().min(1).max(LONGEST_CONTRIBUTION),
  language: LanguageSchema,
  organisation: OrganisationSchema.nullable().default(null),
  email: z.email().max(254).nullable().default(null).describe('Only for the answer; deleted with it'),
  website: z.string().max(2_000).default('').describe('Stays empty'),
  opened: z.string().max(200),
});
