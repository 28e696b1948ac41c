import { z } from 'zod';

import { CivilDateSchema, LanguageSchema, SearchTextSchema, SoughtSchema } from './vocabulary.js';

const VERBS = [
  'recommends',
  'urges',
  'encourages',
  'requests',
  'calls_upon',
  'invites',
  'reiterates',
  'reminds',
  'suggests',
  'strongly_recommends',
  'strongly_urges',
] as const;
const KINDS = ['concern', 'recommendation', 'positive', 'procedural'] as const;
const CHAPEAUX = ['bare', 'substantive'] as const;

const StateSchema = z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() });
const WarningSchema = z.object({ code: z.string(), message: z.string() });
const CodesSchema = z.array(z.string());

/** How a paragraph is read, lists written as lines. */
export const WrittenParagraphSchema = z.object({
  kind: z.enum(KINDS),
  verb: z.enum(VERBS).nullable(),
  chapeau: z.enum(CHAPEAUX).nullable(),
  words: z.string().max(40_000).describe('Own words, then a line for each letter: `(a) …`'),
  concernParagraph: z.number().int().min(1).max(999).nullable(),
  references: z.string().max(4_000).describe('One to a line: `CRC/C/PER/CO/4-5: 9, 10`'),
  articles: z.string().max(4_000).describe('One to a line: `CRC-OP-SC 3(1)(a)`'),
});
export type WrittenParagraphView = z.infer<typeof WrittenParagraphSchema>;

/** What the text says of the document; empty where it says nothing. */
export const WrittenFactsSchema = z.object({
  symbol: z.string().trim().max(100),
  title: z.string().trim().min(1).max(1_000),
  reportConsidered: z.string().trim().max(1_000).describe('Symbols, one to a line'),
  consideredOn: z.string().trim().max(200).describe('Days, one to a line'),
  adoptedOn: z.string().trim().max(10),
  nextReportOn: z.string().trim().max(10),
  nextReportStatement: z.string().trim().max(2_000),
  followUp: z.string().max(2_000).describe('One request to a line: `18, 36(a): P2Y`'),
  importance: z.string().trim().max(500).describe('Paragraphs of particular importance: `15, 22(b)`'),
  outline: z.string().max(20_000).describe('Headings, one to a line, indented: `IV. Prevention [19-22]`'),
});
export type WrittenFactsView = z.infer<typeof WrittenFactsSchema>;

const CorrectedSchema = z
  .object({ by: z.string(), on: CivilDateSchema, reason: z.string().nullable() })
  .nullable()
  .describe('Who reads this place otherwise than the parser');

const SavingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({ kind: z.literal('unchanged') }),
  z.object({
    kind: z.literal('amended'),
    sameText: z.boolean(),
    added: CodesSchema,
    removed: CodesSchema,
    reworded: CodesSchema,
    kinds: z.array(z.object({ number: z.number().int(), before: z.enum(KINDS), after: z.enum(KINDS) })),
    paragraphs: z.object({
      added: z.array(z.number().int()),
      removed: z.array(z.number().int()),
      reworded: z.array(z.number().int()),
    }),
    adoption: z
      .object({ before: CivilDateSchema.nullable(), after: CivilDateSchema })
      .nullable()
      .describe('Another day of adoption, with which the dates counted from it move'),
    followed: CodesSchema.describe('Would go although something hangs on them: then nothing is saved'),
    judged: CodesSchema.describe('Would go although they were assessed or decided on: likewise'),
  }),
  z.object({ kind: z.literal('language_added'), unmatched: CodesSchema }),
]);

const IntakeStateSchema = z.enum(['open', 'saved', 'discarded']);

/** A document on its way in: its text and how it is read, side by side. */
export const IntakeSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  id: z.number().int(),
  fileName: z.string(),
  intakeState: IntakeStateSchema,
  openedBy: z.string(),
  openedOn: CivilDateSchema,
  language: LanguageSchema.or(z.literal('fr')),
  mechanism: z.string(),
  instrument: z.string(),
  key: z.string(),
  recommendations: z.number().int(),
  facts: WrittenFactsSchema,
  factsCorrected: CorrectedSchema,
  warnings: z.array(WarningSchema),
  unplaced: z.array(z.string()).describe('Corrections of places that this text does not have'),
  paragraphs: z.array(
    z.object({
      number: z.number().int(),
      headings: z.array(z.string()),
      excerpt: z.string().nullable().describe('Lines of the file, as they came'),
      written: WrittenParagraphSchema,
      recommendations: CodesSchema,
      warnings: z.array(WarningSchema),
      corrected: CorrectedSchema,
    }),
  ),
  saving: SavingSchema.nullable(),
});
export type IntakeView = z.infer<typeof IntakeSchema>;

/** Documents that were uploaded, newest first. */
export const IntakeListSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  endings: z.array(z.string()).describe('File endings that can be read'),
  items: z.array(
    z.object({
      id: z.number().int(),
      fileName: z.string(),
      title: z.string(),
      key: z.string(),
      intakeState: IntakeStateSchema,
      openedBy: z.string(),
      openedOn: CivilDateSchema,
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type IntakeList = z.infer<typeof IntakeListSchema>;

export const IntakeQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
