import { z } from 'zod';

import { dialledNumber } from '#domain';

import { CivilDateSchema, LanguageSchema } from './vocabulary.js';

const WordingSchema = z.object({
  language: LanguageSchema,
  name: z.string(),
  hours: z.string(),
  spoken: z.string().describe('The languages in which it answers; empty: not told'),
});

const NumberSchema = z.object({
  telephone: z.string().describe('As people write it'),
  dialled: z.string().describe('As a telephone dials it'),
  freeOfCharge: z.boolean(),
  webAddress: z.string().nullable(),
});

/** In which language the name of a line is wanted. */
export const HelpLineQuerySchema = z.object({ lang: LanguageSchema.default('en') });

/** Whom children can call: checked by a person, in the order in which they are shown. */
export const HelpLineListSchema = z.object({
  items: z.array(
    NumberSchema.extend({
      wording: WordingSchema.describe('In the language asked for, or in the one there is'),
      checkedOn: CivilDateSchema.describe('When somebody of the secretariat last called the number'),
      checkDue: z.boolean().describe('That is more than a year ago'),
    }),
  ),
});
export type HelpLineList = z.infer<typeof HelpLineListSchema>;
export type HelpLineView = HelpLineList['items'][number];

/** Drafts and what is shown, for those who keep them. */
export const KeptHelpLinesSchema = z.object({
  today: CivilDateSchema,
  mayChange: z.boolean(),
  items: z.array(
    NumberSchema.extend({
      id: z.number().int(),
      state: z.enum(['draft', 'shown']),
      replaces: z
        .number()
        .int()
        .nullable()
        .describe('The line whose place the draft takes once it is checked'),
      version: z.number().int().describe('Goes with the word that it was checked'),
      wordings: z.array(WordingSchema),
      writtenBy: z.string(),
      writtenOn: CivilDateSchema,
      checkedBy: z.string().nullable(),
      checkedOn: CivilDateSchema.nullable(),
      checkDue: z.boolean().describe('Nobody called the number for more than a year'),
    }),
  ),
});
export type KeptHelpLines = z.infer<typeof KeptHelpLinesSchema>;
export type KeptHelpLine = KeptHelpLines['items'][number];

const line = z.string().trim().max(120).default('');

/** A line as the form has it. A language without a name is left out. */
export const HelpLineFormSchema = z
  .object({
    telephone: z
      .string()
      .trim()
      .refine((written) => dialledNumber(written) !== null, 'a telephone number'),
    charge: z.enum(['free', 'charged']),
    web: z
      .string()
      .trim()
      .max(300)
      .default('')
      .refine(
        (text) => text === '' || /^https:\/\/[^\s/@]+\.[^\s@]+$/.test(text),
        'an https address, or nothing',
      ),
    name_en: line,
    hours_en: line,
    spoken_en: line,
    name_es: line,
    hours_es: line,
    spoken_es: line,
  })
  .superRefine((form, context) => {
    const wrong = (path: string): void =>
      context.addIssue({ code: 'custom', path: [path], message: 'missing' });
    if (form.name_en === '' && form.name_es === '') wrong('name_es');
    for (const language of ['en', 'es'] as const)
      if ((form[`name_${language}`] === '') !== (form[`hours_${language}`] === ''))
        wrong(form[`name_${language}`] === '' ? `name_${language}` : `hours_${language}`);
  });

export const HelpLineCheckSchema = z.object({
  version: z.coerce.number().int().positive().max(2_147_483_647),
});
