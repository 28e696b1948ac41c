import { z } from 'zod';

import { LanguageSchema, SearchTextSchema } from './vocabulary.js';

const SEARCH_KINDS = ['recommendation', 'paragraph', 'document', 'indicator', 'institution'] as const;

export const MarkedTextSchema = z
  .array(z.object({ text: z.string(), sought: z.boolean() }))
  .describe('Plain text in stretches; the sought ones are to be marked. Never markup');
export type MarkedText = z.infer<typeof MarkedTextSchema>;

export const SearchHitSchema = z.object({
  kind: z.enum(SEARCH_KINDS),
  id: z.string().describe('Id of a recommendation, number of a paragraph, slug of a document, or code'),
  document: z.string().nullable().describe('Slug'),
  code: z.string().nullable(),
  title: MarkedTextSchema.describe('Ours; empty where it has none'),
  titleLanguage: z.string().nullable(),
  text: MarkedTextSchema.describe('Cut around the first hit'),
  textLanguage: z.string().nullable(),
});
export type SearchHit = z.infer<typeof SearchHitSchema>;

/** What is public of a State and holds the words: by kind, and in the order of the documents. */
export const SearchResultSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string() }),
  items: z.array(SearchHitSchema),
  nextCursor: z.string().nullable(),
});
export type SearchResult = z.infer<typeof SearchResultSchema>;

export const SearchQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  kind: z.enum(SEARCH_KINDS).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
