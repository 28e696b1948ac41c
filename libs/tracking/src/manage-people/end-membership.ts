import type { Clock, Role } from '#domain';
import { UserError, civilDayOf } from '#domain';
import { appointableBy } from '#identity';
import type { ApiTokens, CalendarFeeds, Sessions, Visitors } from '#identity';
import type {
  AuditRepository,
  MemberRepository,
  RecordDatabase,
  SavedViewRepository,
  State,
} from '#persistence';

/** Takes a role away, at once. Whoever holds none any more is signed out everywhere and has no tokens: all of it, or nothing. */
export class EndMembership {
  constructor(
    private readonly record: RecordDatabase,
    private readonly members: MemberRepository,
    private readonly audit: AuditRepository,
    private readonly entry: {
      readonly visitors: Visitors;
      readonly sessions: Sessions;
      readonly tokens: ApiTokens;
      readonly calendars: CalendarFeeds;
      readonly views: SavedViewRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `membership.unknown`, `membership.own` or `membership.role`. */
  async end(
    state: State,
    membershipId: number,
    by: { readonly personId: number; readonly role: Role; readonly reason: string },
  ): Promise<void> {
    const now = this.clock.now();
    const today = civilDayOf(now, state.timeZone);
    await this.record.runState(state.id, async () => {
      const member = await this.members.findMember(state.id, today, membershipId);
      if (!member) throw new UserError('not_found', 'membership.unknown', 'This role is not held any more.');
      if (member.personId === by.personId)
        throw new UserError(
          'conflict',
          'membership.own',
          'You cannot take your own role away: somebody has to be left who can. Ask a colleague.',
        );
      if (!appointableBy(by.role).includes(member.role))
        throw new UserError('forbidden', 'membership.role', 'Your role does not take that role away.');
      await this.members.lockPerson(member.personId);
      await this.members.endMembership(state.id, membershipId, today, now);
      const ended = await this.endEntry(state, member.personId);
      await this.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'membership.ended',
        subjectKind: 'person',
        subjectId: String(member.personId),
        before: {
          role: member.role,
          institution: member.institution?.code ?? null,
          startsOn: member.startsOn,
        },
        after: { role: member.role, endsOn: today, ...ended },
        reason: by.reason,
        happenedAt: now,
      });
    });
  }

  /**
   * Ends every session, token and calendar of whoever holds no role any more, in any State; says how many. What was saved to come back
   * to in this State goes with the last role in it.
   */
  private async endEntry(state: State, personId: number): Promise<Record<string, number>> {
    const { visitors, sessions, tokens, calendars, views } = this.entry;
    const { memberships } = await visitors.visitor(personId, { kind: 'none' });
    if (memberships.every(({ stateId }) => stateId !== state.id)) await views.removeAll(state.id, personId);
    if (memberships.length > 0) return {};
    return {
      sessionsEnded: await sessions.endAll(personId, null),
      tokensRevoked: await tokens.revokeAll(personId),
      calendarsRevoked: await calendars.revokeAll(personId),
    };
  }
}
