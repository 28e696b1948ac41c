import type { CivilDate, Instant } from '#domain';
import { heldUntil } from '#domain';
import { MAILS, messageIdFor } from '#mail';
import type { SubmissionMail } from '#mail';
import type {
  KeptSubmission,
  MessageRepository,
  PeopleRepository,
  State,
  SubmissionReadingRepository,
} from '#persistence';

/** What a mail says besides what it is about. */
type Told = Pick<SubmissionMail, 'kind' | 'reason'>;

/** What a mail is held for that tells what brought a submission to a version: that can be undone before it leaves. */
export function mailsOf(submissionId: number, version: number): string {
  return `submission:${submissionId}:${version}`;
}

/** Mails about a submission to people with a role, kept in the ledger of mails by the transaction that they tell of. */
export class SubmissionMails {
  constructor(
    private readonly rows: {
      readonly reading: SubmissionReadingRepository;
      readonly messages: MessageRepository;
      readonly people: PeopleRepository;
    },
    private readonly publicUrl: string,
  ) {}

  /** Those who answer for the institution today, or the person who wrote. */
  async authors(state: State, kept: KeptSubmission, today: CivilDate): Promise<number[]> {
    if (kept.authorKind !== 'institution') return kept.personId === null ? [] : [kept.personId];
    const recipients = await this.rows.people.listRecipients(state.id, today);
    return recipients
      .filter(
        ({ role, institutionId, reachable }) =>
          role === 'focal_point' && institutionId === kept.institutionId && reachable,
      )
      .map(({ personId }) => personId);
  }

  /** The secretariat of today. */
  private async reviewers(state: State, today: CivilDate): Promise<number[]> {
    const recipients = await this.rows.people.listRecipients(state.id, today);
    return recipients
      .filter(({ role, reachable }) => role === 'secretariat' && reachable)
      .map(({ personId }) => personId);
  }

  async tell(
    state: State,
    kept: KeptSubmission,
    personIds: readonly number[],
    {
      on,
      at,
      heldFor,
      ...told
    }: Told & { readonly on: CivilDate; readonly at: Instant; readonly heldFor?: string },
  ): Promise<void> {
    const { messages, people } = this.rows;
    for (const person of (await people.listPeople([...new Set(personIds)])).values()) {
      if (person.endedAt !== null) continue;
      const mail = MAILS.submission({
        ...(await this.about(state, kept, person.language)),
        ...told,
        url: `${this.publicUrl}/${person.language}/states/${state.iso3}/submissions/${kept.id}`,
      });
      const sequence = await messages.nextSequence(state.id, person.id, on);
      await messages.saveMessage(state.id, {
        to: { personId: person.id },
        civilOn: on,
        sequence,
        messageId: messageIdFor(`${state.iso3}.${person.id}.${on}.${sequence}`, this.publicUrl),
        subject: mail.subject,
        body: { text: mail.text, html: mail.html, headers: mail.headers, attachments: mail.attachments },
        createdAt: at,
        ...(heldFor === undefined ? {} : { held: { for: heldFor, until: heldUntil(at) } }),
      });
    }
  }

  /** That there is a comment, to the other side: what it says is read here. */
  async tellComment(
    state: State,
    kept: KeptSubmission,
    comment: {
      readonly by: number | null;
      readonly byAuthor: boolean;
      readonly on: CivilDate;
      readonly at: Instant;
    },
  ): Promise<void> {
    const { by, byAuthor, on, at } = comment;
    const others = byAuthor ? await this.reviewers(state, on) : await this.authors(state, kept, on);
    const told = others.filter((personId) => personId !== by);
    const kind = byAuthor ? 'author_commented' : 'reviewer_commented';
    await this.tell(state, kept, told, { kind, reason: null, on, at });
  }

  async about(state: State, kept: KeptSubmission, language: 'en' | 'es') {
    const listed = await this.rows.reading.find(
      state.id,
      { kind: 'state', personId: kept.personId ?? 0 },
      kept.id,
    );
    const title = listed?.titles[language] ?? listed?.titles['en'] ?? '';
    return {
      language,
      stateName: state.name[language],
      code: listed?.code ?? '',
      about: listed?.obligation?.[language] ?? title,
      demonstration: state.demonstration,
    };
  }
}
