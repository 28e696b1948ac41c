import type { Clock, Role } from '#domain';
import { OperationalError, UserError, civilDayOf } from '#domain';
import { LINK_FOR_MS } from '#identity';
import type { SecurityLog, SignInLinks, Visitors } from '#identity';
import { MAILS, messageIdFor } from '#mail';
import type { AccessMail, Mailer, ReturnPaths, SendOutcome } from '#mail';
import type {
  CredentialRepository,
  InstitutionRepository,
  PasswordCredential,
  PeopleRepository,
  RecordDatabase,
  State,
  StateRepository,
} from '#persistence';
import type { AccessMailWish, JobAttempt } from '#queue';

/** After one repeat nobody knows of a mail whether it came once, twice or never: more of them help nobody. */
const MOST_IN_DOUBT = 2;

type Appointment = Extract<AccessMailWish, { kind: 'appointment' }>;
type Intervention = Extract<AccessMailWish, { kind: 'access_ended' | 'factors_reset' }>;

/**
 * Writes a mail about the way into an account and sends it. Its link is made now, so that its time begins now however long the
 * relay was down; who has left meanwhile gets none.
 */
export class SendAccessMail {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly credentials: CredentialRepository;
      readonly people: PeopleRepository;
      readonly states: StateRepository;
      readonly institutions: InstitutionRepository;
    },
    private readonly entry: {
      readonly visitors: Visitors;
      readonly links: SignInLinks;
      readonly security: SecurityLog;
    },
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly settings: {
      readonly publicUrl: string;
      readonly mailFrom: string;
      /** Null where nobody hands in what comes back: it then has to reach a person, at the sender's own address. */
      readonly returnPaths: ReturnPaths | null;
    },
  ) {}

  /**
   * @throws OperationalError `access_mail.temporary` or `access_mail.in_doubt`, to be tried again.
   * @throws UserError `access_mail.permanent` or `access_mail.in_doubt`, where that would not help.
   */
  async send(wish: AccessMailWish, { attempt, of }: JobAttempt): Promise<void> {
    const person = await this.recipient(wish);
    if (!person) return;
    const { personId } = person;
    const mail = await this.write(wish, person);
    const outcome = await this.mailer.send({
      ...MAILS.access(mail),
      from: this.settings.mailFrom,
      to: { name: person.name, address: person.email },
      returnPath: this.settings.returnPaths?.pathToPerson(
        { personId, sentAt: this.clock.now() },
        person.email,
      ),
      // The same at each attempt: a mailbox that got it after all shows it once.
      messageId: messageIdFor(wish.mail, this.settings.publicUrl),
    });
    if (outcome.kind === 'accepted') {
      await this.entry.security.note({ event: 'access_mail.sent', personId });
      return;
    }
    if (outcome.kind === 'permanent')
      await this.record.runShared(() => this.rows.people.markUnreachable(personId, this.clock.now()));
    const final =
      attempt >= of ||
      outcome.kind === 'permanent' ||
      (outcome.kind === 'in_doubt' && attempt >= MOST_IN_DOUBT);
    if (final)
      await this.entry.security.note({
        event: 'access_mail.failed',
        personId,
        reason: `access_mail.${outcome.kind}`,
      });
    throw failure(outcome.kind, final);
  }

  /** Nobody where the person is not known, has left or has no role any more. */
  private async recipient({ kind, personId }: AccessMailWish): Promise<PasswordCredential | null> {
    const person = personId === null ? null : await this.rows.credentials.findByPerson(personId);
    if (!person || person.endedAt !== null) return null;
    if (kind === 'access_ended' || kind === 'factors_reset') return person;
    const { memberships } = await this.entry.visitors.visitor(person.personId, { kind: 'none' });
    return memberships.length > 0 ? person : null;
  }

  private async write(wish: AccessMailWish, person: PasswordCredential): Promise<AccessMail> {
    const { language, personId } = person;
    if (wish.kind === 'recovery') {
      const token = await this.entry.links.createLink(personId, 'recovery');
      return { kind: 'recovery', language, url: this.passwordUrl(language, token), demonstration: false };
    }
    const state = await this.rows.states.getState(wish.state);
    return wish.kind === 'appointment'
      ? this.appointment(wish, person, state)
      : this.intervention(wish, person, state);
  }

  private async appointment(
    wish: Appointment,
    { language, personId, passwordHash }: PasswordCredential,
    state: State,
  ): Promise<AccessMail> {
    const institutions = await this.record.runState(state.id, () =>
      this.rows.institutions.listInstitutions(state.id),
    );
    const institution = [...institutions.values()].find(({ code }) => code === wish.institution);
    const shared = {
      language,
      demonstration: state.demonstration,
      role: wish.role as Role,
      stateName: state.name[language],
      institutionName: institution?.name[language] ?? null,
      invitedBy: wish.by === null ? null : await this.nameOf(wish.by),
    };
    if (passwordHash !== null) return { kind: 'new_role', url: this.signInUrl(language), ...shared };
    const token = await this.entry.links.createLink(personId, 'invitation', wish.by);
    const validUntil = civilDayOf(this.clock.now() + LINK_FOR_MS.invitation, state.timeZone);
    return { kind: 'invitation', url: this.passwordUrl(language, token), validUntil, ...shared };
  }

  private async intervention(
    { kind, role, by, on }: Intervention,
    { language }: PasswordCredential,
    state: State,
  ): Promise<AccessMail> {
    return {
      kind,
      language,
      url: this.signInUrl(language),
      demonstration: state.demonstration,
      by: (await this.nameOf(by)) ?? '',
      role: role as Role,
      stateName: state.name[language],
      on,
    };
  }

  private async nameOf(personId: number): Promise<string | null> {
    return (await this.rows.credentials.findByPerson(personId))?.name ?? null;
  }

  private passwordUrl(language: string, token: string): string {
    return `${this.settings.publicUrl}/${language}/set-password/${token}`;
  }

  private signInUrl(language: string): string {
    return `${this.settings.publicUrl}/${language}/sign-in`;
  }
}

/** Says nothing of the answer of the relay, which may quote the address. */
function failure(kind: Exclude<SendOutcome['kind'], 'accepted'>, final: boolean): Error {
  const what = {
    temporary: 'The relay does not take a mail about an account now.',
    in_doubt: 'Whether a mail about an account has left is not known: the relay did not answer.',
    permanent: 'The relay refuses the address of a person for good.',
  }[kind];
  const code = `access_mail.${kind}`;
  return final ? new UserError('conflict', code, what) : new OperationalError(code, what);
}
