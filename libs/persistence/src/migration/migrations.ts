import { CreateVocabulary1764000000001 } from './1764000000001-create-vocabulary.js';
import { CreatePeople1764000000002 } from './1764000000002-create-people.js';
import { CreateDocument1764000000003 } from './1764000000003-create-document.js';
import { CreateFigure1764000000004 } from './1764000000004-create-figure.js';
import { CreateWatch1764000000005 } from './1764000000005-create-watch.js';
import { IsolateStates1764000000006 } from './1764000000006-isolate-states.js';
import { CreatePublicView1764000000007 } from './1764000000007-create-public-view.js';
import { GrantRoles1764000000008 } from './1764000000008-grant-roles.js';
import { ExtendSignIn1764000000009 } from './1764000000009-extend-sign-in.js';
import { EndMembership1764000000010 } from './1764000000010-end-membership.js';
import { KeepShownCodes1764000000011 } from './1764000000011-keep-shown-codes.js';
import { ChainAudit1764000000012 } from './1764000000012-chain-audit.js';
import { RecogniseVisitors1764000000019 } from './1764000000019-recognise-visitors.js';
import { LogSecurity1764000000020 } from './1764000000020-log-security.js';
import { SearchPublicText1764000000022 } from './1764000000022-search-public-text.js';
import { FollowCycles1764000000023 } from './1764000000023-follow-cycles.js';
import { KeepInstitutionsAndTransmissions1764000000024 } from './1764000000024-keep-institutions-and-transmissions.js';
import { TakeDocumentsIn1764000000030 } from './1764000000030-take-documents-in.js';
import { ClassifyRecommendations1764000000031 } from './1764000000031-classify-recommendations.js';
import { ImportUhri1764000000032 } from './1764000000032-import-uhri.js';
import { TakeActionsAndEvidence1764000000033 } from './1764000000033-take-actions-and-evidence.js';
import { ReviewSubmissions1764000000034 } from './1764000000034-review-submissions.js';
import { RecordAssessments1764000000035 } from './1764000000035-record-assessments.js';
import { IndexTextsInSets1764000000036 } from './1764000000036-index-texts-in-sets.js';
import { SearchAudit1764000000037 } from './1764000000037-search-audit.js';
import { DecideUhriLinks1764000000038 } from './1764000000038-decide-uhri-links.js';
import { AttachEvidence1764000000039 } from './1764000000039-attach-evidence.js';
import { KeepCubes1764000000040 } from './1764000000040-keep-cubes.js';
import { KeepPartsOfFigures1764000000042 } from './1764000000042-keep-parts-of-figures.js';
import { HandInFigures1764000000043 } from './1764000000043-hand-in-figures.js';
import { ImportFigures1764000000044 } from './1764000000044-import-figures.js';
import { FollowBudgetsByMonth1764000000045 } from './1764000000045-follow-budgets-by-month.js';
import { KeepCasesApart1764000000046 } from './1764000000046-keep-cases-apart.js';
import { KeepUploadsOfFigures1764000000047 } from './1764000000047-keep-uploads-of-figures.js';
import { RecordCompleteness1764000000048 } from './1764000000048-record-completeness.js';
import { CompareFigures1764000000049 } from './1764000000049-compare-figures.js';
import { CheckFiguresInSets1764000000050 } from './1764000000050-check-figures-in-sets.js';
import { KeepObservationsNarrow1764000000051 } from './1764000000051-keep-observations-narrow.js';
import { CountDaysOfTheState1764000000052 } from './1764000000052-count-days-of-the-state.js';
import { HandInCasesAndAmounts1764000000053 } from './1764000000053-hand-in-cases-and-amounts.js';
import { FollowWhatChanges1764000000054 } from './1764000000054-follow-what-changes.js';
import { AskSeveralToReport1764000000055 } from './1764000000055-ask-several-to-report.js';
import { AskAgainForImports1764000000056 } from './1764000000056-ask-again-for-imports.js';
import { KeepWorkCalendars1764000000057 } from './1764000000057-keep-work-calendars.js';
import { SetWatchRules1764000000058 } from './1764000000058-set-watch-rules.js';
import { AnswerAlerts1764000000059 } from './1764000000059-answer-alerts.js';
import { KeepDisclaimers1764000000060 } from './1764000000060-keep-disclaimers.js';
import { TakeReturnedMail1764000000062 } from './1764000000062-take-returned-mail.js';
import { KeepRhythms1764000000063 } from './1764000000063-keep-rhythms.js';
import { SetEscalationSteps1764000000064 } from './1764000000064-set-escalation-steps.js';
import { GiveFeeds1764000000065 } from './1764000000065-give-feeds.js';
import { SetDeadLettersAside1764000000066 } from './1764000000066-set-dead-letters-aside.js';
import { WatchTheWatch1764000000067 } from './1764000000067-watch-the-watch.js';
import { MarkWhatChanged1764000000068 } from './1764000000068-mark-what-changed.js';
import { WatchFactsOfSweeps1764000000069 } from './1764000000069-watch-facts-of-sweeps.js';
import { TellWithdrawnMail1764000000070 } from './1764000000070-tell-withdrawn-mail.js';
import { AskForInformation1764000000071 } from './1764000000071-ask-for-information.js';
import { TellWhenItCame1764000000074 } from './1764000000074-tell-when-it-came.js';
import { FollowByMail1764000000075 } from './1764000000075-follow-by-mail.js';
import { SayItPlainly1764000000076 } from './1764000000076-say-it-plainly.js';
import { SaveViews1764000000077 } from './1764000000077-save-views.js';
import { TakeComments1764000000078 } from './1764000000078-take-comments.js';
import { MakeStatements1764000000079 } from './1764000000079-make-statements.js';
import { ListEscalations1764000000080 } from './1764000000080-list-escalations.js';
import { UndoAtOnce1764000000081 } from './1764000000081-undo-at-once.js';
import { UndoWhatBecameOfRequests1764000000082 } from './1764000000082-undo-what-became-of-requests.js';
import { KeepHelpLines1764000000083 } from './1764000000083-keep-help-lines.js';
import { FindNoticesOfAMail1764000000084 } from './1764000000084-find-notices-of-a-mail.js';
import { ListLettersSetAside1764000000085 } from './1764000000085-list-letters-set-aside.js';
import { WatchTheMailDay1764000000086 } from './1764000000086-watch-the-mail-day.js';
import { MarkANoticeByWhatASweepReads1764000000087 } from './1764000000087-mark-a-notice-by-what-a-sweep-reads.js';

