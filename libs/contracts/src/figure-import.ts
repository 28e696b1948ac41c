import { z } from 'zod';

import { CivilDateSchema, LanguageSchema } from './vocabulary.js';

const KindSchema = z.enum(['observations', 'budget', 'deflator', 'prosecutions']);
const StateSchema = z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() });
const NamedSchema = z.object({ code: z.string(), name: z.string() });
const CountsSchema = z.object({
  added: z.number().int(),
  revised: z.number().int(),
  unchanged: z.number().int(),
});

const ProblemSchema = z.object({
  row: z.number().int().describe('As a spreadsheet numbers it: the first row of the file is 1'),
  column: z.string().describe('As the file heads it; empty where the row as a whole is meant'),
  value: z.string().describe('As the file has it; empty where it may not be repeated'),
  code: z.string(),
  expected: z.string(),
  other: z.string().nullable().describe('Another row, or the figure of the whole'),
});

const MappingSchema = z.object({
  columns: z.record(z.string(), z.string()).describe('Column of the file to field, dimension or "ignore"'),
  categories: z.record(z.string(), z.string()).describe('Text of the file to code of a category'),
});

const OutcomeShape = {
  format: z.string(),
  rows: z.number().int(),
  skipped: z.number().int().describe('Rows that hold no figure that was asked for'),
  counts: CountsSchema,
  overruled: z
    .number()
    .int()
    .describe('Figures that break a rule across figures and were taken with a reason'),
  problemCount: z.number().int(),
  problems: z.array(ProblemSchema).describe('The first thousand'),
  columns: z.array(z.object({ name: z.string(), use: z.string() })),
  mapping: MappingSchema,
  remembered: z.boolean().describe('The mapping was said of an earlier file with the same head'),
};

/** What became of a file that a program sent. */
export const FigureImportOutcomeSchema = z.object({
  outcome: z.enum(['saved', 'unchanged', 'dry_run', 'refused']),
  id: z.number().int().nullable().describe('Number of the import; null where nothing was saved'),
  sha256: z.string(),
  ...OutcomeShape,
});
export type FigureImportOutcome = z.infer<typeof FigureImportOutcomeSchema>;

const ImportSchema = z.object({
  id: z.number().int(),
  kind: KindSchema,
  fileName: z.string(),
  sha256: z.string(),
  rows: z.number().int(),
  counts: CountsSchema,
  importedBy: z.string().nullable().describe('Null from the command line'),
  importedOn: CivilDateSchema,
  importState: z.enum(['saved', 'undone']),
});

export const FigureImportListSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  megabytes: z.number().int().describe('Size up to which a file can be uploaded'),
  days: z.number().int().describe('For how long a file waits for its confirmation'),
  indicators: z.array(NamedSchema),
  sources: z.array(NamedSchema),
  waiting: z.array(
    z.object({
      id: z.number().int(),
      kind: KindSchema,
      fileName: z.string(),
      uploadState: z.enum(['checking', 'checked', 'saving']),
      uploadedBy: z.string(),
      uploadedOn: CivilDateSchema,
    }),
  ),
  items: z.array(ImportSchema),
  nextCursor: z.string().nullable(),
});
export type FigureImportList = z.infer<typeof FigureImportListSchema>;

export const FigureImportSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  ...ImportSchema.shape,
  format: z.string(),
  mapping: MappingSchema,
  reason: z.string().nullable(),
  overrideReason: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoneOn: CivilDateSchema.nullable(),
  undoReason: z.string().nullable(),
  items: z
    .array(
      z.object({
        figure: z.string(),
        revision: z.number().int(),
        before: z.string().nullable(),
        after: z.string(),
      }),
    )
    .describe('Figures of it that are on record'),
  nextCursor: z.string().nullable(),
});
export type FigureImportView = z.infer<typeof FigureImportSchema>;

const SettingsSchema = z.object({
  indicator: z.string(),
  indicatorText: z.string(),
  source: z.string(),
  sheet: z.string(),
  decimalMark: z.string(),
  codes: z.string(),
  cohortRule: z.string(),
  year: z.string(),
  months: z.string(),
  baseYear: z.string(),
  currency: z.string(),
  reason: z.string(),
  override: z.string(),
});

