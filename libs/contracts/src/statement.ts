import { z } from 'zod';

import { STATEMENT_BOUNDS } from '#domain';

import {
  CivilDateSchema,
  CursorSchema,
  InstitutionSchema,
  LanguageSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

const NamedStateSchema = z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() });
const TextSchema = z.object({
  language: LanguageSchema,
  title: z.string(),
  text: z.string().nullable().describe('Plain text; an empty line parts paragraphs. Null: it was withdrawn'),
});

const VersionSchema = z.object({
  number: z.number().int().describe('Counts the versions of a statement from one'),
  institution: InstitutionSchema.nullable().describe('In whose name it speaks'),
  texts: z
    .array(TextSchema)
    .describe('In the language of the reader first, where it was put into that; at least one'),
  writtenIn: LanguageSchema.describe('In which it was written first'),
  datedOn: CivilDateSchema,
  correction: z.string().nullable().describe('What it corrects of the version before it, and why'),
  recommendations: z
    .array(z.object({ id: z.string(), code: z.string(), title: z.string() }))
    .describe('None: it speaks of the whole State'),
});

const StatementSchema = VersionSchema.extend({
  id: z.number().int(),
  publishedOn: CivilDateSchema,
  withdrawnOn: CivilDateSchema.nullable(),
  withdrawnReason: z.string().nullable(),
});
export type StatementView = z.infer<typeof StatementSchema>;

export const StatementListSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  items: z.array(StatementSchema).describe('The version that stands of each, with the beginning of its text'),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type StatementList = z.infer<typeof StatementListSchema>;

export const StatementDetailSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  statement: StatementSchema,
  earlier: z
    .array(StatementSchema)
    .describe('Versions before it, the newest first; none of one that was withdrawn'),
});
export type StatementDetail = z.infer<typeof StatementDetailSchema>;

const DraftSchema = VersionSchema.extend({
  id: z.number().int().describe('Of the draft'),
  statement: z.number().int().describe('Number that the statement has, or will have'),
  writing: z.number().int().describe('How often it was written: named by whoever saves or publishes it'),
  writtenBy: z.string().nullable(),
  writtenOn: CivilDateSchema,
});
export type StatementDraftView = z.infer<typeof DraftSchema>;

export const StatementDraftListSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  items: z.array(DraftSchema).describe('The last written first, 50 at most'),
});
export type StatementDraftList = z.infer<typeof StatementDraftListSchema>;

export const StatementDraftDetailSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  draft: DraftSchema,
});
export type StatementDraftDetail = z.infer<typeof StatementDraftDetailSchema>;

export const StatementQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  recommendation: z.string().max(300).default('').describe('Id of one recommendation of which they speak'),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(20),
});

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullish()
    .transform((text) => (text ? text : null));

const WrittenSchema = z.object({
  language: LanguageSchema.describe('In which it is written'),
  title: z.string().trim().min(1).max(STATEMENT_BOUNDS.title),
  text: z
    .string()
    .trim()
    .min(1)
    .max(STATEMENT_BOUNDS.text)
    .describe('Plain text; an empty line parts paragraphs'),
  otherTitle: optionalText(STATEMENT_BOUNDS.title).describe(
    'The same in the other language: both or neither',
  ),
  otherText: optionalText(STATEMENT_BOUNDS.text),
  datedOn: CivilDateSchema.describe('Not later than today'),
  recommendations: z
    .array(z.string().trim().min(1).max(300))
    .max(500)
    .default([])
    .describe('Ids; none: it speaks of the whole State'),
  correction: optionalText(STATEMENT_BOUNDS.correction).describe(
    'What is corrected, and why; of a correction alone, which needs it',
  ),
});

export const NewStatementSchema = WrittenSchema.extend({
  corrects: z
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .nullish()
    .transform((id) => id ?? null)
    .describe('Number of the statement that is corrected; left out: a new one'),
});

const WritingSchema = z.coerce
  .number()
  .int()
  .min(1)
  .max(2_147_483_647)
  .describe('Of the draft, as it was read');
export const StatementChangeSchema = WrittenSchema.extend({ writing: WritingSchema });
export const StatementPublishingSchema = z.object({ writing: WritingSchema });
