import type { Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import { mayEndAccess } from '#identity';
import type {
  AccountRecord,
  AccountSteward,
  ApiTokens,
  CalendarFeeds,
  SecondFactors,
  Sessions,
  Visitors,
} from '#identity';
import type { Member, MemberRepository, RecordDatabase, State } from '#persistence';

import type { AccessMailAsked, AskAccessMail } from '../admit-person/ask-access-mail.js';

/**
 * What can be done at once about the way in of somebody else: when a device is lost, an account is in wrong hands, or a person
 * has lost every second factor. The person keeps the roles and the password, and gets a mail about it.
 */
export class MemberAccess {
  constructor(
    private readonly record: RecordDatabase,
    private readonly members: MemberRepository,
    private readonly entry: {
      readonly visitors: Visitors;
      readonly sessions: Sessions;
      readonly tokens: ApiTokens;
      readonly calendars: CalendarFeeds;
      readonly factors: SecondFactors;
      readonly accounts: AccountRecord;
    },
    private readonly mails: AskAccessMail,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends every session and revokes every API token and calendar of a member, in every State. Answers whether a mail about it will be sent.
   * @throws UserError `membership.unknown`, `member_access.own` or `member_access.elsewhere`.
   */
  async end(state: State, membershipId: number, by: AccountSteward): Promise<AccessMailAsked> {
    const { visitors, sessions, tokens, calendars, accounts } = this.entry;
    const { personId } = await this.record.runState(state.id, async () => {
      const member = await this.lockOther(state, membershipId, by);
      const { memberships } = await visitors.visitor(member.personId, { kind: 'none' });
      if (!mayEndAccess({ role: by.role, stateId: state.id }, memberships))
        throw new UserError(
          'forbidden',
          'member_access.elsewhere',
          'This person also runs the installation or has a role in another State, where ending the access would reach. Ask the operator.',
        );
      await accounts.write(
        { personId: member.personId, by },
        (ended) => ({ action: 'access.ended', after: ended }),
        async () => ({
          sessionsEnded: await sessions.endAll(member.personId, null),
          tokensRevoked: await tokens.revokeAll(member.personId),
          calendarsRevoked: await calendars.revokeAll(member.personId),
        }),
      );
      return member;
    });
    return this.tell('access_ended', state, personId, by);
  }

  /**
   * Takes away the second factors that a member has lost, for an operator who has made sure who asks. Answers whether a
   * mail about it will be sent.
   * @throws UserError `membership.unknown`, `member_access.own` or `member_access.no_factor`.
   */
  async resetFactors(state: State, membershipId: number, by: AccountSteward): Promise<AccessMailAsked> {
    const { personId } = await this.record.runState(state.id, async () => {
      const member = await this.lockOther(state, membershipId, by);
      if (!member.hasSecondFactor)
        throw new UserError('conflict', 'member_access.no_factor', 'This person has no second factor.');
      await this.entry.factors.resetAll(member.personId, by);
      return member;
    });
    return this.tell('factors_reset', state, personId, by);
  }

  /** Held until the transaction ends: a sign-in that is under way comes before it, and is ended too, or after it. */
  private async lockOther(state: State, membershipId: number, by: AccountSteward): Promise<Member> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const member = await this.members.findMember(state.id, today, membershipId);
    if (!member) throw new UserError('not_found', 'membership.unknown', 'This role is not held any more.');
    if (member.personId === by.personId)
      throw new UserError(
        'conflict',
        'member_access.own',
        'Your own sessions, tokens and second factors are on the page of your account.',
      );
    await this.members.lockPerson(member.personId);
    return member;
  }

  private tell(
    kind: 'access_ended' | 'factors_reset',
    state: State,
    personId: number,
    by: AccountSteward,
  ): Promise<AccessMailAsked> {
    const on = civilDayOf(this.clock.now(), state.timeZone);
    return this.mails.tryToAsk({ kind, personId, state: state.iso3, role: by.role, by: by.personId, on });
  }
}