export const FigureUploadSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  until: CivilDateSchema.describe('Last day on which it can be saved'),
  id: z.number().int(),
  kind: KindSchema,
  fileName: z.string(),
  sha256: z.string(),
  uploadState: z.enum(['checking', 'checked', 'saving', 'saved']),
  uploadedBy: z.string(),
  uploadedOn: CivilDateSchema,
  percentRead: z.number().int(),
  attempt: z
    .object({ number: z.number().int(), of: z.number().int() })
    .nullable()
    .describe('Where its job was lost and is asked for again'),
  importId: z.number().int().nullable(),
  refusal: z
    .object({ code: z.string(), text: z.string() })
    .nullable()
    .describe('Why the file as a whole cannot be used'),
  outcome: z.object(OutcomeShape).nullable(),
  seen: z
    .string()
    .nullable()
    .describe('To be sent with the confirmation; null where there is nothing to save'),
  settings: SettingsSchema,
  heads: z
    .array(
      z.object({ index: z.number().int(), name: z.string(), use: z.string(), readAs: z.string().nullable() }),
    )
    .describe('Columns that a person can say something of: what was said, and what they were read as'),
  unknownTexts: z.array(z.object({ index: z.number().int(), text: z.string(), use: z.string() })),
  choices: z.object({
    fields: z.array(z.string()),
    dimensions: z.array(NamedSchema.extend({ categories: z.array(NamedSchema) })),
    indicators: z.array(NamedSchema),
    sources: z.array(NamedSchema),
  }),
});
export type FigureUploadView = z.infer<typeof FigureUploadSchema>;

export const FigureImportsQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullish()
    .transform((text) => (text === '' ? null : (text ?? null)));

const optionalYear = z
  .union([z.literal('').transform(() => null), z.coerce.number().int().min(1900).max(2100)])
  .nullish()
  .transform((year) => year ?? null);

const OPTIONS = {
  sheet: optional(100).describe('Of a workbook; the first where none is named'),
  indicator: optional(60).describe('Of all rows, where the file does not say it'),
  indicatorText: optional(200).describe('Take only rows whose column of indicators says this'),
  source: optional(60).describe('Where the figures are from, where the file does not say it'),
  decimalMark: z
    .enum(['.', ',', ''])
    .nullish()
    .transform((mark) => (mark === '' ? null : (mark ?? null))),
  codes: z
    .enum(['inei', 'reniec', 'iso', ''])
    .nullish()
    .transform((codes) => (codes === '' ? null : (codes ?? null)))
    .describe('Register whose codes the file uses for departments'),
  cohortRule: z
    .enum(['year_of_event', 'year_of_complaint', 'year_of_decision', ''])
    .nullish()
    .transform((rule) => (rule === '' ? null : (rule ?? null))),
  year: optionalYear.describe('Fiscal year of all rows, where the file does not say it'),
  months: z
    .enum(['cumulative', 'of_month', ''])
    .nullish()
    .transform((meaning) => (meaning === '' ? null : (meaning ?? null)))
    .describe('What the executed amount of a month holds: since January, or that month alone'),
  baseYear: optionalYear.describe('Year in whose prices an index is told'),
  currency: optional(3).describe('Three letters of ISO 4217'),
  reason: optional(500).describe('Why figures differ from those on record'),
  override: optional(500).describe('Why rules across figures do not hold here'),
};

/** The field `options` of a file that a program sends, as JSON. */
export const FigureImportOptionsSchema = z.strictObject({
  ...OPTIONS,
  columns: z.record(z.string().max(300), z.string().max(60)).default({}),
  categories: z.record(z.string().max(300), z.string().max(60)).default({}),
});

/** What stands in the form before its file. */
export const FigureUploadFormSchema = z.object({
  kind: KindSchema,
  indicator: optional(60),
  source: optional(60),
});

/** What a person says of a file that waits; `column:N` and `category:N` beside it. */
export const FigureSettingsFormSchema = z.looseObject(OPTIONS);
export const FigureSaveFormSchema = z.object({ seen: z.string().max(60) });
export const FigureUndoSchema = z.object({ reason: z.string().trim().max(500).default('') });
