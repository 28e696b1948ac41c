import type { Clock, Instant, Role } from '#domain';
import { UserError, civilDayOf } from '#domain';
import { appointableBy } from '#identity';
import type { SignInLinks } from '#identity';
import type {
  AuditRepository,
  CredentialRepository,
  Institution,
  InstitutionRepository,
  MemberRepository,
  PasswordCredential,
  PeopleRepository,
  RecordDatabase,
  State,
} from '#persistence';

import type { AccessMailAsked, AskAccessMail } from './ask-access-mail.js';

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  readonly role: Role;
  /** Code of an institution of the State; a focal point needs one. */
  readonly institution: string | null;
}

/** Who invites: a person in a role, or whoever has the command line. */
export interface Inviter {
  readonly personId: number | null;
  readonly name: string | null;
  /** Null for the command line, which may appoint anybody. */
  readonly role: Role | null;
  /** Whoever hands over appoints one person: the successor, whatever the own role may appoint otherwise. */
  readonly handsOver?: boolean;
}

export interface InviteOutcome {
  readonly personId: number;
  /** A one-use link, made for the command line alone; null where the person has a password already. */
  readonly link: string | null;
  readonly mail: AccessMailAsked;
}

/** Somebody who was entered and has not been told yet. */
export interface Entered {
  readonly person: PasswordCredential;
  /** Names the mail about it. */
  readonly at: Instant;
  readonly institution: Institution | null;
}

/** Enters a person into a State, and sends the way in. */
export class InvitePerson {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly members: MemberRepository;
      readonly people: PeopleRepository;
      readonly institutions: InstitutionRepository;
      readonly credentials: CredentialRepository;
      readonly audit: AuditRepository;
    },
    private readonly links: SignInLinks,
    private readonly mails: AskAccessMail,
    private readonly clock: Clock,
    private readonly settings: { readonly publicUrl: string },
  ) {}

  /** @throws UserError `invite.role`, `invite.institution_missing`, `invite.institution_unknown` or `invite.already`. */
  async invite(state: State, invitation: Invitation, inviter: Inviter): Promise<InviteOutcome> {
    const entered = await this.record.runState(state.id, () => this.enter(state, invitation, inviter));
    return this.tell(state, entered, invitation.role, inviter);
  }

  /** Has the way in sent, once what entered the person is committed. */
  async tell(state: State, entered: Entered, role: Role, inviter: Inviter): Promise<InviteOutcome> {
    const { personId, language, passwordHash } = entered.person;
    const mail = await this.mails.tryToAskAppointment(
      {
        personId,
        state: state.iso3,
        role,
        institution: entered.institution?.code ?? null,
        by: inviter.personId,
      },
      entered.at,
    );
    if (inviter.role !== null || passwordHash !== null) return { personId, link: null, mail };
    const token = await this.links.createLink(personId, 'invitation');
    return { personId, link: `${this.settings.publicUrl}/${language}/set-password/${token}`, mail };
  }

  /** In a transaction of the State, of whoever has more to do in it. Tells nobody. */
  async enter(state: State, invitation: Invitation, inviter: Inviter): Promise<Entered> {
    const appoints = inviter.role === null || inviter.handsOver === true;
    if (!appoints && !appointableBy(inviter.role).includes(invitation.role))
      throw new UserError('forbidden', 'invite.role', 'Your role does not appoint people to that role.');
    const { members, people, credentials, audit } = this.rows;
    const now = this.clock.now();
    const today = civilDayOf(now, state.timeZone);
    const institution = await this.institutionOf(state, invitation);
    const { id: personId } = await members.addPerson(invitation);
    const held = { personId, role: invitation.role, institutionId: institution?.id ?? null };
    if (inviter.handsOver !== true && (await members.holds(state.id, today, held)))
      throw new UserError(
        'conflict',
        'invite.already',
        'This person holds that role already. Whoever has lost the way in asks for a new password.',
      );
    await people.saveMembership(state.id, { ...held, startsOn: today });
    const person = await credentials.findByPerson(personId);
    if (!person) throw new UserError('not_found', 'person.unknown', 'This person is no longer kept.');
    // Whoever hands over writes one entry about both.
    if (inviter.handsOver !== true)
      await audit.append(state.id, {
        personId: inviter.personId,
        actor: inviter.role ?? 'command_line',
        action: 'person.invited',
        subjectKind: 'person',
        subjectId: String(personId),
        after: { role: invitation.role, institution: institution?.code ?? null, startsOn: today },
        happenedAt: now,
      });
    return { person, institution, at: now };
  }

  private async institutionOf(state: State, { role, institution }: Invitation): Promise<Institution | null> {
    if (institution === null) {
      if (role !== 'focal_point') return null;
      throw new UserError(
        'invalid_input',
        'invite.institution_missing',
        'A focal point answers for an institution: choose one.',
      );
    }
    const known = [...(await this.rows.institutions.listInstitutions(state.id)).values()];
    const found = known.find(({ code }) => code === institution);
    if (found) return found;
    throw new UserError(
      'invalid_input',
      'invite.institution_unknown',
      `${state.iso3} has no institution "${institution}". Known are: ${known.map(({ code }) => code).join(', ') || 'none yet'}.`,
    );
  }
}
