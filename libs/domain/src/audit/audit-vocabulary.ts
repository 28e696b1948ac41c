import type { CivilDate } from '../calendar/clock.js';
import type { SuccessionKind } from '../cycle/succession.js';
import type { DeadlineCertainty } from '../deadline/deadline.js';
import type { AuditEntry } from './audit-entry.js';

/** Everything that can be audited. An action that is not here cannot be written, and one without words fails a test. */
export const AUDIT_ACTIONS = [
  'alert.acknowledged',
  'document.ingested',
  'document.recorded',
  'deadline.changed',
  'deadline.communicated',
  'succession.confirmed',
  'succession.rejected',
  'succession.added',
  'institution.added',
  'institution.renamed',
  'institution.placed',
  'institution.ended',
  'responsibility.assigned',
  'responsibility.changed',
  'responsibility.ended',
  'focal_point.handed_over',
  'transmission.recorded',
  'transmission.received',
  'demonstration.loaded',
  'state.added',
  'person.invited',
  'membership.ended',
  'access.ended',
  'message.bodies_emptied',
  'password.set',
  'password.changed',
  'password.recovered',
  'session.ended',
  'sessions.ended',
  'second_factor.added',
  'second_factor.removed',
  'second_factor.reset',
  'recovery_codes.renewed',
  'api_token.created',
  'api_token.revoked',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who acted where no person did, the role in which a person did, or the door that the person came through. */
export const AUDIT_ACTORS = [
  'public',
  'contributor',
  'focal_point',
  'monitoring_body',
  'ombudsperson',
  'secretariat',
  'operator',
  'account',
  'command_line',
  'demonstration',
  'ingest',
  'mail_link',
  'retention',
  'rule',
] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

export const AUDIT_SUBJECTS = [
  'alert',
  'document',
  'institution',
  'message',
  'person',
  'recommendation',
  'state',
  'transmission',
] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECTS)[number];

/** What may stand in `before` and `after`. Codes are of vocabularies that have words; never an address, a token or a hash. */
export interface AuditedFields {
  /** Why a date is what it is, in English as the source puts it. */
  readonly basis?: string | null;
  readonly certainty?: DeadlineCertainty;
  /** Slugs of the documents that this one goes on from. */
  readonly continues?: readonly string[];
  readonly cycle?: number;
  readonly deadlines?: number;
  readonly document?: string;
  readonly dueOn?: CivilDate | null;
  readonly dueYear?: number | null;
  readonly duePurpose?: string;
  /** Public ids of recommendations. */
  readonly earlier?: string;
  readonly emptied?: number;
  readonly endsOn?: CivilDate | null;
  readonly expiresOn?: CivilDate;
  readonly institution?: string | null;
  /** Number of a person. */
  readonly focalPoint?: number;
  readonly items?: readonly string[] | null;
  readonly key?: string;
  readonly kind?: 'one_time_password' | 'passkey' | SuccessionKind;
  readonly later?: string | null;
  readonly letter?: string | null;
  readonly level?: string;
  /** As the text of a recommendation names an institution. */
  readonly namedAs?: string | null;
  readonly name?: string | { readonly en: string; readonly es: string };
  readonly olderThanDays?: number;
  readonly parent?: string | null;
  readonly permissions?: readonly string[];
  readonly receivedOn?: CivilDate | null;
  readonly recommendations?: number;
  readonly role?: string | null;
  readonly rule?: string | null;
  readonly sentOn?: CivilDate;
  readonly sessionsEnded?: number;
  readonly tokensRevoked?: number;
  readonly session?: number;
  readonly startsOn?: CivilDate | null;
  readonly state?: 'open' | 'acknowledged' | 'snoozed' | 'resolved' | 'suggested' | 'confirmed' | 'rejected';
  readonly successor?: string | null;
  readonly suggestedLinks?: number;
  readonly timeZone?: string;
  readonly tokenState?: 'live' | 'expired' | 'revoked';
  readonly warnings?: number;
}

/** An entry in the words of these vocabularies: the only kind that is written. */
export interface AuditedChange extends AuditEntry {
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly subjectKind: AuditSubjectKind;
  readonly before?: AuditedFields | null | undefined;
  readonly after?: AuditedFields | null | undefined;
}
