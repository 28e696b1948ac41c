import { z } from 'zod';

import {
  DIRECTIONS,
  FIGURE_KINDS,
  INDICATOR_CLASSES,
  INDICATOR_TRACKS,
  SHEET_HEADINGS,
  VALUE_TYPES,
} from '#domain';

import { CivilDateSchema } from './vocabulary.js';

const CodeSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9().-]{1,60}$/, 'expected letters, digits, dots and hyphens');
const text = (longest: number) => z.string().trim().min(1).max(longest);
const inBoth = (longest: number) => z.object({ en: text(longest), es: text(longest) });
const NumberSchema = z.number().min(-1e15).max(1e15);

/** What an indicator is, apart from its figures. */
export const DefinitionSchema = z.object({
  track: z.enum(INDICATOR_TRACKS),
  class: z.enum(INDICATOR_CLASSES).describe('OHCHR, HR/PUB/12/5'),
  name: inBoth(300),
  unit: inBoth(120),
  population: inBoth(200).nullable().default(null),
  valueType: z.enum(VALUE_TYPES),
  ratioPer: z.number().positive().max(1e9).nullable().default(null).describe('What a ratio is told per'),
  figureKind: z.enum(FIGURE_KINDS).nullable().default(null).describe('Null: nothing of it is published'),
  direction: z.enum(DIRECTIONS).default('increase').describe('Which way is better'),
  periodicityMonths: z.number().int().nullable().default(null).describe('Null: reported when it changes'),
  baseline: z.object({ value: NumberSchema, on: CivilDateSchema }).nullable().default(null),
  target: z.object({ value: NumberSchema, dueOn: CivilDateSchema }).nullable().default(null),
  requiredDimensions: z.array(z.string().max(60)).max(30).default([]),
  sheet: z
    .partialRecord(z.enum(SHEET_HEADINGS), inBoth(1_000))
    .default({})
    .describe('Texts of the metadata sheet'),
  requiredPurposes: z
    .array(z.string().max(60))
    .max(30)
    .default([])
    .describe('Purposes for which money was asked to be seen; of an indicator of the budget'),
  countsVictims: z
    .boolean()
    .default(false)
    .describe('Counts the registered victims, by whom money is divided; one of the State does'),
});

/** Who is asked; the days are those of the periods that it is asked for, an open side has none. */
const ReporterSchema = z.object({
  institution: CodeSchema,
  startsOn: CivilDateSchema.nullable().default(null),
  endsOn: CivilDateSchema.nullable().default(null),
});

const WishSchema = DefinitionSchema.extend({
  institution: CodeSchema.nullable()
    .default(null)
    .describe('Who leads its reporting; without one, the first of the reporters'),
  reporters: z
    .array(ReporterSchema)
    .max(30)
    .default([])
    .describe('All who are asked to report it, the lead first; the lead alone needs no row'),
  requiredFor: z
    .array(z.string().trim().min(1).max(60))
    .max(100)
    .default([])
    .describe('Recommendations whose status needs it: public ids, or codes that one only has'),
  usefulFor: z.array(z.string().trim().min(1).max(60)).max(100).default([]),
});
export const NewIndicatorSchema = WishSchema.extend({ code: CodeSchema });
export const ChangedIndicatorSchema = WishSchema.extend({ reason: text(500) });

export const IndicatorDefinitionSchema = DefinitionSchema.extend({
  code: z.string(),
  institution: z.string().nullable(),
  reporters: z.array(ReporterSchema),
  recommendations: z.array(z.object({ id: z.string(), code: z.string(), required: z.boolean() })),
  inUse: z.object({
    figures: z.boolean().describe('Value type, what a ratio is told per, kind and track cannot change'),
    dimensions: z.array(z.string()).describe('Dimensions that cannot be left out'),
  }),
});
export type IndicatorDefinitionView = z.infer<typeof IndicatorDefinitionSchema>;

const NamedSchema = z.object({ code: z.string(), name: z.string() });
export const DimensionListSchema = z.object({
  items: z.array(NamedSchema),
  purposes: z.array(NamedSchema).describe('What money may be for'),
});
export type DimensionList = z.infer<typeof DimensionListSchema>;

/** What the library proposes for a recommendation, and what would become of each. */
export const LibraryProposalsSchema = z.object({
  recommendation: z.object({ id: z.string(), code: z.string() }),
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      unit: z.string(),
      track: z.enum(INDICATOR_TRACKS),
      class: z.enum(INDICATOR_CLASSES),
      valueType: z.enum(VALUE_TYPES),
      figureKind: z.enum(FIGURE_KINDS).nullable(),
      periodicityMonths: z.number().int().nullable(),
      required: z.boolean(),
      dimensions: z.array(z.object({ code: z.string(), name: z.string() })),
      definition: z.string().nullable(),
      step: z
        .enum(['create', 'link', 'present', 'differs'])
        .describe('link: the State has it; differs: it has another one of this code'),
    }),
  ),
});
export type LibraryProposals = z.infer<typeof LibraryProposalsSchema>;

export const LibraryChoiceSchema = z.object({ indicators: z.array(CodeSchema).max(200) });
export const LoadedLibrarySchema = z.object({
  created: z.array(z.string()),
  linked: z.array(z.string()),
  present: z.array(z.string()),
});
