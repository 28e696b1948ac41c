import type { Clock, Role } from '#domain';
import { UserError, civilDayOf } from '#domain';
import { appointableBy } from '#identity';
import type { AuditRepository, MemberRepository, RecordDatabase, State } from '#persistence';

/** Says which focal point heads the institution: whoever does hears of what the others leave unanswered. */
export class MarkHead {
  constructor(
    private readonly record: RecordDatabase,
    private readonly members: MemberRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `membership.unknown`, `membership.role` or `membership.no_focal_point`. */
  mark(
    state: State,
    membershipId: number,
    head: boolean,
    by: { readonly personId: number; readonly role: Role; readonly reason: string },
  ): Promise<void> {
    const now = this.clock.now();
    return this.record.runState(state.id, async () => {
      const member = await this.members.findMember(state.id, civilDayOf(now, state.timeZone), membershipId);
      if (!member) throw new UserError('not_found', 'membership.unknown', 'This role is not held any more.');
      if (member.role !== 'focal_point')
        throw new UserError(
          'invalid_input',
          'membership.no_focal_point',
          'Only a focal point can be said to head the institution.',
        );
      if (!appointableBy(by.role).includes(member.role))
        throw new UserError('forbidden', 'membership.role', 'Your role does not appoint focal points.');
      if (member.isHead === head) return;
      await this.members.markHead(state.id, membershipId, head);
      await this.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'membership.head_marked',
        subjectKind: 'person',
        subjectId: String(member.personId),
        before: { institution: member.institution?.code ?? null, head: member.isHead },
        after: { institution: member.institution?.code ?? null, head },
        reason: by.reason,
        happenedAt: now,
      });
    });
  }
}
