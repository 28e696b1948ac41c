import { z } from 'zod';

import { SUCCESSION_KINDS } from '#domain';

import { ClassificationsSchema } from './classification.js';
import { IndicatorDataSchema, IndicatorSummarySchema } from './indicator.js';
import {
  CertaintySchema,
  CivilDateSchema,
  DueSchema,
  InstitutionSchema,
  ItemStatusSchema,
  LanguageSchema,
  PeriodSchema,
  ReasonSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

export const RecommendationSchema = z.object({
  id: z.string().describe('Stable and citable: document and code'),
  document: z.string().describe('Slug of the document'),
  code: z.string().describe('14(a)'),
  role: z.enum(['paragraph', 'chapeau', 'item']),
  text: z.string().describe('Official text'),
  textLanguage: z
    .string()
    .describe(
      'Language the official text is shown in; another one than asked for where that version is missing',
    ),
  title: z.string().describe("Ours, not the Committee's"),
  titleSource: z.literal('vigia'),
  verb: z.string(),
  theme: z.object({ code: z.string(), name: z.string() }).nullable(),
  cluster: z.string(),
  status: ItemStatusSchema,
  statusReason: ReasonSchema,
  statusSince: CivilDateSchema.nullable(),
  dueOn: CivilDateSchema.nullable().describe('Nearest open obligation; null unless confirmed'),
  dueCertainty: CertaintySchema.nullable(),
  estimatedYear: z.number().int().nullable(),
  lead: InstitutionSchema.nullable(),
});
export type RecommendationView = z.infer<typeof RecommendationSchema>;

export const RecommendationListSchema = z.object({
  items: z.array(RecommendationSchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type RecommendationList = z.infer<typeof RecommendationListSchema>;

const ChoiceSchema = z.object({
  code: z.string(),
  name: z.string(),
  count: z.number().int().describe('How many recommendations of the State it leaves by itself'),
});

export const RecommendationChoicesSchema = z.object({
  total: z.number().int(),
  statuses: z.array(z.object({ code: ItemStatusSchema, count: z.number().int() })),
  themes: z.array(ChoiceSchema),
  institutions: z.array(ChoiceSchema).describe('Those that answer today, leading or supporting'),
  documents: z.array(ChoiceSchema).describe('Newest first'),
});
export type RecommendationChoices = z.infer<typeof RecommendationChoicesSchema>;

export const RecommendationQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  status: ItemStatusSchema.optional(),
  theme: z.string().max(40).optional(),
  institution: z.string().max(40).optional(),
  role: z.enum(['lead', 'support']).optional().describe('What the institution does today; either otherwise'),
  document: z.string().max(200).optional().describe('Slug of the document'),
  q: SearchTextSchema,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RecommendationQuery = z.infer<typeof RecommendationQuerySchema>;

const OfficialTextSchema = z.object({
  paragraph: z.number().int(),
  text: z.string(),
  textLanguage: z.string(),
  items: z.array(z.object({ label: z.string(), text: z.string() })),
});

export const LinkedDocumentSchema = z.object({
  slug: z.string(),
  symbol: z.string().nullable(),
  shortTitle: z.string(),
  adoptedOn: CivilDateSchema.nullable(),
  hasText: z.boolean().describe('Whether its text has been taken in'),
});
export type LinkedDocument = z.infer<typeof LinkedDocumentSchema>;

export const ObligationSchema = z.object({
  title: z.string(),
  kind: z.string(),
  required: z.boolean(),
  institution: InstitutionSchema.nullable(),
  period: PeriodSchema.nullable(),
  due: DueSchema,
  submitted: z.boolean(),
});

export const RecommendationDetailSchema = RecommendationSchema.extend({
  state: z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() }),
  documentView: z.object({
    slug: z.string(),
    shortTitle: z.string(),
    symbol: z.string().nullable(),
    inferredSymbol: z.string().nullable(),
    adoptedOn: CivilDateSchema.nullable(),
    cycle: z.number().int().describe('Counted here'),
    closedOn: CivilDateSchema.nullable(),
    closedBy: z.string().nullable().describe('Symbol of the report that closed the cycle'),
    continuation: z.enum(['superseded', 'reported_within']).nullable(),
    withinArticle: z.string().nullable(),
    continuedBy: LinkedDocumentSchema.nullable().describe('The document of the next cycle'),
  }),
  chain: z
    .array(
      z.object({
        step: z.number().int().describe('Negative for earlier cycles'),
        kind: z.enum(SUCCESSION_KINDS),
        document: LinkedDocumentSchema,
        item: z.object({ id: z.string(), code: z.string(), title: z.string() }).nullable(),
      }),
    )
    .describe('Confirmed links to items of other cycles'),
  paragraph: z.number().int(),
  item: z.string().nullable(),
  section: z.array(z.string()).describe('Headings from the outside in'),
  chapeau: z.object({ text: z.string(), verb: z.string(), kind: z.enum(['bare', 'substantive']) }).nullable(),
  concern: OfficialTextSchema.nullable(),
  plain: z
    .object({ text: z.string(), confirmedOn: CivilDateSchema })
    .nullable()
    .describe(
      'In plain words of the secretariat, confirmed by a person; not official. Null: there are none in this language',
    ),
  siblings: z.array(
    z.object({ id: z.string(), code: z.string(), title: z.string(), status: ItemStatusSchema }),
  ),
  responsibilities: z.array(
    z.object({
      namedAs: z.string().nullable().describe('As the official text names it; null where it names nobody'),
      institution: InstitutionSchema.nullable().describe('Responsible today'),
      role: z.enum(['lead', 'support']).nullable(),
    }),
  ),
  classifications: ClassificationsSchema.describe('Confirmed by a person'),
  references: z.array(z.object({ symbol: z.string(), printedAs: z.string() })),
  articles: z.array(z.object({ instrument: z.string().nullable(), article: z.string() })),
  uhri: z
    .array(
      z.object({
        annotationId: z.string().describe('The number of OHCHR'),
        symbol: z.string(),
        paragraph: z.string().nullable(),
        kind: z.enum(['recommendation', 'observation']),
        text: z.string().describe('In the words of the Index'),
        textLanguage: z.string(),
        publishedOn: CivilDateSchema.nullable(),
        index: z.url().describe('The Index'),
      }),
    )
    .describe('What the Universal Human Rights Index has of it, confirmed by a person'),
  obligations: z.array(ObligationSchema),
  charts: z
    .array(IndicatorDataSchema)
    .describe('Published totals of up to three of them, where there is more than one number'),
  data: z.array(IndicatorSummarySchema),
  budget: z.array(IndicatorSummarySchema),
  prosecutions: z.array(IndicatorSummarySchema),
  today: CivilDateSchema,
  previous: z.object({ id: z.string(), code: z.string() }).nullable(),
  next: z.object({ id: z.string(), code: z.string() }).nullable(),
});
export type RecommendationDetail = z.infer<typeof RecommendationDetailSchema>;
