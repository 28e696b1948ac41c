import { z } from 'zod';

import { FOLLOW_UP_PURPOSES, SUCCESSION_KINDS, SUCCESSION_STATES } from '#domain';

import { LinkedDocumentSchema, RecommendationSchema } from './recommendation.js';
import { DocumentSchema } from './state.js';
import {
  CertaintySchema,
  CivilDateSchema,
  DueSchema,
  LanguageSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

const NamedStateSchema = z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() });

const ContinuationSchema = z
  .enum(['superseded', 'reported_within'])
  .describe(
    'superseded: a later document on the same instrument; reported_within: one on the treaty within whose reports the instrument is reported on',
  );
const OriginSchema = z.enum(['printed_date', 'printed_delay', 'rule', 'no_rule', 'communicated', 'entered']);

const CycleSchema = z.object({
  number: z.number().int().describe('Counted here, over the documents that were recorded'),
  reportsConsidered: z.array(z.string()),
  reportReceivedOn: CivilDateSchema.nullable(),
  consideredOn: z.array(CivilDateSchema),
  closedOn: CivilDateSchema.nullable().describe('Null while the cycle is open'),
  closedBy: z.string().nullable().describe('Symbol of the report that closed it'),
  continuation: ContinuationSchema.nullable(),
  withinArticle: z.string().nullable().describe('Article that has it reported on within another treaty'),
  continuedBy: LinkedDocumentSchema.nullable(),
  continues: z.array(LinkedDocumentSchema.extend({ continuation: ContinuationSchema })),
});

const DocumentDeadlineSchema = z.object({
  id: z.number().int(),
  purpose: z.enum(FOLLOW_UP_PURPOSES),
  paragraphs: z.array(z.string()).describe('Codes of the recommendations that a follow-up is asked for'),
  due: DueSchema,
  origin: OriginSchema,
  rule: z.object({ code: z.string(), doubtful: z.boolean(), source: z.string() }).nullable(),
  history: z.array(
    z.object({
      version: z.number().int(),
      recordedOn: CivilDateSchema,
      due: DueSchema,
      origin: OriginSchema,
    }),
  ),
});
export type DocumentDeadlineView = z.infer<typeof DocumentDeadlineSchema>;

const DocumentInCycleSchema = DocumentSchema.extend({
  hasText: z.boolean(),
  language: z.string().nullable(),
  cycle: CycleSchema,
  deadlines: z.array(DocumentDeadlineSchema),
  recommendations: z.number().int(),
  open: z.number().int().describe('Recommendations that are not implemented'),
});
export type DocumentInCycle = z.infer<typeof DocumentInCycleSchema>;

export const DocumentListSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  items: z.array(DocumentInCycleSchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type DocumentList = z.infer<typeof DocumentListSchema>;

export const DocumentDetailSchema = DocumentInCycleSchema.extend({
  state: NamedStateSchema,
  today: CivilDateSchema,
  nextReportStatement: z.string().nullable(),
  warnings: z
    .array(z.object({ paragraph: z.number().int().nullable(), code: z.string(), message: z.string() }))
    .describe('What the reading was unsure of'),
  items: z.array(RecommendationSchema),
});
export type DocumentDetail = z.infer<typeof DocumentDetailSchema>;

export const DocumentQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const FollowUpRuleListSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      mechanism: z.string(),
      instrument: z.string().nullable().describe('Null: each instrument without a rule of its own'),
      purpose: z.enum(FOLLOW_UP_PURPOSES),
      validFrom: CivilDateSchema.nullable(),
      validUntil: CivilDateSchema.nullable(),
      offset: z.string().nullable().describe('ISO 8601 duration from the adoption'),
      itemsFrom: z.number().int().nullable(),
      itemsTo: z.number().int().nullable(),
      certainty: CertaintySchema.nullable().describe('What it gives; null: no such procedure'),
      doubtful: z.boolean().describe('The source does not settle it'),
      basis: z.string(),
      source: z.string(),
    }),
  ),
});
export type FollowUpRuleList = z.infer<typeof FollowUpRuleListSchema>;

const SideSchema = z.object({
  id: z.string(),
  code: z.string(),
  document: z.string(),
  title: z.string(),
  text: z.string(),
  textLanguage: z.string(),
});

/** Pairs of items over cycles, for those who decide on them. */
export const SuccessionListSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  mayDecide: z.boolean(),
  items: z.array(
    z.object({
      id: z.number().int(),
      earlier: SideSchema,
      later: SideSchema.nullable().describe('Null where the later document has no such item'),
      laterDocument: z.string(),
      kind: z.enum(SUCCESSION_KINDS),
      state: z.enum(SUCCESSION_STATES),
      likeness: z
        .object({
          score: z.number(),
          words: z.number(),
          phrases: z.number(),
          theme: z.number().nullable(),
          articles: z.number().nullable(),
          sharedWords: z.array(z.string()),
          sharedArticles: z.array(z.string()),
        })
        .nullable()
        .describe('Why it was suggested; null where a person saw the link'),
      decidedBy: z.string().nullable(),
      decidedOn: CivilDateSchema.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type SuccessionList = z.infer<typeof SuccessionListSchema>;

export const SuccessionQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  state: z.enum(SUCCESSION_STATES).optional(),
  document: z.string().max(200).optional().describe('Slug of the later document'),
  q: SearchTextSchema,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const Reason = z.string().trim().min(1).max(500);

export const CommunicatedDateSchema = z.object({
  dueOn: CivilDateSchema,
  source: z.string().trim().min(1).max(300).describe('Where the committee said so'),
  reason: Reason,
});
export const SuccessionVerdictSchema = z.object({
  state: z.enum(['confirmed', 'rejected']),
  kind: z.enum(SUCCESSION_KINDS),
  reason: Reason,
});
const Optional = z
  .string()
  .trim()
  .max(300)
  .default('')
  .transform((text) => (text === '' ? null : text));
export const NewSuccessionSchema = z.object({
  earlier: z.string().trim().min(1).max(300),
  later: Optional,
  laterDocument: Optional,
  kind: z.enum(SUCCESSION_KINDS),
  reason: Reason,
});
