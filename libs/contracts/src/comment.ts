import { z } from 'zod';

import { COMMENT_SUBJECTS } from '#domain';

import {
  CivilDateSchema,
  CursorSchema,
  InstitutionSchema,
  LanguageSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

const ABOUT = new RegExp(`^(${COMMENT_SUBJECTS.join('|')}):(.{1,200})$`);

/** `recommendation:crc-c-opsc-per-co-1.8`, `indicator:8-O1`, `alert:12`. */
export const CommentAboutSchema = z
  .string()
  .regex(ABOUT, 'expected the kind and the id of a thing: recommendation:…, indicator:… or alert:…')
  .transform((text) => {
    const [, kind = '', key = ''] = ABOUT.exec(text) ?? [];
    return { kind: kind as (typeof COMMENT_SUBJECTS)[number], key };
  });

export const CommentQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  about: CommentAboutSchema.optional().describe(
    'recommendation:ID, indicator:CODE or alert:NUMBER; everything otherwise',
  ),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

const InstantSchema = z.iso.datetime();
const CommentSchema = z.object({
  id: z.number().int(),
  author: z.object({
    role: z.enum(['focal_point', 'monitoring_body', 'ombudsperson', 'secretariat']),
    institution: InstitutionSchema.nullable(),
    own: z.boolean().describe('Written by whoever asks'),
  }),
  language: z.string(),
  text: z.string().nullable().describe('Null: withdrawn'),
  writtenAt: InstantSchema,
  editedAt: InstantSchema.nullable(),
  former: z
    .array(z.object({ text: z.string(), replacedAt: InstantSchema }))
    .describe('What it said before, the newest first'),
  withdrawn: z.object({ at: InstantSchema, reason: z.string() }).nullable(),
  mayEdit: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type CommentView = z.infer<typeof CommentSchema>;

const AboutSchema = z.object({
  kind: z.enum(COMMENT_SUBJECTS),
  id: z.string(),
  code: z.string(),
  title: z.string(),
});

export const CommentListSchema = z.object({
  state: z.object({ iso3: z.string(), name: z.string() }),
  today: CivilDateSchema,
  about: AboutSchema.nullable().describe('What was asked about, where the reader may comment on it'),
  items: z
    .array(CommentSchema.extend({ about: AboutSchema, answers: z.array(CommentSchema) }))
    .describe('The newest first; answers the oldest first'),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type CommentList = z.infer<typeof CommentListSchema>;

const Text = z.string().max(20_000).default('');

/** As the forms send it. */
export const CommentFormSchema = z.object({
  about: CommentAboutSchema,
  answers: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  text: Text,
});
export const CommentTextSchema = z.object({ text: Text });
export const CommentWithdrawalSchema = z.object({ reason: z.string().max(5_000).default('') });
