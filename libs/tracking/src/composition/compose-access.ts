import type { Clock } from '#domain';
import {
  AccountRecord,
  AccountSessions,
  ApiTokens,
  CalendarFeeds,
  BreachedPasswords,
  KnownDevices,
  PasswordHasher,
  PasswordLinks,
  PasswordSignIn,
  Passwords,
  SecurityLog,
  Sessions,
  SignInAttempts,
  SignInLinks,
  SignIns,
  TypedForms,
  Visitors,
  composeSecondFactors,
} from '#identity';
import type { ComposedSecondFactors, OidcSettings } from '#identity';
import { ReturnPaths } from '#mail';
import type { Mailer } from '#mail';
import {
  ApiTokenRepository,
  CalendarFeedRepository,
  SavedViewRepository,
  OwnCalendarRepository,
  AuditRepository,
  CredentialRepository,
  InstitutionRepository,
  MemberRepository,
  PeopleRepository,
  SecondFactorRepository,
  SecurityEventRepository,
  SessionRepository,
  SignInAttemptRepository,
  SignInLinkRepository,
  StateRepository,
  VisitorRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';
import type { JobDispatcher } from '#queue';

import { AddState } from '../add-state/add-state.js';
import { AskAccessMail } from '../admit-person/ask-access-mail.js';
import { InvitePerson } from '../admit-person/invite-person.js';
import { RecoverAccess } from '../admit-person/recover-access.js';
import { TellUntold } from '../admit-person/tell-untold.js';
import { SendAccessMail } from '../admit-person/send-access-mail.js';
import { FollowState } from '../follow-state/follow-state.js';
import { ResetSecondFactors } from '../manage-account/reset-second-factors.js';
import { ReadOwnCalendar } from '../read-calendar/read-own-calendar.js';
import { ReadAccount } from '../manage-account/read-account.js';
import { EndMembership } from '../manage-people/end-membership.js';
import { MarkHead } from '../manage-people/mark-head.js';
import { MemberAccess } from '../manage-people/member-access.js';
import { ReadMembers } from '../manage-people/read-members.js';
import { ReadSecurityEvents } from '../security-events/read-security-events.js';
import { VisitDemonstration } from '../visit-demonstration/visit-demonstration.js';

/** Everything about who is who: signing in, accounts, invitations, people of a State. */
export interface AccessUseCases {
  readonly security: SecurityLog;
  readonly readSecurityEvents: ReadSecurityEvents;
  readonly visitors: Visitors;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
  readonly signInLinks: SignInLinks;
  readonly passwordSignIn: PasswordSignIn;
  readonly passwordLinks: PasswordLinks;
  readonly passwords: Passwords;
  readonly accounts: AccountRecord;
  readonly accountSessions: AccountSessions;
  readonly readAccount: ReadAccount;
  readonly apiTokens: ApiTokens;
  readonly calendarFeeds: CalendarFeeds;
  readonly readOwnCalendar: ReadOwnCalendar;
  readonly typedForms: TypedForms;
  readonly factors: ComposedSecondFactors;
  readonly addState: AddState;
  readonly followState: FollowState;
  readonly resetSecondFactors: ResetSecondFactors;
  readonly invitePerson: InvitePerson;
  readonly tellUntold: TellUntold;
  readonly recoverAccess: RecoverAccess;
  readonly sendAccessMail: SendAccessMail;
  readonly readMembers: ReadMembers;
  readonly endMembership: EndMembership;
  readonly markHead: MarkHead;
  readonly memberAccess: MemberAccess;
  readonly visitDemonstration: VisitDemonstration;
}

interface AccessGround {
  readonly record: RecordDatabase;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly dispatcher: JobDispatcher;
  readonly settings: {
    readonly publicUrl: string;
    readonly mailFrom: string;
    readonly sessionSecret: string;
    readonly takesReturnedMail?: boolean;
    readonly oidc?: OidcSettings | null;
    /** Path of the operator's list of leaked passwords; null or absent: none. */
    readonly breachedPasswordsFile?: string | null;
  };
}

export function composeAccess({ record, clock, mailer, dispatcher, settings }: AccessGround): AccessUseCases {
  const states = new StateRepository(record);
  const people = new PeopleRepository(record);
  const members = new MemberRepository(record);
  const institutions = new InstitutionRepository(record);
  const credentials = new CredentialRepository(record);
  const links = new SignInLinkRepository(record);
  const audit = new AuditRepository(record);
  const factors = new SecondFactorRepository(record);
  const visitorRows = new VisitorRepository(record);
  const visitors = new Visitors(visitorRows, clock);
  const sessions = new Sessions(new SessionRepository(record), visitorRows, clock);
  const signIns = new SignIns(sessions, visitors, factors);
  const signInLinks = new SignInLinks(links, signIns, visitors, clock);
  const hasher = new PasswordHasher();
  const securityEvents = new SecurityEventRepository(record);
  const security = new SecurityLog(securityEvents, clock, settings.sessionSecret);
  const attempts = new SignInAttempts(
    new SignInAttemptRepository(record),
    clock,
    settings.sessionSecret,
    security,
  );
  const devices = new KnownDevices(settings.sessionSecret);
  const addState = new AddState(record, states, audit, clock);
  const accounts = new AccountRecord(record, audit, clock, security);
  const breached = settings.breachedPasswordsFile
    ? new BreachedPasswords(settings.breachedPasswordsFile)
    : null;
  const passwords = new Passwords(credentials, { hasher, breached }, attempts, sessions, accounts, clock);
  const mails = new AskAccessMail(dispatcher);
  const apiTokens = new ApiTokens(new ApiTokenRepository(record), visitorRows, accounts, clock);
  const calendarFeeds = new CalendarFeeds(new CalendarFeedRepository(record), accounts, clock);
  const secondFactors = composeSecondFactors({
    record,
    clock,
    accounts,
    security,
    sessions,
    visitors,
    signIns,
    settings,
  });
  return {
    security,
    readSecurityEvents: new ReadSecurityEvents(securityEvents),
    visitors,
    sessions,
    signIns,
    signInLinks,
    passwords,
    accounts,
    accountSessions: new AccountSessions(sessions, accounts),
    readAccount: new ReadAccount(credentials, factors, states, sessions),
    passwordSignIn: new PasswordSignIn(credentials, hasher, attempts, devices, signIns),
    passwordLinks: new PasswordLinks(
      { links, credentials },
      passwords,
      accounts,
      { sessions, signIns, visitors, devices },
      clock,
    ),
    apiTokens,
    calendarFeeds,
    readOwnCalendar: new ReadOwnCalendar(
      record,
      { states, calendar: new OwnCalendarRepository(record) },
      calendarFeeds,
      clock,
    ),
    typedForms: new TypedForms(settings.sessionSecret, clock),
    factors: secondFactors,
    resetSecondFactors: new ResetSecondFactors(credentials, secondFactors.secondFactors),
    addState,
    followState: new FollowState(states, addState),
    invitePerson: new InvitePerson(
      record,
      { members, people, institutions, credentials, audit },
      signInLinks,
      mails,
      clock,
      settings,
    ),
    tellUntold: new TellUntold(record, members, mails, clock),
    recoverAccess: new RecoverAccess(credentials, attempts, mails),
    sendAccessMail: new SendAccessMail(
      record,
      { credentials, people, states, institutions },
      { visitors, links: signInLinks, security },
      mailer,
      clock,
      {
        ...settings,
        returnPaths: settings.takesReturnedMail
          ? new ReturnPaths(settings.sessionSecret, settings.mailFrom)
          : null,
      },
    ),
    readMembers: new ReadMembers(record, members, institutions, clock),
    markHead: new MarkHead(record, members, audit, clock),
    endMembership: new EndMembership(
      record,
      members,
      audit,
      {
        visitors,
        sessions,
        tokens: apiTokens,
        calendars: calendarFeeds,
        views: new SavedViewRepository(record),
      },
      clock,
    ),
    memberAccess: new MemberAccess(
      record,
      members,
      {
        visitors,
        sessions,
        tokens: apiTokens,
        calendars: calendarFeeds,
        factors: secondFactors.secondFactors,
        accounts,
      },
      mails,
      clock,
    ),
    visitDemonstration: new VisitDemonstration(record, states, people, signIns),
  };
}
