import { z } from 'zod';

import {
  CivilDateSchema,
  InstitutionSchema,
  LanguageSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

const NumberSchema = z.number().int().positive().max(2_147_483_647);
const InstantSchema = z.iso.datetime().describe('An instant, UTC');

const EvidenceSchema = z.object({
  id: z.number().int(),
  recommendation: z.string().describe('Public id'),
  action: z.number().int().nullable().describe('Null: it stands behind the recommendation itself'),
  submission: z.number().int().nullable().describe('The answer that it came with, for those who read that'),
  institution: InstitutionSchema.describe('Who gave it'),
  language: z.string(),
  title: z.string(),
  kind: z.enum(['file', 'link']),
  file: z
    .object({
      name: z.string(),
      mediaType: z.string(),
      sizeBytes: z.number().int(),
      sha256: z.string().describe('Of the bytes, hexadecimal'),
    })
    .nullable(),
  url: z.string().nullable(),
  effectiveOn: CivilDateSchema.describe('Day from which it holds'),
  expiresOn: CivilDateSchema.nullable().describe('Its last day'),
  standing: z.enum(['not_yet', 'standing', 'expired']),
  recordedOn: CivilDateSchema.describe('Day on which it was handed in'),
  published: z.boolean(),
  withdrawnOn: CivilDateSchema.nullable(),
  withdrawalReason: z.string().nullable(),
  link: z
    .object({
      checkedAt: InstantSchema,
      checkedOn: CivilDateSchema,
      outcome: z.enum(['reachable', 'broken', 'refused']),
      detail: z.string(),
      httpStatus: z.number().int().nullable(),
      brokenSince: CivilDateSchema.nullable(),
    })
    .nullable()
    .describe('Null: a file, or a link that was not asked yet'),
});
export type EvidenceView = z.infer<typeof EvidenceSchema>;

export const EvidenceListSchema = z.object({
  today: CivilDateSchema,
  items: z.array(EvidenceSchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type EvidenceList = z.infer<typeof EvidenceListSchema>;

export const EvidencePageQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const EvidenceQuerySchema = EvidencePageQuerySchema.extend({
  recommendation: z.string().trim().max(200).default('').describe('Public id; empty: of all'),
  action: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  submission: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  broken: z.enum(['0', '1']).default('0').describe('1: only links that do not answer'),
});

const { shape } = z.object({
  institution: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9().-]{1,60}$/, 'expected letters, digits, dots and hyphens'),
  action: NumberSchema.nullable().default(null),
  submission: NumberSchema.nullable()
    .default(null)
    .describe('A draft that it comes with: nobody else reads it before that is accepted'),
  language: z.enum(['en', 'es', 'fr']).describe('Of the title'),
  title: z.string().trim().min(1).max(300),
  effectiveOn: CivilDateSchema,
  expiresOn: CivilDateSchema.nullable().default(null),
  published: z.boolean().describe('false: for those who answer for it or watch over it'),
});

export const EvidenceLinkSchema = z.object({ ...shape, url: z.string().trim().min(1).max(2000) });

const nothing = (text: string): string | null => (text === '' ? null : text);

/** Fields of a form: each a text, and what is not filled in is empty. */
export const EvidenceFormSchema = z
  .object({
    institution: shape.institution,
    action: z
      .string()
      .trim()
      .default('')
      .transform((text) => (text === '' ? null : Number(text)))
      .pipe(NumberSchema.nullable()),
    submission: z
      .string()
      .trim()
      .default('')
      .transform((text) => (text === '' ? null : Number(text)))
      .pipe(NumberSchema.nullable()),
    language: shape.language,
    title: shape.title,
    effective_on: shape.effectiveOn,
    expires_on: z.string().trim().default('').transform(nothing).pipe(CivilDateSchema.nullable()),
    visibility: z.enum(['public', 'private']),
  })
  .describe('As a form writes them');