/** Every step, oldest first. A released step is never edited: add one below. */
export const migrations = [
  CreateVocabulary1764000000001,
  CreatePeople1764000000002,
  CreateDocument1764000000003,
  CreateFigure1764000000004,
  CreateWatch1764000000005,
  IsolateStates1764000000006,
  CreatePublicView1764000000007,
  GrantRoles1764000000008,
  ExtendSignIn1764000000009,
  EndMembership1764000000010,
  KeepShownCodes1764000000011,
  ChainAudit1764000000012,
  RecogniseVisitors1764000000019,
  LogSecurity1764000000020,
  SearchPublicText1764000000022,
  FollowCycles1764000000023,
  KeepInstitutionsAndTransmissions1764000000024,
  TakeDocumentsIn1764000000030,
  ClassifyRecommendations1764000000031,
  ImportUhri1764000000032,
  TakeActionsAndEvidence1764000000033,
  ReviewSubmissions1764000000034,
  RecordAssessments1764000000035,
  IndexTextsInSets1764000000036,
  SearchAudit1764000000037,
  DecideUhriLinks1764000000038,
  AttachEvidence1764000000039,
  KeepCubes1764000000040,
  KeepPartsOfFigures1764000000042,
  HandInFigures1764000000043,
  ImportFigures1764000000044,
  FollowBudgetsByMonth1764000000045,
  KeepCasesApart1764000000046,
  KeepUploadsOfFigures1764000000047,
  RecordCompleteness1764000000048,
  CompareFigures1764000000049,
  CheckFiguresInSets1764000000050,
  KeepObservationsNarrow1764000000051,
  CountDaysOfTheState1764000000052,
  HandInCasesAndAmounts1764000000053,
  FollowWhatChanges1764000000054,
  AskSeveralToReport1764000000055,
  AskAgainForImports1764000000056,
  KeepWorkCalendars1764000000057,
  SetWatchRules1764000000058,
  AnswerAlerts1764000000059,
  KeepDisclaimers1764000000060,
  TakeReturnedMail1764000000062,
  KeepRhythms1764000000063,
  SetEscalationSteps1764000000064,
  GiveFeeds1764000000065,
  SetDeadLettersAside1764000000066,
  WatchTheWatch1764000000067,
  MarkWhatChanged1764000000068,
  WatchFactsOfSweeps1764000000069,
  TellWithdrawnMail1764000000070,
  AskForInformation1764000000071,
  TellWhenItCame1764000000074,
  FollowByMail1764000000075,
  SayItPlainly1764000000076,
  SaveViews1764000000077,
  TakeComments1764000000078,
  MakeStatements1764000000079,
  ListEscalations1764000000080,
  UndoAtOnce1764000000081,
  UndoWhatBecameOfRequests1764000000082,
  KeepHelpLines1764000000083,
  FindNoticesOfAMail1764000000084,
  ListLettersSetAside1764000000085,
  WatchTheMailDay1764000000086,
  MarkANoticeByWhatASweepReads1764000000087,
];
