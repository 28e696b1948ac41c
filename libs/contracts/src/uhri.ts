import { z } from 'zod';

import { CivilDateSchema, LanguageSchema, SearchTextSchema, SoughtSchema } from './vocabulary.js';

const StateSchema = z.object({ iso3: z.string(), name: z.string(), demonstration: z.boolean() });
const ExportLanguageSchema = z.enum(['en', 'es']);
const ImportStateSchema = z.enum(['open', 'expired', 'saved', 'discarded']);
const ChangeSchema = z.enum(['new', 'changed', 'absent', 'rejected', 'unchanged']);
const RunSchema = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
const CountsSchema = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  absent: z.number().int(),
  rejected: z.number().int(),
  unchanged: z.number().int(),
});

const ImportSchema = z.object({
  id: z.number().int(),
  fileName: z.string(),
  language: ExportLanguageSchema,
  importState: ImportStateSchema,
  openedBy: z.string().nullable().describe('Null from the command line'),
  openedOn: CivilDateSchema,
  rows: z.number().int().describe('Rows of the file'),
});

export const UhriImportListSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  megabytes: z.number().int().describe('Size up to which an export can be uploaded'),
  items: z.array(ImportSchema),
  nextCursor: z.string().nullable(),
});
export type UhriImportList = z.infer<typeof UhriImportListSchema>;

/** A row of the difference: what the Index says of an annotation, by field, before and after. */
const DifferenceSchema = z.object({
  row: z.number().int().nullable().describe('In the file; null where the file lacks it'),
  annotationId: z.string().nullable(),
  symbol: z.string().nullable(),
  paragraph: z.string().nullable(),
  text: z.string().nullable(),
  returned: z.boolean().describe('The export had it no longer, and has it again'),
  fields: z.array(
    z.object({
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      words: z.array(RunSchema),
    }),
  ),
  rejections: z.array(z.object({ column: z.string(), value: z.string(), expected: z.string() })),
});

export const UhriImportSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  ...ImportSchema.shape,
  until: CivilDateSchema.describe('Last day on which it can be saved'),
  tally: z.object({
    otherStates: z.number().int(),
    unknownCountries: z.number().int(),
    unknownNames: z.array(z.string()),
    repeated: z.number().int(),
    unlisted: z.number().int(),
  }),
  counts: CountsSchema.nullable().describe('What saving would do, or did'),
  seen: z
    .string()
    .nullable()
    .describe('To be sent with the confirmation; null where there is nothing to save'),
  change: ChangeSchema,
  items: z.array(DifferenceSchema),
  nextCursor: z.string().nullable(),
});
export type UhriImportView = z.infer<typeof UhriImportSchema>;

export const UhriAnnotationListSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  items: z.array(
    z.object({
      annotationId: z.string(),
      language: ExportLanguageSchema,
      symbol: z.string(),
      body: z.string(),
      kind: z.enum(['recommendation', 'observation']),
      heading: z.string().nullable(),
      paragraph: z.string().nullable(),
      text: z.string(),
      themes: z.array(z.string()),
      affectedPersons: z.array(z.string()),
      sdgs: z.array(z.string()),
      publishedOn: CivilDateSchema.nullable(),
      uprPosition: z.string().nullable(),
      gone: z.boolean(),
      link: z
        .object({
          basis: z.enum(['paragraph', 'suggested']),
          paragraph: z.string(),
          recommendations: z.array(z.string()),
          likeness: z.number().nullable(),
          sameWords: z.boolean().nullable(),
          words: z.array(RunSchema).describe('From our words to those of the Index, where they differ'),
        })
        .nullable(),
      decisions: z
        .array(
          z.object({
            recommendation: z.string(),
            verdict: z.enum(['confirmed', 'refused']),
            decidedBy: z.string(),
            decidedOn: CivilDateSchema,
          }),
        )
        .describe(
          'What people said of a link; what is confirmed stands on the public page of the recommendation',
        ),
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type UhriAnnotationList = z.infer<typeof UhriAnnotationListSchema>;

export const UhriImportsQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const UhriImportQuerySchema = UhriImportsQuerySchema.extend({ change: ChangeSchema.optional() });
export const UhriAnnotationsQuerySchema = UhriImportsQuerySchema.extend({ q: SearchTextSchema });

const MOST_LINKS = 60;

export const UhriLinkVerdictSchema = z.object({
  recommendations: z
    .string()
    .trim()
    .min(1)
    .max(6000)
    .describe('Public ids, one or more with spaces between')
    .transform((text) => text.split(/\s+/))
    .pipe(z.array(z.string().max(100)).max(MOST_LINKS)),
  verdict: z.enum(['confirmed', 'refused']),
  q: z.string().max(300).default('').describe('Search of the page that the form stands on'),
  cursor: z.string().max(200).default('').describe('Page of it'),
});
