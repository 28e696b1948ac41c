import { z } from 'zod';

import { InvitationSchema } from './invitation.js';
import { CivilDateSchema, InstitutionSchema, LanguageSchema, SoughtSchema } from './vocabulary.js';

const LevelSchema = z.enum(['national', 'regional', 'local', 'independent']);
const RoleSchema = z.enum(['lead', 'support']);
const RecipientKindSchema = z.enum(['ministry', 'parliament', 'national_authority', 'local_authority']);
const CodeSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9().-]{1,60}$/, 'expected letters, digits, dots and hyphens');
const ReasonTextSchema = z.string().trim().min(1).max(500);
const NameSchema = z.object({
  en: z.string().trim().min(1).max(300),
  es: z.string().trim().min(1).max(300),
});
const TitledSchema = z.object({ id: z.string(), code: z.string(), title: z.string() });

const ListedInstitutionSchema = InstitutionSchema.extend({
  level: LevelSchema,
  validFrom: CivilDateSchema.nullable(),
  validUntil: CivilDateSchema.nullable().describe('Its last day'),
  leads: z.number().int().describe('Recommendations that it leads today'),
  supports: z.number().int(),
});
export const InstitutionListSchema = z.object({
  items: z.array(ListedInstitutionSchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type InstitutionList = z.infer<typeof InstitutionListSchema>;

/** Public: institutions, never persons. */
export const InstitutionDetailSchema = ListedInstitutionSchema.extend({
  today: CivilDateSchema,
  parent: InstitutionSchema.nullable(),
  successor: InstitutionSchema.nullable(),
  formerNames: z.array(
    z.object({ name: z.string(), validFrom: CivilDateSchema.nullable(), validUntil: CivilDateSchema }),
  ),
  responsibilities: z.array(
    TitledSchema.extend({
      role: RoleSchema,
      startsOn: CivilDateSchema.nullable(),
      endsOn: CivilDateSchema.nullable(),
    }),
  ),
  transmissions: z.array(
    z.object({
      recipientKind: RecipientKindSchema,
      sentOn: CivilDateSchema,
      receivedOn: CivilDateSchema.nullable().describe('Null while the receipt is missing'),
      items: z.number().int().describe('Recommendations that were sent; 0: the whole document'),
    }),
  ),
});
export type InstitutionDetail = z.infer<typeof InstitutionDetailSchema>;

export const FocalPointListSchema = z.object({
  today: CivilDateSchema,
  items: z.array(
    z.object({
      focalPoint: z.number().int(),
      name: z.string(),
      email: z.string(),
      kind: z.enum(['institutional', 'technical']),
      startsOn: CivilDateSchema,
      endsOn: CivilDateSchema.nullable(),
      inOffice: z.boolean(),
      reachable: z.boolean(),
      invitation: InvitationSchema.nullable(),
    }),
  ),
});
export type FocalPointList = z.infer<typeof FocalPointListSchema>;

export const ResponsibilityListSchema = z.object({
  items: z.array(
    z.object({
      id: z.number().int(),
      basis: z.enum(['named_in_text', 'now_responsible']),
      institution: z.string().nullable(),
      role: RoleSchema.nullable(),
      namedAs: z.string().nullable(),
      startsOn: CivilDateSchema.nullable(),
      endsOn: CivilDateSchema.nullable(),
    }),
  ),
});
export type ResponsibilityList = z.infer<typeof ResponsibilityListSchema>;

/** Recommendations for which the last sweep found nobody who can be reached. */
export const OrphanListSchema = z.object({
  items: z.array(
    z.object({
      recommendation: TitledSchema,
      reason: z.string(),
      since: CivilDateSchema,
      institution: InstitutionSchema.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type OrphanList = z.infer<typeof OrphanListSchema>;

export const TransmissionListSchema = z.object({
  today: CivilDateSchema,
  counts: z.array(z.object({ kind: RecipientKindSchema, sent: z.number().int(), missing: z.number().int() })),
  items: z.array(
    z.object({
      id: z.number().int(),
      institution: z.object({ code: z.string(), name: z.string() }),
      document: z.object({ slug: z.string(), title: z.string() }),
      recipientKind: RecipientKindSchema,
      items: z.array(z.string()),
      sentOn: CivilDateSchema,
      letter: z.string(),
      receivedOn: CivilDateSchema.nullable(),
      recordedBy: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type TransmissionList = z.infer<typeof TransmissionListSchema>;

export const NewInstitutionSchema = z.object({
  code: CodeSchema,
  name: NameSchema,
  shortName: NameSchema.nullable().default(null),
  level: LevelSchema,
  parent: CodeSchema.nullable().default(null),
  validFrom: CivilDateSchema.nullable().default(null),
});
export const RenamedInstitutionSchema = z.object({
  name: NameSchema,
  shortName: NameSchema.nullable().default(null),
  from: CivilDateSchema,
  reason: ReasonTextSchema,
});
export const PlacedInstitutionSchema = z.object({
  level: LevelSchema,
  parent: CodeSchema.nullable().default(null),
  reason: ReasonTextSchema,
});
export const EndedInstitutionSchema = z.object({
  lastDay: CivilDateSchema,
  successor: CodeSchema.nullable().default(null),
  reason: ReasonTextSchema,
});
export const AssignmentSchema = z.object({
  recommendation: z.string().trim().min(1).max(200).describe('Its public id'),
  basis: z.enum(['named_in_text', 'now_responsible']).default('now_responsible'),
  institution: CodeSchema.nullable().default(null),
  role: RoleSchema.nullable().default(null),
  namedAs: z.string().trim().min(1).max(300).nullable().default(null),
  from: CivilDateSchema,
  reason: ReasonTextSchema,
});
export const ChangedResponsibilitySchema = z.object({
  role: RoleSchema,
  from: CivilDateSchema,
  reason: ReasonTextSchema,
});
export const EndedResponsibilitySchema = z.object({ lastDay: CivilDateSchema, reason: ReasonTextSchema });
export const HandOverSchema = z.object({
  focalPoint: z.number().int().positive().max(2_147_483_647),
  to: z.object({
    name: z.string().trim().min(1).max(200),
    email: z.email().max(254),
    language: LanguageSchema,
  }),
  from: CivilDateSchema,
  note: z.string().trim().max(500).default(''),
});
export const TransmissionWishSchema = z.object({
  institution: CodeSchema,
  recipientKind: RecipientKindSchema,
  document: z.string().trim().min(1).max(200).nullable().default(null).describe('Slug; null: the newest'),
  items: z.array(z.string().trim().max(20)).max(500).default([]).describe('Codes; none: the whole document'),
  sentOn: CivilDateSchema,
  letter: z.string().trim().min(1).max(120),
  receivedOn: CivilDateSchema.nullable().default(null),
});
export const ReceiptSchema = z.object({ receivedOn: CivilDateSchema });
export const CreatedIdSchema = z.object({ id: z.number().int() });
