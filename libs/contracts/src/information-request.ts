import { z } from 'zod';

import { REPLY_BOUNDS, REQUEST_STATES } from '#domain';

import {
  CivilDateSchema,
  CursorSchema,
  InstitutionSchema,
  LanguageSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

const NamedStateSchema = z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() });
const RequestStateSchema = z.enum(REQUEST_STATES);
const ItemSchema = z.object({ id: z.string(), code: z.string(), title: z.string() });
const IndicatorSchema = z.object({ code: z.string(), name: z.string() });
const AnswerSchema = z.object({ text: z.string(), language: z.string(), url: z.string().nullable() });

const CommonSchema = z.object({
  id: z.number().int(),
  recommendation: ItemSchema,
  indicator: IndicatorSchema.nullable().describe('Null: about the recommendation itself'),
  institution: InstitutionSchema.describe('That was asked'),
  question: z.string(),
  language: z.string().describe('Of the question'),
  legalBasis: z.string(),
  state: RequestStateSchema,
  sentOn: CivilDateSchema,
  workingDays: z.number().int().describe('For the answer, by the calendar of the State'),
  dueOn: CivilDateSchema.describe('The last day in time'),
  answeredOn: CivilDateSchema.nullable(),
  answer: AnswerSchema.nullable(),
  closedOn: CivilDateSchema.nullable(),
  withdrawnOn: CivilDateSchema.nullable(),
  withdrawnReason: z.string().nullable(),
});

const RequestSchema = CommonSchema.extend({
  workingDaysLeft: z
    .number()
    .int()
    .nullable()
    .describe('Below zero: working days since its last day. Null: it no longer waits'),
  closedDays: z
    .array(CivilDateSchema)
    .describe('Days that were not counted, as the calendar stood when it was sent'),
  closedReason: z.string().nullable(),
  earlier: z.number().int().nullable().describe('Number of the request that this one asks again'),
  later: z.number().int().nullable().describe('Number of the request that asks this one again'),
  questionPublishedOn: CivilDateSchema.nullable().describe('Null: confidential'),
  answerPublishedOn: CivilDateSchema.nullable().describe('Null: confidential'),
});
export type InformationRequestView = z.infer<typeof RequestSchema>;

const UsualSchema = z
  .object({
    workingDays: z.number().int(),
    dueOn: CivilDateSchema,
    closedDays: z.array(CivilDateSchema).describe('Days that are not counted, beside weekends'),
  })
  .describe('The clock of a request that is sent today and says nothing else');
export type UsualClock = z.infer<typeof UsualSchema>;

export const InformationRequestListSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  items: z.array(RequestSchema),
  institutions: z.array(InstitutionSchema).describe('By which the list can be narrowed'),
  usual: UsualSchema,
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type InformationRequestList = z.infer<typeof InformationRequestListSchema>;

export const InformationRequestDetailSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  request: RequestSchema,
  chain: z
    .array(RequestSchema)
    .describe('It, those that it asks again and those that ask it again, the oldest first'),
  usual: UsualSchema,
});
export type InformationRequestDetail = z.infer<typeof InformationRequestDetailSchema>;

export const RequestChoicesSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  recommendation: ItemSchema,
  institutions: z.array(InstitutionSchema),
  indicators: z.array(IndicatorSchema),
  usual: UsualSchema,
});
export type RequestChoices = z.infer<typeof RequestChoicesSchema>;

export const PublishedRequestsSchema = z.object({
  today: CivilDateSchema,
  items: z
    .array(
      CommonSchema.extend({ publishedOn: CivilDateSchema }).describe(
        'The answer only where it was published as well',
      ),
    )
    .describe('Newest first, 100 at most'),
});
export type PublishedRequests = z.infer<typeof PublishedRequestsSchema>;
export type PublishedRequestView = PublishedRequests['items'][number];

export const InformationRequestQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  state: z
    .union([z.literal(''), z.enum([...REQUEST_STATES, 'waiting'])])
    .default('')
    .describe('waiting: sent or overdue'),
  institution: z.string().max(60).default('').describe('Code'),
  recommendation: z.string().max(300).default('').describe('Id of one recommendation'),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const TextLanguageSchema = z.enum(['en', 'es', 'fr']).default('en');
const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullish()
    .transform((text) => (text ? text : null));

export const RequestQuestionSchema = z.object({
  question: z.string().trim().min(1).max(4000),
  language: TextLanguageSchema.describe('Of the question'),
  legalBasis: z.string().trim().min(1).max(500).describe('The law by which an answer is owed'),
  workingDays: z
    .union([z.literal(''), z.coerce.number().int().min(REPLY_BOUNDS.from).max(REPLY_BOUNDS.to)])
    .nullish()
    .transform((days) => (typeof days === 'number' ? days : null))
    .describe('For the answer; left out: as the State has set, usually ten'),
});

export const NewRequestSchema = RequestQuestionSchema.extend({
  institution: z.string().trim().min(1).max(60).describe('Code'),
  indicator: optionalText(60).describe(
    'Code of an indicator of the recommendation; empty: about the recommendation',
  ),
});

export const RequestAnswerSchema = z.object({
  answer: z.string().trim().min(1).max(8000),
  language: TextLanguageSchema.describe('Of the answer'),
  url: optionalText(500)
    .pipe(
      z
        .string()
        .regex(/^https?:\/\/\S+$/)
        .nullable(),
    )
    .describe('Where more of it stands'),
});

export const RequestClosingSchema = z.object({ reason: optionalText(500) });
export const RequestPublishingSchema = z.object({ part: z.enum(['question', 'answer']) });
