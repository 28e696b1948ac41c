import type { Clock } from '#domain';
import { SignedLinks } from '#identity';
import type { OidcSettings } from '#identity';
import type { Mailer } from '#mail';
import {
  AlertRepository,
  AuditRepository,
  DocketRepository,
  InstitutionRepository,
  MailRhythmRepository,
  MessageRepository,
  NoticeRepository,
  PeopleRepository,
  PublicDocumentRepository,
  PublicFigureRepository,
  PublicRecommendationRepository,
  RecommendationRepository,
  RetentionRepository,
  StandInRepository,
  StateRepository,
  SweepRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';
import type { JobDispatcher } from '#queue';

import { ReadAnswer } from '../answer-alert/read-answer.js';
import type { LoadDemonstration } from '../load-demonstration/load-demonstration.js';
import { ReadDocket } from '../read-docket/read-docket.js';
import { ReadPublicRecord } from '../read-public-record/read-public-record.js';
import { ApplyRetention } from '../retention/apply-retention.js';
import { AskAgainForImports } from '../import-figures/ask-again-for-imports.js';
import { RunSweep } from '../run-sweep/run-sweep.js';
import { ReadWatch } from '../watch/read-watch.js';
import { Tick } from '../watch/tick.js';
import { composeAlerts } from './compose-alerts.js';
import type { AlertUseCases } from './compose-alerts.js';
import { composeActions } from './compose-actions.js';
import type { ActionUseCases } from './compose-actions.js';
import { composeAccess } from './compose-access.js';
import type { AccessUseCases } from './compose-access.js';
import { composeDemonstration } from './compose-demonstration.js';
import { composeImports } from './compose-imports.js';
import type { ImportUseCases } from './compose-imports.js';
import { composeFollowing } from './compose-following.js';
import type { FollowingUseCases } from './compose-following.js';
import { composeIntake } from './compose-intake.js';
import { composeReading } from './compose-reading.js';
import type { ReadingUseCases } from './compose-reading.js';
import { composeUhri } from './compose-uhri.js';
import type { UhriUseCases } from './compose-uhri.js';
import { composeWatchRules } from './compose-watch-rules.js';
import type { WatchRuleUseCases } from './compose-watch-rules.js';
import type { IntakeUseCases } from './compose-intake.js';
import { composeMail } from './compose-mail.js';
import type { MailUseCases } from './compose-mail.js';
import { composeOperation } from './compose-operation.js';
import type { OperationUseCases } from './compose-operation.js';
import { composeAudit } from './compose-audit.js';
import type { AuditUseCases } from './compose-audit.js';
import { composeAssessments } from './compose-assessments.js';
import type { AssessmentUseCases } from './compose-assessments.js';
import { composeClassification } from './compose-classification.js';
import type { ClassificationUseCases } from './compose-classification.js';
import { composeComparability } from './compose-comparability.js';
import type { ComparabilityUseCases } from './compose-comparability.js';
import { composeCycles } from './compose-cycles.js';
import type { CycleUseCases } from './compose-cycles.js';
import { composeIndicators } from './compose-indicators.js';
import type { IndicatorUseCases } from './compose-indicators.js';
import { composeInstitutions } from './compose-institutions.js';
import type { InstitutionUseCases } from './compose-institutions.js';
import { composePublication } from './compose-publication.js';
import type { PublicationUseCases } from './compose-publication.js';
import { composeRequests } from './compose-requests.js';
import type { RequestUseCases } from './compose-requests.js';
import { composeUndo } from './compose-undo.js';
import type { UndoUseCases } from './compose-undo.js';
import { composeSubmissions } from './compose-submissions.js';
import type { SubmissionUseCases } from './compose-submissions.js';

/** What the use cases stand on. */
export interface Ground {
  readonly record: RecordDatabase;
  readonly clock: Clock;
  readonly dispatcher: JobDispatcher;
  readonly mailer: Mailer;
  readonly settings: {
    readonly publicUrl: string;
    readonly mailFrom: string;
    /** Who is told when the watch stands still, and gets the heads of the audit chains; null or absent: nobody. */
    readonly operatorEmail?: string | null;
    readonly sessionSecret: string;
    /** Whether a relay hands in what comes back: each mail then leaves with a return path of its own. */
    readonly takesReturnedMail?: boolean;
    /** Key of disclosure control; never in the database. */
    readonly disclosureKey: string;
    /** Name of this process in claims and leases. */
    readonly worker: string;
    /** Closes the mail day at once, for the demonstration. */
    readonly closeAtOnce: boolean;
    /** How long a mail stays claimed; shorter only in tests that kill processes. */
    readonly mailLeaseForMs?: number;
    /** To the relay at once. */
    readonly mailConnections?: number;
    /** The organisation's own sign-in, where there is one. */
    readonly oidc?: OidcSettings | null;
    /** Path of the operator's list of leaked passwords; null or absent: none. */
    readonly breachedPasswordsFile?: string | null;
    /** False: links of evidence are asked of nobody. */
    readonly linkChecks?: boolean;
  };
}

/** Every use case, joined with its repositories. The apps take what they need. */
export interface Tracking
  extends
    AccessUseCases,
    ActionUseCases,
    AlertUseCases,
    AuditUseCases,
    AssessmentUseCases,
    ClassificationUseCases,
    ComparabilityUseCases,
    CycleUseCases,
    FollowingUseCases,
    ImportUseCases,
    IndicatorUseCases,
    InstitutionUseCases,
    IntakeUseCases,
    MailUseCases,
    OperationUseCases,
    SubmissionUseCases,
    PublicationUseCases,
    ReadingUseCases,
    RequestUseCases,
    UhriUseCases,
    UndoUseCases,
    WatchRuleUseCases {
  readonly states: StateRepository;
  readonly people: PeopleRepository;
  readonly signedLinks: SignedLinks;
  readonly loadDemonstration: LoadDemonstration;
  readonly runSweep: RunSweep;
  readonly readAnswer: ReadAnswer;
  readonly readDocket: ReadDocket;
  readonly readPublicRecord: ReadPublicRecord;
  readonly readWatch: ReadWatch;
  readonly applyRetention: ApplyRetention;
  readonly tick: Tick;
}

export function composeTracking({ record, clock, dispatcher, mailer, settings }: Ground): Tracking {
  const states = new StateRepository(record);
  const people = new PeopleRepository(record);
  const institutions = new InstitutionRepository(record);
  const recommendations = new RecommendationRepository(record);
  const alerts = new AlertRepository(record);
  const notices = new NoticeRepository(record);
  const messages = new MessageRepository(record);
  const rhythms = new MailRhythmRepository(record);
  const sweeps = new SweepRepository(record);
  const standIns = new StandInRepository(record);
  const audit = new AuditRepository(record);
  const auditing = composeAudit(record, clock, mailer, settings);
  const publicRecommendations = new PublicRecommendationRepository(record);
  const signedLinks = new SignedLinks(settings.sessionSecret);
  const readAnswer = new ReadAnswer(
    record,
    signedLinks,
    { states, alerts, institutions, people, recommendations },
    clock,
  );
  const cycles = composeCycles(record, clock);
  const intake = composeIntake(record, cycles.followDocument, audit, clock);
  const access = composeAccess({ record, clock, mailer, dispatcher, settings });
  const sending = composeSubmissions(
    record,
    clock,
    { mailer, dispatcher },
    access.security,
    readAnswer,
    settings,
  );
  const following = composeFollowing(
    record,
    clock,
    { links: signedLinks, dispatcher },
    access.security,
    settings,
  );
  const assessing = composeAssessments(record, clock);
  const imports = composeImports(record, clock, dispatcher);
  const uhri = composeUhri(record, audit, clock);
  const actions = composeActions(record, clock, settings);
  const publishing = composePublication(record, clock, dispatcher, settings.disclosureKey);
  const watchRules = composeWatchRules(record, clock);
  const asking = composeRequests(record, clock, watchRules.workCalendars, settings);
  const around = composeInstitutions(record, clock, settings, access.invitePerson);
  const answering = composeAlerts(
    record,
    clock,
    (state) => watchRules.workCalendars.calendarOf(state),
    around.assignResponsibility,
  );
  const readPublicRecord = new ReadPublicRecord(
    states,
    publicRecommendations,
    new PublicFigureRepository(record),
    new PublicDocumentRepository(record),
    uhri.uhriAnnotations,
    clock,
  );
  const runSweep = new RunSweep(
    record,
    { sweeps },
    answering.sweepPages,
    answering.subjects,
    {
      rounds: watchRules.makeRounds,
      successions: around.changeInstitutions,
      handOvers: around.carryOutHandOvers,
      completeness: publishing.recordCompleteness,
    },
    clock,
  );
  return {
    states,
    people,
    signedLinks,
    ...access,
    ...actions,
    ...answering,
    ...cycles,
    ...composeClassification(record, clock),
    ...composeComparability(record, clock),
    ...around,
    ...intake,
    ...imports,
    ...composeIndicators(record, dispatcher, clock),
    ...composeMail(
      record,
      { mailer, dispatcher, security: access.security },
      signedLinks,
      clock,
      settings,
      (state) => watchRules.workCalendars.calendarOf(state),
    ),
    ...assessing,
    ...uhri,
    ...sending,
    ...publishing,
    ...watchRules,
    ...asking,
    ...composeUndo(record, clock),
    loadDemonstration: composeDemonstration(record, clock, {
      ...intake,
      ...cycles,
      ...assessing,
      ...actions,
      ...asking,
      ...sending,
    }),
    runSweep,
    ...composeOperation(record, clock, { mailer, dispatcher }, runSweep, settings),
    readAnswer,
    readDocket: new ReadDocket(record, new DocketRepository(record), institutions, messages, clock),
    readPublicRecord,
    ...following,
    ...composeReading(record, states, readPublicRecord, clock),
    readWatch: new ReadWatch(record, { states, sweeps, messages, standIns }, dispatcher, clock),
    ...auditing,
    tick: new Tick(record, { states, sweeps, notices, messages, rhythms }, dispatcher, clock, settings, {
      auditHeads: auditing.mailAuditHeads,
      links: actions.checkLinks,
      untold: access.tellUntold,
      followChanges: answering.followChanges,
      followers: following.tellFollowers,
      decisions: sending.tellDecision,
      lostImports: new AskAgainForImports(record, imports.figureUploads, dispatcher, clock),
    }),
    applyRetention: new ApplyRetention(
      record,
      {
        states,
        retention: new RetentionRepository(record),
        audit,
        uhriImports: uhri.uhriImports,
        figureUploads: imports.figureUploads,
        subscriptions: following.subscriptions,
      },
      clock,
    ),
  };
}
