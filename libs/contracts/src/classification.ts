import { z } from 'zod';

import { CLASSIFICATION_ASPECTS, readClassification } from '#domain';
import type { Classification } from '#domain';

import { CivilDateSchema, LanguageSchema, SearchTextSchema, SoughtSchema } from './vocabulary.js';

const AspectSchema = z.enum(CLASSIFICATION_ASPECTS);
const ValueSchema = z.object({ code: z.string(), name: z.string() });

/** What people confirmed of one recommendation; part of the public record. */
export const ClassificationsSchema = z.object({
  themes: z.array(ValueSchema).describe('Headings of the guidelines CRC/C/156; the main one first'),
  affectedGroups: z.array(ValueSchema),
  sdgTargets: z.array(ValueSchema).describe('Targets of the 2030 Agenda, in our own short words'),
  indicatorClasses: z.array(ValueSchema).describe('Kinds of indicators that would show progress'),
  indicatorTracks: z.array(ValueSchema),
});

export const ClassificationListSchema = z.object({
  aspects: z.array(
    z.object({
      aspect: AspectSchema,
      name: z.string(),
      values: z.array(
        ValueSchema.extend({
          validFrom: CivilDateSchema.nullable(),
          validUntil: CivilDateSchema.nullable(),
        }),
      ),
    }),
  ),
});
export type ClassificationList = z.infer<typeof ClassificationListSchema>;

const TellingWordSchema = z.object({
  place: z.enum(['text', 'chapeau', 'heading']),
  heading: z.number().int().describe('Index into headings; 0 for the other places'),
  start: z.number().int().describe('UTF-16 units from the beginning of that text'),
  end: z.number().int(),
  words: z.string(),
});
export type TellingWordView = z.infer<typeof TellingWordSchema>;

const ItemSuggestionsSchema = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  text: z.string(),
  textLanguage: z.string(),
  chapeau: z.string().nullable(),
  headings: z.array(z.string()).describe('From the outside in'),
  undecided: z.number().int(),
  values: z.array(
    ValueSchema.extend({
      aspect: AspectSchema,
      state: z.enum(['undecided', 'confirmed', 'dismissed']),
      words: z.array(TellingWordSchema).describe('Why it is suggested; empty where a person chose it'),
      insteadOf: z.string().nullable().describe('Name of the value in whose place a person put it'),
      decidedBy: z.string().nullable(),
      decidedOn: CivilDateSchema.nullable(),
    }),
  ),
});
export type ItemSuggestionsView = z.infer<typeof ItemSuggestionsSchema>;

export const RecommendationSuggestionsSchema = ItemSuggestionsSchema.extend({ mayDecide: z.boolean() });
export type RecommendationSuggestions = z.infer<typeof RecommendationSuggestionsSchema>;

export const DocumentSuggestionsSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() }),
  document: z.object({ slug: z.string(), shortTitle: z.string() }),
  today: CivilDateSchema,
  mayDecide: z.boolean(),
  items: z.array(ItemSuggestionsSchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
  progress: z
    .object({ through: z.number().int(), of: z.number().int() })
    .describe(
      'How many recommendations of the document stand before the end of this page, and how many it has',
    ),
});
export type DocumentSuggestionsView = z.infer<typeof DocumentSuggestionsSchema>;

export const SuggestionQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  only: z.enum(['undecided']).optional().describe('Items on which something waits for a decision'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const MOST_VALUES = 60;

/** The part of the list that a form of it stands in. */
export const ListedSuggestionsSchema = z.object({
  only: z.enum(['', 'undecided']).default('').describe('Filter of the page that the form stands on'),
  q: SearchTextSchema.describe('Words for which that page was searched'),
  cursor: z.string().max(200).default('').describe('Where that page begins'),
});

export const ClassificationVerdictSchema = z.object({
  values: z
    .string()
    .trim()
    .max(4000)
    .describe('One or more, with spaces between: theme:data sdg_target:16.2')
    .transform((text, context) => {
      const names = text.split(/\s+/);
      const values = names.map(readClassification).filter((value): value is Classification => value !== null);
      if (values.length === names.length && values.length <= MOST_VALUES) return values;
      context.addIssue({ code: 'custom', message: 'expected aspect:code, one or more with spaces between' });
      return z.NEVER;
    }),
  verdict: z.enum(['confirmed', 'dismissed']),
  instead: z
    .string()
    .trim()
    .max(40)
    .default('')
    .transform((code) => (code === '' ? null : code))
    .describe('Code of the same aspect that is right in the place of the only value, which is dismissed'),
  ...ListedSuggestionsSchema.shape,
});
