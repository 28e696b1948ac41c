import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';

import {
  AccountSessions,
  ApiTokens,
  OidcSignIn,
  Passkeys,
  PasswordLinks,
  PasswordSignIn,
  Passwords,
  SecondFactorSignIn,
  SecondFactors,
  Sessions,
  SignInLinks,
  TypedForms,
} from '#identity';
import type { Mailbox } from '#mail';
import {
  AnswerAlert,
  DecideDisclaimer,
  ReadAlerts,
  GiveEvidence,
  ReadActions,
  ReadEvidence,
  RecordAction,
  CommunicateDate,
  DecideImplementation,
  ChangeWatchRules,
  JudgeComparability,
  ReadComparability,
  ReadWatchRules,
  ReadAssessments,
  RecordAssessment,
  DecideClassification,
  DecideSuccession,
  AssignResponsibility,
  ChangeInstitutions,
  DefineIndicator,
  LoadLibrary,
  EndMembership,
  MarkHead,
  MemberAccess,
  HandOverFocalPoint,
  ContributePublicly,
  ReadInstitutions,
  ReadSubmissions,
  ReviewSubmissions,
  WriteSubmissions,
  RecordTransmission,
  InvitePerson,
  ReadAccount,
  ReadAuditHeads,
  ReadDocket,
  ReadDocuments,
  ReadHistory,
  DecideUhriLink,
  ImportUhri,
  ReadIntake,
  ReadImports,
  ReadUhri,
  UndoImport,
  UploadFigures,
  ReadMembers,
  ReadBudget,
  ReadCaseSeries,
  ReadDataGaps,
  ReadHeldPeriods,
  ReadPublicRecord,
  ReadSuccessions,
  ReadSuggestions,
  SearchPublicRecord,
  ReadSecurityEvents,
  RecoverAccess,
  TakeInDocument,
  VisitDemonstration,
} from '#tracking';
import type { Tracking } from '#tracking';

import { ApiTokenFormsController } from './account/api-token-forms.controller.js';
import { ApiTokensController } from './account/api-tokens.controller.js';
import { AccessGuard } from './access/access-guard.js';
import { AccountController } from './account/account.controller.js';
import { AssessmentChangesController } from './assessment/assessment-changes.controller.js';
import { WatchRulesController } from './watch-rule/watch-rules.controller.js';
import { ComparabilityController } from './comparability/comparability.controller.js';
import { COMPARISON_CONTROLLERS, comparisonProviders } from './comparison/comparison-parts.js';
import { MAIL_CONTROLLERS, mailProviders } from './people/mail-parts.js';
import { AssessmentsController } from './assessment/assessments.controller.js';
import { AlertsController } from './alert/alerts.controller.js';
import { ActionsController } from './action/actions.controller.js';
import { EvidenceController } from './action/evidence.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { REQUEST_CONTROLLERS, requestProviders } from './information-request/request-parts.js';
import { IntakeController } from './intake/intake.controller.js';
import { CaseSeriesController } from './case-series/case-series.controller.js';
import { PLAIN_TEXT_CONTROLLERS, plainTextProviders } from './plain-text/plain-text-parts.js';
import { ClassificationsController } from './classification/classifications.controller.js';
import { FigureImportFormsController } from './figure-import/figure-import-forms.controller.js';
import { FigureImportsController } from './figure-import/figure-imports.controller.js';
import { FigureTemplateController } from './figure-import/figure-template.controller.js';
import { UhriController } from './uhri/uhri.controller.js';
import { CyclesController } from './cycle/cycles.controller.js';
import { SuccessionsController } from './cycle/successions.controller.js';
import {
  IndicatorChangesController,
  IndicatorFormsController,
} from './indicator/indicator-changes.controller.js';
import { InstitutionChangesController } from './institution/institution-changes.controller.js';
import { InstitutionFormsController } from './institution/institution-forms.controller.js';
import { InstitutionsController } from './institution/institutions.controller.js';
import { SubmissionChangesController } from './submission/submission-changes.controller.js';
import { SubmissionFormsController } from './submission/submission-forms.controller.js';
import { SubmissionsController } from './submission/submissions.controller.js';
import { MAILBOX, MailboxController } from './mailbox/mailbox.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { HealthController } from './operation/health.controller.js';
import { operationProviders } from './operation/operation-providers.js';
import { OperationController } from './operation/operation.controller.js';
import { WatchController } from './operation/watch.controller.js';
import { SecurityEventsController } from './operation/security-events.controller.js';
import { PageRenderer } from './page/page-renderer.js';
import { FEED_CONTROLLERS, feedProviders } from './public/feed-parts.js';
import { OfflineWorkerController } from './page/offline-worker.controller.js';
import { PagesController } from './page/pages.controller.js';
import { MemberAccessController } from './people/member-access.controller.js';
import { MembersController } from './people/members.controller.js';
import { PeopleController } from './people/people.controller.js';
import { ProblemFilter } from './problem/problem-filter.js';
import { SearchController } from './public/search.controller.js';
import { Arrival } from './sign-in/arrival.js';
import { FormPosts } from './edge/form-post.js';
import { BudgetController } from './public/budget.controller.js';
import { DataGapsController } from './public/data-gaps.controller.js';
import { OpenDataController } from './public/open-data.controller.js';
import { StatesController } from './public/states.controller.js';
import { OidcController } from './second-factor/oidc.controller.js';
import { SecondFactorSignInController } from './second-factor/second-factor-sign-in.controller.js';
import { SecondFactorsController } from './second-factor/second-factors.controller.js';
import { API_SETTINGS } from './settings.js';
import type { ApiSettings } from './settings.js';
import { PasswordController } from './sign-in/password.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';

