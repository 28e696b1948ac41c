import { z } from 'zod';

import {
  AssignmentSchema,
  ChangedResponsibilitySchema,
  EndedInstitutionSchema,
  EndedResponsibilitySchema,
  HandOverSchema,
  NewInstitutionSchema,
  PlacedInstitutionSchema,
  ReceiptSchema,
  RenamedInstitutionSchema,
  TransmissionWishSchema,
} from '#contracts';

/** A field that was left empty holds nothing. */
function orNothing<S extends z.ZodType<string, string>>(schema: S) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? null : text))
    .pipe(schema.nullable());
}

const { code, name, level, validFrom } = NewInstitutionSchema.shape;
const { reason } = RenamedInstitutionSchema.shape;
const Code = code;
const LongName = name.shape.en;

/** The short name is given in both languages or in none. */
const names = {
  name_en: LongName,
  name_es: LongName,
  short_en: orNothing(LongName),
  short_es: orNothing(LongName),
};

function namesOf(form: {
  readonly name_en: string;
  readonly name_es: string;
  readonly short_en: string | null;
  readonly short_es: string | null;
}) {
  const short = form.short_en ?? form.short_es;
  return {
    name: { en: form.name_en, es: form.name_es },
    shortName: short === null ? null : { en: form.short_en ?? short, es: form.short_es ?? short },
  };
}

export const NewInstitutionForm = z
  .object({
    code: Code,
    ...names,
    level,
    parent: orNothing(Code),
    from: orNothing(validFrom.unwrap().unwrap()),
  })
  .transform((form) => ({
    code: form.code,
    ...namesOf(form),
    level: form.level,
    parent: form.parent,
    validFrom: form.from,
  }));

export const RenameForm = z
  .object({ ...names, from: RenamedInstitutionSchema.shape.from, reason })
  .transform((form) => ({ ...namesOf(form), from: form.from, reason: form.reason }));

export const PlaceForm = PlacedInstitutionSchema.extend({ parent: orNothing(Code) });

export const EndInstitutionForm = z
  .object({ last_day: EndedInstitutionSchema.shape.lastDay, successor: orNothing(Code), reason })
  .transform((form) => ({ lastDay: form.last_day, successor: form.successor, reason: form.reason }));

const { role, from } = ChangedResponsibilitySchema.shape;
const { recommendation } = AssignmentSchema.shape;

/** The page that the form stands on. */
export const OfRecommendation = z.object({ recommendation });

export const AssignForm = z
  .object({ recommendation, institution: Code, role, from, reason })
  .transform((form) => ({ ...form, basis: 'now_responsible' as const, namedAs: null }));

export const ChangeResponsibilityForm = ChangedResponsibilitySchema;

export const EndResponsibilityForm = z
  .object({ last_day: EndedResponsibilitySchema.shape.lastDay, reason })
  .transform((form) => ({ lastDay: form.last_day, reason: form.reason }));

const { to, note } = HandOverSchema.shape;

export const OfInstitution = z.object({ institution: Code });

export const HandOverForm = z
  .object({
    focal_point: z.coerce.number().pipe(HandOverSchema.shape.focalPoint),
    name: to.shape.name,
    email: to.shape.email,
    language: to.shape.language,
    from,
    note,
  })
  .transform((form) => ({
    focalPoint: form.focal_point,
    to: { name: form.name, email: form.email, language: form.language },
    from: form.from,
    note: form.note,
  }));

const { recipientKind, items, sentOn, letter } = TransmissionWishSchema.shape;

export const TransmissionForm = z
  .object({
    institution: Code,
    recipient: recipientKind,
    /** Codes as one writes them in a line: `20(a), 21`. */
    items: z
      .string()
      .max(12_000)
      .default('')
      .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''))
      .pipe(items.unwrap()),
    sent_on: sentOn,
    letter,
    received_on: orNothing(ReceiptSchema.shape.receivedOn),
  })
  .transform((form) => ({
    institution: form.institution,
    recipientKind: form.recipient,
    document: null,
    items: form.items,
    sentOn: form.sent_on,
    letter: form.letter,
    receivedOn: form.received_on,
  }));

export const ReceiptForm = z
  .object({ received_on: ReceiptSchema.shape.receivedOn })
  .transform((form) => ({ receivedOn: form.received_on }));
