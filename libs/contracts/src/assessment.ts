import { z } from 'zod';

import { ASSESSORS, IMPLEMENTATION_DECISIONS, OPENNESSES } from '#domain';

import { MarkedTextSchema } from './search.js';
import {
  CivilDateSchema,
  ItemStatusSchema,
  LanguageSchema,
  ReasonSchema,
  SearchTextSchema,
} from './vocabulary.js';

const NamedStateSchema = z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() });
const AssessorSchema = z.enum(ASSESSORS);
const DecisionKindSchema = z.enum(IMPLEMENTATION_DECISIONS);

const ItemSchema = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string().describe('Ours'),
  document: z.string().describe('Slug'),
});

export const AssessmentScaleListSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      internal: z.boolean().describe('Ours, and no committee’s'),
      mechanism: z.string().nullable().describe('Treaty body whose scale it is; null: ours'),
      name: z.string(),
      version: z.string(),
      validFrom: CivilDateSchema.nullable(),
      validUntil: CivilDateSchema.nullable(),
      doubtful: z.boolean().describe('The source settles its wording or its days only in part'),
      source: z.string(),
      grades: z.array(z.object({ code: z.string(), name: z.string() })).describe('Best first'),
    }),
  ),
});
export type AssessmentScaleList = z.infer<typeof AssessmentScaleListSchema>;
export type AssessmentScaleView = AssessmentScaleList['items'][number];

const AssessmentSchema = z.object({
  id: z.number().int(),
  recommendation: ItemSchema,
  assessor: AssessorSchema,
  graded: z
    .object({
      scale: z.string(),
      scaleName: z.string(),
      version: z.string(),
      internal: z.boolean().describe('The scale is ours, and no committee’s'),
      grade: z.string(),
      name: z.string(),
    })
    .nullable()
    .describe('Null where a committee has no scale: its words stand alone'),
  assessedOn: CivilDateSchema.describe('For a committee, the day of the cited document'),
  text: MarkedTextSchema.describe('The assessor’s own words'),
  language: z.string(),
  cited: z
    .object({ symbol: z.string(), paragraph: z.string().nullable() })
    .nullable()
    .describe('Document in which it was said'),
  source: z.string().nullable(),
  supersedes: z.number().int().nullable(),
  supersedeReason: z.string().nullable(),
  supersededBy: z.number().int().nullable(),
  publishedOn: CivilDateSchema.nullable().describe('Null: confidential'),
  withdrawnOn: CivilDateSchema.nullable(),
  withdrawnReason: z.string().nullable(),
});
export type AssessmentView = z.infer<typeof AssessmentSchema>;

export const AssessmentListSchema = z.object({
  state: NamedStateSchema,
  items: z.array(AssessmentSchema),
  nextCursor: z.string().nullable(),
});
export type AssessmentList = z.infer<typeof AssessmentListSchema>;

const InTheWaySchema = z.object({
  hindrance: z.enum(['no_value', 'not_at_target', 'not_in_force', 'no_evidence']),
  indicator: z.string().nullable().describe('Code'),
  indicatorName: z.string().nullable().describe('Null: of no indicator, or of one that is no longer there'),
  value: z.number().nullable(),
  target: z.number().nullable(),
});
export type InTheWayView = z.infer<typeof InTheWaySchema>;

const DecisionSchema = z.object({
  id: z.number().int(),
  recommendation: ItemSchema,
  decision: DecisionKindSchema,
  decidedOn: CivilDateSchema,
  reason: MarkedTextSchema,
  language: z.string(),
  inTheWay: z.array(InTheWaySchema).describe('On the day on which it was decided'),
  evidence: z.number().int().describe('Pieces of evidence that stood behind it on that day'),
  reopenedOn: CivilDateSchema.nullable().describe('When it was taken back; null while it stands'),
});
export type DecisionView = z.infer<typeof DecisionSchema>;

export const OverrideListSchema = z.object({
  state: NamedStateSchema,
  items: z.array(DecisionSchema),
  nextCursor: z.string().nullable(),
});
export type OverrideList = z.infer<typeof OverrideListSchema>;

export const ItemAssessmentsSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  recommendation: ItemSchema.omit({ document: true }),
  mechanism: z.string().describe('Treaty body of the recommendation'),
  assessments: z.array(AssessmentSchema).describe('Newest first; the three assessors are never mixed'),
  decisions: z.array(DecisionSchema).describe('Newest first; the first one stands'),
  beside: z
    .object({ status: ItemStatusSchema, reason: ReasonSchema })
    .nullable()
    .describe('What the checks say beside a decision that stands'),
  inTheWay: z
    .array(InTheWaySchema)
    .nullable()
    .describe('What stands in the way today; null: not looked at, as nothing is decided'),
});
export type ItemAssessments = z.infer<typeof ItemAssessmentsSchema>;

const PageSchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const OverrideQuerySchema = PageSchema;
export const AssessmentQuerySchema = PageSchema.extend({
  assessor: AssessorSchema.optional(),
  grade: z.string().max(60).optional().describe('Code'),
  document: z.string().max(200).optional().describe('Slug of the document with the recommendations'),
  recommendation: z.string().max(300).optional().describe('Id of one recommendation'),
});

function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .nullish()
    .transform((text) => (text ? text : null));
}
const TextLanguageSchema = z.enum(['en', 'es', 'fr']).default('en');

export const NewAssessmentSchema = z.object({
  assessor: AssessorSchema,
  grade: optionalText(120).describe(
    'Code of the grade; of another scale than the assessor’s own as scale:grade. Empty where the committee has no scale',
  ),
  assessedOn: CivilDateSchema.describe('For a committee, the day of the cited document'),
  text: z.string().trim().min(1).max(4000),
  language: TextLanguageSchema.describe('Of the text'),
  symbol: optionalText(120)
    .pipe(
      z
        .string()
        .regex(/^[A-Z]\S*\/\S+$/)
        .nullable(),
    )
    .describe('Of the document in which the committee said so'),
  paragraph: optionalText(60),
  source: optionalText(500),
  openness: z
    .enum(OPENNESSES)
    .default('published')
    .describe('Only the ombudsperson’s may be confidential, and be published later'),
  supersedes: z
    .union([z.literal(''), z.coerce.number().int().positive().max(2_147_483_647)])
    .nullish()
    .transform((id) => (typeof id === 'number' ? id : null))
    .describe('Number of the earlier assessment that this one corrects'),
  reason: optionalText(500).describe('Why that one is superseded'),
});

export const NewDecisionSchema = z.object({
  decision: DecisionKindSchema,
  decidedOn: CivilDateSchema,
  reason: z.string().trim().min(1).max(2000),
  language: TextLanguageSchema.describe('Of the reason'),
});