/** What the edge is given: the use cases, its settings and, in the demonstration, the mailbox. */
export interface ApiGround {
  readonly tracking: Tracking;
  readonly settings: ApiSettings;
  readonly mailbox: Mailbox | null;
}

/** The composition root of the API. */
@Module({})
export class ApiModule {
  static compose({ tracking, settings, mailbox }: ApiGround): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        SearchController,
        AssessmentsController,
        AssessmentChangesController,
        ComparabilityController,
        ...COMPARISON_CONTROLLERS,
        WatchRulesController,
        BudgetController,
        CaseSeriesController,
        DataGapsController,
        ...FEED_CONTROLLERS,
        ...REQUEST_CONTROLLERS,
        OpenDataController,
        StatesController,
        IndicatorChangesController,
        IndicatorFormsController,
        InstitutionsController,
        InstitutionChangesController,
        InstitutionFormsController,
        SubmissionsController,
        SubmissionChangesController,
        SubmissionFormsController,
        ActionsController,
        AlertsController,
        EvidenceController,
        PeopleController,
        MembersController,
        MemberAccessController,
        IntakeController,
        UhriController,
        FigureImportsController,
        FigureImportFormsController,
        FigureTemplateController,
        SignInController,
        PasswordController,
        AccountController,
        ...MAIL_CONTROLLERS,
        ApiTokensController,
        ApiTokenFormsController,
        SecondFactorSignInController,
        SecondFactorsController,
        OidcController,
        AuditController,
        CyclesController,
        SuccessionsController,
        ClassificationsController,
        ...PLAIN_TEXT_CONTROLLERS,
        SecurityEventsController,
        WatchController,
        OperationController,
        HealthController,
        OpenApiController,
        OfflineWorkerController,
        PagesController,
        ...(mailbox ? [MailboxController] : []),
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: API_SETTINGS, useValue: settings },
        ...feedProviders(tracking),
        ...comparisonProviders(tracking),
        ...requestProviders(tracking),
        { provide: MAILBOX, useValue: mailbox },
        { provide: ReadPublicRecord, useValue: tracking.readPublicRecord },
        { provide: ReadBudget, useValue: tracking.readBudget },
        { provide: ReadCaseSeries, useValue: tracking.readCaseSeries },
        { provide: ReadDataGaps, useValue: tracking.readDataGaps },
        { provide: ReadHeldPeriods, useValue: tracking.readHeldPeriods },
        { provide: SearchPublicRecord, useValue: tracking.searchPublicRecord },
        { provide: RecordAction, useValue: tracking.recordAction },
        { provide: ReadActions, useValue: tracking.readActions },
        { provide: GiveEvidence, useValue: tracking.giveEvidence },
        { provide: ReadEvidence, useValue: tracking.readEvidence },
        { provide: ReadDocket, useValue: tracking.readDocket },
        { provide: AnswerAlert, useValue: tracking.answerAlert },
        { provide: DecideDisclaimer, useValue: tracking.decideDisclaimer },
        { provide: ReadAlerts, useValue: tracking.readAlerts },
        { provide: ReadAuditHeads, useValue: tracking.readAuditHeads },
        { provide: ReadHistory, useValue: tracking.readHistory },
        { provide: ReadIntake, useValue: tracking.readIntake },
        { provide: TakeInDocument, useValue: tracking.takeInDocument },
        { provide: DecideUhriLink, useValue: tracking.decideUhriLink },
        { provide: ImportUhri, useValue: tracking.importUhri },
        { provide: ReadImports, useValue: tracking.readImports },
        { provide: UploadFigures, useValue: tracking.uploadFigures },
        { provide: UndoImport, useValue: tracking.undoImport },
        { provide: ReadUhri, useValue: tracking.readUhri },
        { provide: ReadSecurityEvents, useValue: tracking.readSecurityEvents },
        ...operationProviders(tracking),
        { provide: TypedForms, useValue: tracking.typedForms },
        { provide: ApiTokens, useValue: tracking.apiTokens },
        { provide: Sessions, useValue: tracking.sessions },
        { provide: SignInLinks, useValue: tracking.signInLinks },
        { provide: SecondFactors, useValue: tracking.factors.secondFactors },
        { provide: SecondFactorSignIn, useValue: tracking.factors.secondFactorSignIn },
        { provide: Passkeys, useValue: tracking.factors.passkeys },
        { provide: OidcSignIn, useValue: tracking.factors.oidcSignIn },
        { provide: PasswordSignIn, useValue: tracking.passwordSignIn },
        { provide: PasswordLinks, useValue: tracking.passwordLinks },
        { provide: Passwords, useValue: tracking.passwords },
        { provide: AccountSessions, useValue: tracking.accountSessions },
        { provide: ReadAccount, useValue: tracking.readAccount },
        { provide: RecoverAccess, useValue: tracking.recoverAccess },
        { provide: VisitDemonstration, useValue: tracking.visitDemonstration },
        { provide: ReadMembers, useValue: tracking.readMembers },
        { provide: InvitePerson, useValue: tracking.invitePerson },
        { provide: EndMembership, useValue: tracking.endMembership },
        { provide: MarkHead, useValue: tracking.markHead },
        { provide: MemberAccess, useValue: tracking.memberAccess },
        { provide: ReadDocuments, useValue: tracking.readDocuments },
        { provide: CommunicateDate, useValue: tracking.communicateDate },
        { provide: ReadSuccessions, useValue: tracking.readSuccessions },
        { provide: DecideSuccession, useValue: tracking.decideSuccession },
        { provide: ReadSuggestions, useValue: tracking.readSuggestions },
        ...plainTextProviders(tracking),
        { provide: DecideClassification, useValue: tracking.decideClassification },
        { provide: ReadInstitutions, useValue: tracking.readInstitutions },
        { provide: ChangeInstitutions, useValue: tracking.changeInstitutions },
        { provide: DefineIndicator, useValue: tracking.defineIndicator },
        { provide: LoadLibrary, useValue: tracking.loadLibrary },
        { provide: AssignResponsibility, useValue: tracking.assignResponsibility },
        { provide: HandOverFocalPoint, useValue: tracking.handOverFocalPoint },
        { provide: ReadSubmissions, useValue: tracking.readSubmissions },
        { provide: WriteSubmissions, useValue: tracking.writeSubmissions },
        { provide: ReviewSubmissions, useValue: tracking.reviewSubmissions },
        { provide: ContributePublicly, useValue: tracking.contributePublicly },
        { provide: RecordTransmission, useValue: tracking.recordTransmission },
        { provide: ReadAssessments, useValue: tracking.readAssessments },
        { provide: RecordAssessment, useValue: tracking.recordAssessment },
        { provide: DecideImplementation, useValue: tracking.decideImplementation },
        { provide: JudgeComparability, useValue: tracking.judgeComparability },
        { provide: ChangeWatchRules, useValue: tracking.changeWatchRules },
        { provide: ReadWatchRules, useValue: tracking.readWatchRules },
        { provide: ReadComparability, useValue: tracking.readComparability },
        ...mailProviders(tracking),
        PageRenderer,
        FormPosts,
        Arrival,
      ],
    };
  }
}
