import type { Members } from '#contracts';
import { civilDayOf } from '#domain';
import type { Role } from '#domain';
import { appointableBy, rightsTo } from '#identity';
import type { Language } from '#messages';
import type { MembersReading, State } from '#tracking';

import { invitationView } from './invitation-presenter.js';
import { inLanguage, institutionView } from './wording.js';

type AppointedRole = Members['members'][number]['role'];

export function membersView(
  state: State,
  reader: { readonly personId: number | null; readonly role: Role },
  reading: MembersReading,
  language: Language,
): Omit<Members, 'nextCursor' | 'sought'> {
  const appointable = appointableBy(reader.role);
  return {
    state: { iso3: state.iso3, name: inLanguage(state.name, language) },
    today: reading.today,
    appointable: [...appointable] as AppointedRole[],
    institutions: reading.institutions.map((institution) => institutionView(institution, language)),
    members: reading.members.map((member) => ({
      membership: member.membershipId,
      name: member.name,
      email: member.email,
      role: member.role as AppointedRole,
      institution: member.institution ? institutionView(member.institution, language) : null,
      since: member.startsOn,
      isHead: member.isHead,
      mayHead: member.role === 'focal_point' && appointable.includes(member.role),
      reachable: member.unreachableSince === null,
      unreachableSince:
        member.unreachableSince === null ? null : civilDayOf(member.unreachableSince, state.timeZone),
      arrived: member.hasArrived,
      invitation: member.invitation && invitationView(member.invitation, state),
      lastSignInOn: member.lastSignInAt === null ? null : civilDayOf(member.lastSignInAt, state.timeZone),
      hasSecondFactor: member.hasSecondFactor,
      mayEnd: appointable.includes(member.role) && member.personId !== reader.personId,
      mayResetFactors:
        rightsTo({ resource: 'person_factor', action: 'delete' })[reader.role] !== undefined &&
        member.hasSecondFactor &&
        member.personId !== reader.personId,
    })),
  };
}
