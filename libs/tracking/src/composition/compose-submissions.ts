import type { Clock } from '#domain';
import { ContributionLimit, OpenedForms } from '#identity';
import type { SecurityLog } from '#identity';
import type { Mailer } from '#mail';
import {
  AuditRepository,
  ContributionContactRepository,
  FigureStageRepository,
  LineFigureRepository,
  MessageRepository,
  PeopleRepository,
  PeriodLockRepository,
  SignInAttemptRepository,
  SubmissionFigureRepository,
  SubmissionReadingRepository,
  SubmissionRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';
import type { JobDispatcher } from '#queue';

import { ContributePublicly } from '../submit/contribute-publicly.js';
import type { ReadAnswer } from '../answer-alert/read-answer.js';
import { SubmitByLink } from '../answer-alert/submit-by-link.js';
import { LineFigures } from '../submit/line-figures.js';
import { ReadSubmissions } from '../submit/read-submissions.js';
import { ReviewSubmissions } from '../submit/review-submissions.js';
import { SubmissionMails } from '../submit/submission-mails.js';
import { SubmissionFigures } from '../submit/submission-figures.js';
import { TellDecision } from '../submit/tell-decision.js';
import { WriteSubmissions } from '../submit/write-submissions.js';

/** What is sent in, by institutions and by others, and the review of it. */
export interface SubmissionUseCases {
  readonly writeSubmissions: WriteSubmissions;
  readonly reviewSubmissions: ReviewSubmissions;
  readonly readSubmissions: ReadSubmissions;
  readonly contributePublicly: ContributePublicly;
  readonly submitByLink: SubmitByLink;
  readonly tellDecision: TellDecision;
}

export function composeSubmissions(
  record: RecordDatabase,
  clock: Clock,
  { mailer, dispatcher }: { readonly mailer: Mailer; readonly dispatcher: JobDispatcher },
  security: SecurityLog,
  readAnswer: ReadAnswer,
  settings: { readonly publicUrl: string; readonly mailFrom: string; readonly sessionSecret: string },
): SubmissionUseCases {
  const submissions = new SubmissionRepository(record);
  const reading = new SubmissionReadingRepository(record);
  const audit = new AuditRepository(record);
  const handedIn = new SubmissionFigureRepository(record);
  const figures = new SubmissionFigures(
    handedIn,
    new FigureStageRepository(record),
    new LineFigures(new LineFigureRepository(record), handedIn),
  );
  const locks = new PeriodLockRepository(record);
  const contacts = new ContributionContactRepository(record);
  const mails = new SubmissionMails(
    { reading, messages: new MessageRepository(record), people: new PeopleRepository(record) },
    settings.publicUrl,
  );
  const tell = new TellDecision(record, { contacts, submissions }, mails, mailer, settings, clock);
  const { sessionSecret } = settings;
  const attempts = new SignInAttemptRepository(record);
  const writeSubmissions = new WriteSubmissions(record, { submissions, locks, audit, figures }, mails, clock);
  return {
    tellDecision: tell,
    writeSubmissions,
    submitByLink: new SubmitByLink(record, { submissions, reading, figures }, readAnswer, writeSubmissions),
    reviewSubmissions: new ReviewSubmissions(
      record,
      { submissions, locks, audit, figures },
      tell,
      dispatcher,
      clock,
    ),
    readSubmissions: new ReadSubmissions(record, { submissions, reading, figures }, clock),
    contributePublicly: new ContributePublicly(
      record,
      { submissions, contacts, audit },
      {
        forms: new OpenedForms(sessionSecret, clock),
        limit: new ContributionLimit(attempts, clock, sessionSecret, security),
      },
      tell,
      clock,
    ),
  };
}
