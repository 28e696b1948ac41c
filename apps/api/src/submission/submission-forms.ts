import { z } from 'zod';

import {
  EditedSubmissionSchema,
  LanguageSchema,
  NewSubmissionSchema,
  PublicContributionSchema,
  SubmissionCommentSchema,
  SubmissionDecisionSchema,
  SubmissionStepSchema,
  UnlockedPeriodSchema,
} from '#contracts';

import { figuresOf } from './figure-form.js';

/** A field that was left empty holds nothing. */
function orNothing<S extends z.ZodType<string, string>>(schema: S) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? null : text))
    .pipe(schema.nullable());
}

const { texts, organisation, recommendation } = NewSubmissionSchema.shape;
const Narrative = texts.shape.en;
const Day = z.iso.date();
const Version = z.coerce.number().pipe(EditedSubmissionSchema.shape.version);

const draft = {
  text_en: Narrative,
  text_es: Narrative,
  organisation: orNothing(organisation.unwrap().unwrap()),
  period_from: orNothing(Day),
  period_to: orNothing(Day),
  lang: LanguageSchema.default('en'),
  /** Which of the two buttons was pressed. */
  then: z.enum(['save', 'hand_in']).default('save'),
};

interface DraftFields {
  readonly text_en: string;
  readonly text_es: string;
  readonly organisation: string | null;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly lang: 'en' | 'es';
  readonly then: 'save' | 'hand_in';
}

function draftOf(form: DraftFields & Readonly<Record<string, unknown>>) {
  const { period_from: startOn, period_to: endOn } = form;
  return {
    texts: { en: form.text_en, es: form.text_es },
    organisation: form.organisation,
    period: startOn === null || endOn === null ? null : { startOn, endOn },
    figures: figuresOf(form, form.lang),
    handIn: form.then === 'hand_in',
  };
}

/** Half a period is none: the form says which half is missing. */
const wholePeriod = (form: {
  readonly period_from: string | null;
  readonly period_to: string | null;
}): boolean => (form.period_from === null) === (form.period_to === null);
const HALF = { path: ['period'], message: 'expected both days, or neither' };

export const NewSubmissionForm = z
  .looseObject({
    ...draft,
    obligation: orNothing(z.string().regex(/^\d{1,10}$/))
      .transform((text) => (text === null ? null : Number(text)))
      .pipe(NewSubmissionSchema.shape.obligation.unwrap()),
    recommendation: orNothing(recommendation.unwrap().unwrap()),
  })
  .refine(wholePeriod, HALF)
  .transform((form) => ({
    ...draftOf(form),
    obligation: form.obligation,
    recommendation: form.recommendation,
  }));

export const EditedSubmissionForm = z
  .looseObject({ ...draft, version: Version })
  .refine(wholePeriod, HALF)
  .transform((form) => ({ ...draftOf(form), version: form.version }));

export const SubmissionStepForm = SubmissionStepSchema.extend({ version: Version });
export const SubmissionCommentForm = SubmissionCommentSchema;
export const SubmissionDecisionForm = SubmissionDecisionSchema.extend({ version: Version });
export const UnlockedPeriodForm = UnlockedPeriodSchema;

const contribution = PublicContributionSchema.shape;
export const PublicContributionForm = z.object({
  text: contribution.text,
  language: contribution.language,
  organisation: orNothing(contribution.organisation.unwrap().unwrap()),
  email: orNothing(contribution.email.unwrap().unwrap()),
  website: contribution.website,
  opened: contribution.opened,
});

/** The form behind the link of a mail: one obligation, its figures and a text in the language of the page. */
export const FigureLinkForm = z
  .looseObject({ text: Narrative, lang: LanguageSchema.default('en') })
  .transform((form) => ({ texts: { [form.lang]: form.text }, figures: figuresOf(form, form.lang) }));
