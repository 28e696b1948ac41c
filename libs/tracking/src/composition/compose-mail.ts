import type { Clock, WorkCalendar } from '#domain';
import type { SecurityLog, SignedLinks } from '#identity';
import { MAIL_CONNECTIONS, ReturnPaths } from '#mail';
import type { Mailer } from '#mail';
import {
  AuditRepository,
  DeadLetterRepository,
  InstitutionRepository,
  MailRhythmRepository,
  MessageRepository,
  NoticeRepository,
  PeopleRepository,
  PublicRecommendationRepository,
  ReturnedMailRepository,
  StateRepository,
  SubscriptionRepository,
} from '#persistence';
import type { RecordDatabase, State } from '#persistence';
import type { JobDispatcher } from '#queue';

import { CloseDigest } from '../send-notices/close-digest.js';
import { DeadLetters } from '../send-notices/dead-letters.js';
import { DeliverMessages } from '../send-notices/deliver-messages.js';
import { PassOnMail } from '../send-notices/pass-on-mail.js';
import { RefreshMail } from '../send-notices/refresh-mail.js';
import { WriteDigest } from '../send-notices/write-digest.js';
import { ChooseRhythm } from '../mail-rhythm/choose-rhythm.js';
import { DropSubscriber } from '../follow-by-mail/drop-subscriber.js';
import { ReturnedAccessMail } from '../take-returned-mail/returned-access-mail.js';
import { TakeReturnedMail } from '../take-returned-mail/take-returned-mail.js';

/** Mails of the day, what leaves by the relay, and what it gives back. */
export interface MailUseCases {
  readonly closeDigest: CloseDigest;
  readonly passOnMail: PassOnMail;
  readonly chooseRhythm: ChooseRhythm;
  readonly deliverMessages: DeliverMessages;
  readonly takeReturnedMail: TakeReturnedMail;
  readonly deadLetters: DeadLetters;
}

export function composeMail(
  record: RecordDatabase,
  {
    mailer,
    dispatcher,
    security,
  }: { readonly mailer: Mailer; readonly dispatcher: JobDispatcher; readonly security: SecurityLog },
  links: SignedLinks,
  clock: Clock,
  settings: {
    readonly publicUrl: string;
    readonly mailFrom: string;
    readonly sessionSecret: string;
    readonly worker: string;
    readonly mailLeaseForMs?: number;
    readonly mailConnections?: number;
    readonly takesReturnedMail?: boolean;
    readonly closeAtOnce: boolean;
  },
  calendarOf: (state: State) => Promise<WorkCalendar>,
): MailUseCases {
  const messages = new MessageRepository(record);
  const people = new PeopleRepository(record);
  const paths = new ReturnPaths(settings.sessionSecret, settings.mailFrom);
  const states = new StateRepository(record);
  const returned = new ReturnedMailRepository(record);
  const notices = new NoticeRepository(record);
  const rhythms = new MailRhythmRepository(record);
  const rules = { rhythms, calendarOf };
  const audit = new AuditRepository(record);
  const subscribers = new DropSubscriber({ subscriptions: new SubscriptionRepository(record), audit }, clock);
  const digest = new WriteDigest(
    record,
    {
      people,
      institutions: new InstitutionRepository(record),
      recommendations: new PublicRecommendationRepository(record),
    },
    links,
    clock,
    settings,
  );
  const fresh = new RefreshMail(record, { states, notices, messages, people }, digest, clock);
  const closeDigest = new CloseDigest(record, { notices, messages, people }, rules, digest, clock, settings);
  const connections = settings.mailConnections ?? MAIL_CONNECTIONS;
  const deliverMessages = new DeliverMessages(
    record,
    { messages, people, subscribers },
    mailer,
    fresh,
    clock,
    {
      from: settings.mailFrom,
      // Where nobody hands in what comes back, it has to reach a person: at the sender's own address.
      returnPaths: settings.takesReturnedMail ? paths : null,
      worker: settings.worker,
      connections,
      leaseForMs: settings.mailLeaseForMs,
    },
  );
  return {
    closeDigest,
    passOnMail: new PassOnMail(closeDigest, deliverMessages, dispatcher, clock, {
      closeAtOnce: settings.closeAtOnce,
    }),
    chooseRhythm: new ChooseRhythm(record, { states, people, notices, audit }, rules, links, clock),
    deliverMessages,
    deadLetters: new DeadLetters(
      record,
      { letters: new DeadLetterRepository(record), people, audit: new AuditRepository(record) },
      fresh,
      dispatcher,
      clock,
    ),
    takeReturnedMail: new TakeReturnedMail(
      record,
      {
        states,
        returned,
        people,
        subscribers,
        audit,
      },
      new ReturnedAccessMail(record, { returned, people }, security, clock),
      paths,
      clock,
    ),
  };
}
