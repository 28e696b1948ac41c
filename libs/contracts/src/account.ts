import { z } from 'zod';

import {
  CivilDateSchema,
  CursorSchema,
  InstitutionSchema,
  LanguageSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';
import { InvitationSchema } from './invitation.js';

const RoleSchema = z.enum([
  'contributor',
  'focal_point',
  'monitoring_body',
  'ombudsperson',
  'secretariat',
  'operator',
]);
const NamedStateSchema = z.object({ iso3: z.string(), name: z.string() });

/** What the sign-in page offers beside address and password. */
export const SignInOptionsSchema = z.object({
  demonstration: z
    .array(z.object({ state: NamedStateSchema, role: RoleSchema, name: z.string() }))
    .describe('Places in the open demonstration, one click each; empty anywhere else'),
});
export type SignInOptions = z.infer<typeof SignInOptionsSchema>;

/** For whom a link of one use sets a password. */
export const PasswordLinkSchema = z.object({
  name: z.string(),
  purpose: z.enum(['invitation', 'recovery']),
  roles: z.array(
    z.object({ state: NamedStateSchema, role: RoleSchema, institution: InstitutionSchema.nullable() }),
  ),
});
export type PasswordLink = z.infer<typeof PasswordLinkSchema>;

/** A moment on the wall clock of the person's State. */
const MomentSchema = z.object({ on: CivilDateSchema, at: z.string().describe('HH:MM') });

/** One's own account. */
export const AccountSchema = z.object({
  name: z.string(),
  email: z.string(),
  language: LanguageSchema,
  roles: z.array(
    z.object({ state: NamedStateSchema, role: RoleSchema, institution: InstitutionSchema.nullable() }),
  ),
  hasPassword: z.boolean(),
  secondFactors: z.array(z.enum(['passkey', 'one_time_password'])),
  sessions: z.array(
    z.object({
      id: z.number().int(),
      device: z.string().describe("The browser's own name for itself"),
      opened: MomentSchema,
      lastSeen: MomentSchema,
      current: z.boolean(),
    }),
  ),
});
export type Account = z.infer<typeof AccountSchema>;

/** People of a State, for those who appoint them. */
export const MembersSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  appointable: z.array(RoleSchema).describe('Roles that the reader may give and take'),
  institutions: z.array(InstitutionSchema),
  members: z.array(
    z.object({
      membership: z.number().int(),
      name: z.string(),
      email: z.string(),
      role: RoleSchema,
      institution: InstitutionSchema.nullable(),
      since: CivilDateSchema,
      isHead: z.boolean().describe('Heads the institution: hears of what its focal points leave unanswered'),
      mayHead: z.boolean().describe('Whether the reader may say so, or take it back'),
      reachable: z.boolean(),
      unreachableSince: CivilDateSchema.nullable().describe('Since when mails come back; null: they arrive'),
      arrived: z.boolean().describe('Has signed in or set a password'),
      invitation: InvitationSchema.nullable(),
      lastSignInOn: CivilDateSchema.nullable().describe('Null where no sign-in is in the record any more'),
      hasSecondFactor: z.boolean(),
      mayEnd: z.boolean().describe('Whether the reader may take the role away, and try to end the access'),
      mayResetFactors: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type Members = z.infer<typeof MembersSchema>;

/** People and what is owed: who and what is sought, where the page begins, how long it is. */
export const PeopleQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
