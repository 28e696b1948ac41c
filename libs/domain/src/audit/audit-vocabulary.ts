import type { AuditEntry } from './audit-entry.js';
import type { AuditedFields } from './audited-fields.js';

/** Everything that can be audited. An action that is not here cannot be written, and one without words fails a test. */
export const AUDIT_ACTIONS = [
  'alert.acknowledged',
  'document.ingested',
  'document.amended',
  'document.language_added',
  'intake.opened',
  'intake.discarded',
  'reading.corrected',
  'reading.correction_withdrawn',
  'document.recorded',
  'deadline.changed',
  'deadline.communicated',
  'succession.confirmed',
  'succession.rejected',
  'succession.added',
  'classification.decided',
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
  'assessment.recorded',
  'assessment.superseded',
  'assessment.published',
  'assessment.withdrawn',
  'implementation.decided',
  'implementation.overridden',
  'implementation.reopened',
  'uhri.opened',
  'uhri.saved',
  'uhri.discarded',
  'uhri_link.confirmed',
  'uhri_link.refused',
  'figures.imported',
  'figures.undone',
  'figure.explained',
  'figure.record_chosen',
  'series.broken',
  'series.break_lifted',
  'submission.begun',
  'submission.edited',
  'submission.submitted',
  'submission.accepted',
  'submission.returned',
  'submission.reopened',
  'submission.withdrawn',
  'submission.taken_down',
  'submission.commented',
  'submission.period_unlocked',
  'contribution.addresses_forgotten',
  'action.recorded',
  'action.changed',
  'action.done',
  'action.reopened',
  'action.cancelled',
  'evidence.added',
  'evidence.withdrawn',
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
  'figure_import',
  'indicator',
  'institution',
  'message',
  'person',
  'recommendation',
  'state',
  'submission',
  'transmission',
  'uhri_import',
] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECTS)[number];

/** An entry in the words of these vocabularies: the only kind that is written. */
export interface AuditedChange extends AuditEntry {
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly subjectKind: AuditSubjectKind;
  readonly before?: AuditedFields | null | undefined;
  readonly after?: AuditedFields | null | undefined;
}
