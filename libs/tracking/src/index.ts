export * from './ask-for-information/ask-for-information.js';
export * from './ask-for-information/read-requests.js';
export * from './read-docket/read-escalations.js';
export * from './make-statement/make-statement.js';
export * from './make-statement/read-statements.js';
export * from './assess/decide-implementation.js';
export * from './assess/read-assessments.js';
export * from './assess/record-assessment.js';
export * from './add-state/add-state.js';
export type { AccessMailAsked } from './admit-person/ask-access-mail.js';
export * from './admit-person/invite-person.js';
export * from './admit-person/recover-access.js';
export { AnswerAlert } from './answer-alert/answer-alert.js';
export type { AlertAnswerer } from './answer-alert/answer-alert.js';
export { DecideDisclaimer } from './answer-alert/decide-disclaimer.js';
export * from './read-alerts/read-alerts.js';
export * from './answer-alert/read-answer.js';
export { SubmitByLink } from './answer-alert/submit-by-link.js';
export type { FigureLinkReading } from './answer-alert/submit-by-link.js';
export * from './audit/mail-audit-heads.js';
export * from './audit/read-audit-heads.js';
export * from './audit/read-history.js';
export * from './audit/verify-record.js';
export * from './classify/decide-classification.js';
export { ReadSuggestions, isUndecided } from './classify/read-suggestions.js';
export type { DocumentSuggestions, ItemSuggestions } from './classify/read-suggestions.js';
export { CheckLinks } from './check-links/check-links.js';
export { LinkProbe } from './check-links/link-probe.js';
export * from './saved-views/saved-views.js';
export * from './comment/comments.js';
export * from './compare/compare-cycles.js';
export * from './compare/compare-institutions.js';
export * from './compare-figures/judge-comparability.js';
export * from './watch-rules/change-watch-rules.js';
export * from './watch-rules/read-watch-rules.js';
export * from './watch-rules/watch-rule-wish.js';
export * from './work-calendar/work-calendars.js';
export * from './compare-figures/read-comparability.js';
export * from './composition/compose-tracking.js';
export * from './define-indicators/define-indicator.js';
export * from './define-indicators/load-library.js';
export * from './derive-deadlines/communicate-date.js';
export * from './derive-deadlines/review-deadlines.js';
export * from './follow-state/follow-state.js';
export * from './give-evidence/give-evidence.js';
export * from './give-evidence/read-evidence.js';
export * from './hand-over/hand-over.js';
export * from './ingest-document/ingest-document.js';
export type { Saving } from './ingest-document/save-reading.js';
export { DecideUhriLink } from './import-uhri/decide-uhri-link.js';
export type { ImportAsked, ImportOutcome } from './import-figures/import-figures.js';
export { ReadImports } from './import-figures/read-imports.js';
export type {
  FigureImportPage,
  FigureImportReading,
  FigureUploadReading,
} from './import-figures/read-imports.js';
export { UndoImport } from './import-figures/undo-import.js';
export { UploadFigures } from './import-figures/upload-figures.js';
export type { UploadAuthor, UploadSettings } from './import-figures/upload-figures.js';
export { ImportUhri } from './import-uhri/import-uhri.js';
export type { UhriOutcome } from './import-uhri/import-uhri.js';
export * from './import-uhri/read-uhri.js';
export type { UhriFile } from './import-uhri/stage-export.js';
export * from './link-successions/decide-succession.js';
export * from './link-successions/read-successions.js';
export * from './manage-institutions/assign-responsibility.js';
export * from './manage-institutions/change-institutions.js';
export * from './manage-institutions/read-institutions.js';
export * from './submit/contribute-publicly.js';
export * from './submit/read-submissions.js';
export * from './submit/review-submissions.js';
export { CODE_SYSTEMS, FAULT_MARK, keyOfDeparture } from './submit/figure-faults.js';
export type { FigureFault, FigureHandIn, WrittenSubmissionFigure } from './submit/figure-faults.js';
export type { FigureSheet } from './submit/submission-figures.js';
export type { SubmissionActor } from './submit/submission-rules.js';
export * from './submit/write-submissions.js';
export * from './transmit/record-transmission.js';
export * from './load-demonstration/demonstration-file.js';
export * from './load-demonstration/load-demonstration.js';
export * from './load-demonstration/read-demonstration.js';
export * from './manage-account/read-account.js';
export * from './manage-people/end-membership.js';
export { MarkHead } from './manage-people/mark-head.js';
export { MemberAccess } from './manage-people/member-access.js';
export * from './manage-people/read-members.js';
export * from './publish-figures/publish-figures.js';
export * from './publish-figures/read-held-periods.js';
export * from './publish-figures/request-publication.js';
export * from './read-case-series/read-case-series.js';
export * from './read-data-gaps/read-data-gaps.js';
export * from './read-docket/read-docket.js';
export * from './read-documents/read-documents.js';
export { MOST_ATTEMPTS as MOST_IMPORT_ATTEMPTS } from './import-figures/ask-again-for-imports.js';
export * from './record-completeness/record-completeness.js';
export * from './read-public-record/read-public-record.js';
export type * from './read-public-record/readings.js';
export type { Answering } from './record-action/answering.js';
export * from './record-action/read-actions.js';
export * from './record-action/record-action.js';
export * from './retention/apply-retention.js';
export * from './retention/retention-rules.js';
export * from './run-sweep/run-sweep.js';
export * from './search-public-record/search-public-record.js';
export * from './mail-rhythm/choose-rhythm.js';
export * from './send-notices/close-digest.js';
export * from './send-notices/dead-letters.js';
export * from './send-notices/deliver-messages.js';
export * from './read-budget/read-budget.js';
export * from './read-calendar/read-calendar.js';
export * from './read-calendar/read-deadlines.js';
export * from './read-calendar/read-own-calendar.js';
export * from './read-changes/read-public-changes.js';
export * from './read-changes/tell-change.js';
export * from './follow-by-mail/ask-to-follow.js';
export * from './keep-help-lines/keep-help-lines.js';
export * from './say-plainly/say-plainly.js';
export * from './follow-by-mail/follow-links.js';
export * from './summarise-figures/summarise-budget.js';
export * from './summarise-figures/summarise-prosecutions.js';
export * from './take-in-document/read-intake.js';
export * from './take-returned-mail/take-returned-mail.js';
export * from './take-in-document/take-in-document.js';
export * from './take-in-document/written-correction.js';
export * from './visit-demonstration/visit-demonstration.js';
export * from './security-events/read-security-events.js';
export type { DeadLetter, DeadLetterReason } from '#persistence';
export * from './watch/ask-sweep.js';
export * from './watch/read-operation.js';
export * from './watch/read-watch.js';
export * from './watch/watch-the-watch.js';
export * from './undo/undo-act.js';
export * from './watch/tick.js';
export { seriesKeyText } from '#persistence';
// What the use cases hand out, for the edges that translate it.
export type {
  AssessedItem,
  Assessment,
  AuditDayHead,
  Bilingual,
  ChainLink,
  ClassificationValue,
  AnswerableObligation,
  CycleReading,
  DatedDuty,
  DecisionOnItem,
  DeadlineReading,
  DocumentName,
  EvidenceEntry,
  FoundSubject,
  ListSearch,
  PublishedRequest,
  Institution,
  KeptCorrection,
  MailAboutAccess,
  Member,
  NamedTopic,
  HelpLine,
  HelpLineContent,
  PlainText,
  PublicHelpLine,
  HistoryEntry,
  HistoryFilter,
  HistoryPerson,
  ItemHistoryKey,
  LedgerCheck,
  PublicClassification,
  ListedSubmission,
  PublicAction,
  PublicChange,
  PublicDimension,
  PublicFigure,
  PublicIndicator,
  PublicDuty,
  PublicInstitution,
  RecommendationChoice,
  PublicObligation,
  PublicRecommendation,
  PublicSource,
  PublishedContribution,
  State,
  StoredRule,
  Succession,
  SuccessionSide,
  StoredUhriAnnotation,
  SweepCounts,
  UhriChange,
  UhriCounts,
  UhriDifference,
  UhriImport,
} from '#persistence';
