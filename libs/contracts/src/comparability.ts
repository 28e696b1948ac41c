import { z } from 'zod';

import { CivilDateSchema, LanguageSchema, PeriodSchema, SourceSchema } from './vocabulary.js';

const BreakKindSchema = z.enum(['method', 'definition', 'territory', 'law', 'source', 'other']);
const LanguageOfTextSchema = z.enum(['en', 'es', 'fr']);
const LONGEST_TEXT = 2_000;

/** Figures from that day on are not comparable with those before it. */
export const SeriesBreakSchema = z.object({
  on: CivilDateSchema,
  kind: BreakKindSchema,
  source: z.string().nullable().describe('Code of the one source that it is about; null: of all'),
  reason: z.string(),
  language: z.string().describe('In which the reason was written'),
});
export type SeriesBreakView = z.infer<typeof SeriesBreakSchema>;

/** What is said of a period that several sources report. */
export const ComparisonSchema = z.object({
  period: PeriodSchema,
  ofRecord: z
    .object({ source: z.string(), reason: z.string(), language: z.string(), on: CivilDateSchema })
    .nullable()
    .describe('The source whose figure counts: for the status, progress, and the newest figure'),
  explanation: z
    .object({ text: z.string(), language: z.string(), on: CivilDateSchema })
    .nullable()
    .describe('Where the difference comes from, in the language in which it was written'),
});
export type ComparisonView = z.infer<typeof ComparisonSchema>;

const text = z.string().trim().min(1).max(LONGEST_TEXT);
const language = LanguageOfTextSchema.default('es');
const source = z.string().trim().min(1).max(100);

/** Why the sources of a period differ; which of them is of record (null: none any more); a break, or that there is none. */
export const NewJudgementSchema = z.discriminatedUnion('judgement', [
  z.object({ judgement: z.literal('explanation'), period: PeriodSchema, text, language }),
  z.object({
    judgement: z.literal('of_record'),
    period: PeriodSchema,
    source: source.nullable(),
    text,
    language,
  }),
  z.object({
    judgement: z.literal('break'),
    on: CivilDateSchema,
    kind: BreakKindSchema,
    source: source.nullable().default(null),
    text,
    language,
  }),
  z.object({
    judgement: z.literal('break_lifted'),
    on: CivilDateSchema,
    source: source.nullable().default(null),
    text,
    language,
  }),
]);
export type NewJudgement = z.infer<typeof NewJudgementSchema>;

const FigureSchema = z.object({
  source: z.string(),
  sourceName: z.string(),
  state: z.enum(['reported', 'below_threshold', 'missing', 'not_applicable']),
  value: z.number().nullable(),
  provisional: z.boolean(),
  published: z
    .object({ value: z.number().nullable(), flag: z.string().nullable() })
    .nullable()
    .describe('What everybody reads of it; null where nothing is published'),
  ofRecord: z.boolean(),
});

export const ComparabilityQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24).describe('Periods at once'),
});

/** The accepted totals of an indicator beside each other, and everything that was ever said of their comparability. */
export const ComparabilitySchema = z.object({
  indicator: z.object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    valueType: z.enum(['boolean', 'date', 'stage', 'count', 'ratio', 'amount', 'index']),
  }),
  mayJudge: z.boolean(),
  sources: z.array(SourceSchema.pick({ code: true, name: true })),
  periods: z
    .array(
      z.object({
        period: PeriodSchema,
        figures: z.array(FigureSchema),
        differ: z.boolean().describe('The sources do not say the same'),
        explained: z.boolean(),
        lookAgain: z.boolean().describe('It was explained, and a figure of it changed since'),
      }),
    )
    .describe('Newest first'),
  nextCursor: z.string().nullable(),
  breaks: z.array(SeriesBreakSchema),
  history: z
    .array(
      z.object({
        id: z.number().int(),
        judgement: z.enum(['explanation', 'of_record', 'break', 'break_lifted']),
        period: PeriodSchema.nullable(),
        source: z.string().nullable(),
        breakOn: CivilDateSchema.nullable(),
        breakKind: BreakKindSchema.nullable(),
        text: z.string(),
        language: z.string(),
        person: z.string().nullable(),
        on: CivilDateSchema,
        standing: z.boolean(),
        lookAgain: z.boolean().describe('An explanation that waits to be looked at again'),
      }),
    )
    .describe('Newest first'),
});
export type ComparabilityView = z.infer<typeof ComparabilitySchema>;
