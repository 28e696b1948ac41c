export * from './add-state/add-state.js';
export * from './admit-person/invite-person.js';
export * from './admit-person/recover-access.js';
export * from './answer-alert/acknowledge-alert.js';
export * from './answer-alert/read-answer.js';
export * from './audit/mail-audit-heads.js';
export * from './audit/read-audit-heads.js';
export * from './audit/read-history.js';
export * from './audit/verify-record.js';
export { CheckLinks } from './check-links/check-links.js';
export { LinkProbe } from './check-links/link-probe.js';
export * from './composition/compose-tracking.js';
export * from './derive-deadlines/communicate-date.js';
export * from './derive-deadlines/review-deadlines.js';
export * from './follow-state/follow-state.js';
export * from './give-evidence/give-evidence.js';
export * from './give-evidence/read-evidence.js';
export * from './hand-over/hand-over.js';
export * from './ingest-document/ingest-document.js';
export type { Saving } from './ingest-document/save-reading.js';
export * from './link-successions/decide-succession.js';
export * from './link-successions/read-successions.js';
export * from './manage-institutions/assign-responsibility.js';
export * from './manage-institutions/change-institutions.js';
export * from './manage-institutions/read-institutions.js';
export * from './transmit/record-transmission.js';
export * from './load-demonstration/demonstration-file.js';
export * from './load-demonstration/load-demonstration.js';
export * from './load-demonstration/read-demonstration.js';
export * from './manage-account/read-account.js';
export * from './manage-people/end-membership.js';
export { MemberAccess } from './manage-people/member-access.js';
export * from './manage-people/read-members.js';
export * from './publish-figures/publish-figures.js';
export * from './read-docket/read-docket.js';
export * from './read-documents/read-documents.js';
export * from './read-public-record/read-public-record.js';
export type { Answering } from './record-action/answering.js';
export * from './record-action/read-actions.js';
export * from './record-action/record-action.js';
export * from './retention/apply-retention.js';
export * from './retention/retention-rules.js';
export * from './run-sweep/run-sweep.js';
export * from './search-public-record/search-public-record.js';
export * from './send-notices/close-digest.js';
export * from './send-notices/deliver-messages.js';
export * from './summarise-figures/summarise-budget.js';
export * from './summarise-figures/summarise-prosecutions.js';
export * from './take-in-document/read-intake.js';
export * from './take-in-document/take-in-document.js';
export * from './take-in-document/written-correction.js';
export * from './visit-demonstration/visit-demonstration.js';
export * from './security-events/read-security-events.js';
export * from './watch/read-watch.js';
export * from './watch/tick.js';
// What the use cases hand out, for the edges that translate it.
export type {
  AuditDayHead,
  Bilingual,
  ChainLink,
  CycleReading,
  DeadlineReading,
  DocumentName,
  EvidenceEntry,
  FoundSubject,
  Institution,
  KeptCorrection,
  Member,
  HistoryEntry,
  HistoryFilter,
  HistoryPerson,
  LedgerCheck,
  PublicAction,
  PublicFigure,
  PublicIndicator,
  PublicInstitution,
  PublicObligation,
  PublicRecommendation,
  PublicSource,
  State,
  StoredRule,
  Succession,
  SuccessionSide,
  SweepCounts,
} from '#persistence';
