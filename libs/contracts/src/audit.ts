import { z } from 'zod';

import {
  CivilDateSchema,
  CursorSchema,
  LanguageSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

/** Where an audit chain ends. */
export const AuditHeadSchema = z.object({
  state: z.string(),
  position: z.number().int().describe('Number of entries; 0 before the first'),
  hash: z.string().describe('SHA-256 of the newest entry, hexadecimal; zeros before the first'),
  at: z.iso.datetime().nullable().describe('Instant of the newest entry'),
});
export type AuditHeadView = z.infer<typeof AuditHeadSchema>;

const ValueSchema = z.string().nullable().describe('As text; null where there was nothing');

export const HistoryEntrySchema = z.object({
  position: z.number().int().nullable().describe('Place in the chain; null for what the watch did by itself'),
  at: z.iso.datetime(),
  on: CivilDateSchema.describe('Civil day in the State'),
  time: z.string().describe('Wall clock in the State, HH:MM'),
  who: z.object({ person: z.number().int().nullable(), name: z.string().nullable(), actor: z.string() }),
  action: z.string().describe('Code: `alert.acknowledged`'),
  subject: z.object({
    kind: z.string(),
    id: z.string(),
    name: z.string().nullable().describe('Of a person, a document or the State, as it is called today'),
  }),
  recommendation: z.object({ id: z.string(), code: z.string() }).nullable(),
  changes: z.array(z.object({ field: z.string(), before: ValueSchema, after: ValueSchema })),
  reason: z.string().nullable(),
  hash: z.string().nullable(),
});
export type HistoryEntryView = z.infer<typeof HistoryEntrySchema>;

const StateSchema = z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() });

/** Who changed what in a State, newest first. */
export const HistorySchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  items: z.array(HistoryEntrySchema),
  people: z
    .array(z.object({ person: z.number().int(), name: z.string() }))
    .describe('Everybody who changed something in the State, by name: what `who` can be'),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type History = z.infer<typeof HistorySchema>;

/** The same of one recommendation, with what the watch found. */
export const RecommendationHistorySchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  recommendation: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  items: z.array(HistoryEntrySchema),
  nextCursor: z.string().nullable(),
});
export type RecommendationHistory = z.infer<typeof RecommendationHistorySchema>;

/** Which entries are meant: of a page, and of the download beside it. */
export const HistoryDownloadQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  subject: z
    .string()
    .max(200)
    .regex(/^[a-z_]+(?::.+)?$/, 'expected a kind, or kind:id')
    .optional()
    .describe('`alert` or `alert:12`'),
  who: z
    .string()
    .regex(
      /^(?:[1-9]\d{0,8}|[a-z_]{1,40})$/,
      'expected the number of a person, or a role or way in such as ingest',
    )
    .optional()
    .describe('Number of a person, or code of a role or way in: `12`, `ingest`'),
  from: CivilDateSchema.optional().describe('First civil day in the State'),
  to: CivilDateSchema.optional().describe('Last civil day in the State'),
  q: SearchTextSchema,
});
export type HistoryDownloadQuery = z.infer<typeof HistoryDownloadQuerySchema>;

export const HistoryQuerySchema = HistoryDownloadQuerySchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const ItemHistoryQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
