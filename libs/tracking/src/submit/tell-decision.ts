import { randomUUID } from 'node:crypto';

import type { CivilDate, Instant } from '#domain';
import { MAILS, messageIdFor } from '#mail';
import type { Mailer, SubmissionMail } from '#mail';
import type {
  ContributionContactRepository,
  KeptSubmission,
  MessageRepository,
  PeopleRepository,
  RecordDatabase,
  State,
  SubmissionReadingRepository,
} from '#persistence';

type Step = 'accept' | 'return' | 'take_down';

/**
 * Tells authors what became of their submission. People with a role get it through the ledger of mails, in the transaction of
 * the decision, so that it leaves as surely as any reminder. Whoever wrote from the public page and left an address is
 * answered once; the address is gone afterwards, whether the answer arrived or not.
 */
export class TellDecision {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly contacts: ContributionContactRepository;
      readonly reading: SubmissionReadingRepository;
      readonly messages: MessageRepository;
      readonly people: PeopleRepository;
    },
    private readonly mailer: Mailer,
    private readonly settings: { readonly publicUrl: string; readonly mailFrom: string },
  ) {}

  async tellAuthors(
    state: State,
    kept: KeptSubmission,
    decision: {
      readonly step: Step;
      readonly reason: string | null;
      readonly on: CivilDate;
      readonly at: Instant;
    },
  ): Promise<void> {
    const { messages, people } = this.rows;
    const ids = await this.authors(state, kept, decision.on);
    for (const person of (await people.listPeople(ids)).values()) {
      if (person.endedAt !== null) continue;
      const mail = MAILS.submission({
        ...(await this.about(state, kept, person.language)),
        kind: decision.step === 'accept' ? 'accepted' : 'returned',
        reason: decision.reason,
        url: `${this.settings.publicUrl}/${person.language}/states/${state.iso3}/submissions/${kept.id}`,
      });
      const sequence = await messages.nextSequence(state.id, person.id, decision.on);
      await messages.saveMessage(state.id, {
        personId: person.id,
        civilOn: decision.on,
        sequence,
        messageId: messageIdFor(
          `${state.iso3}.${person.id}.${decision.on}.${sequence}`,
          this.settings.publicUrl,
        ),
        subject: mail.subject,
        body: { text: mail.text, html: mail.html, headers: mail.headers, attachments: mail.attachments },
        createdAt: decision.at,
      });
    }
  }

  async answerPublic(
    state: State,
    kept: KeptSubmission,
    decision: { readonly step: Step; readonly reason: string | null },
  ): Promise<void> {
    if (kept.authorKind !== 'public') return;
    const { contact, mail } = await this.record.runState(state.id, async () => {
      const found = await this.rows.contacts.takeContact(state.id, kept.id);
      return {
        contact: found,
        mail: found && (await this.about(state, kept, found.language)),
      };
    });
    if (!contact || !mail) return;
    await this.send(contact.email, {
      ...mail,
      kind: decision.step === 'accept' ? 'published' : 'not_published',
      reason: decision.reason,
      url: this.contributionsUrl(state, kept.publicId, contact.language),
    });
  }

  /** That it arrived: asked for by whoever left an address. */
  async confirmReceipt(
    state: State,
    kept: KeptSubmission,
    contact: { readonly email: string; readonly language: 'en' | 'es' },
  ): Promise<void> {
    const about = await this.record.runState(state.id, () => this.about(state, kept, contact.language));
    await this.send(contact.email, {
      ...about,
      kind: 'received',
      reason: null,
      url: this.contributionsUrl(state, kept.publicId, contact.language),
    });
  }

  /** Those who answer for the institution today, or the person who wrote. */
  private async authors(state: State, kept: KeptSubmission, today: CivilDate): Promise<number[]> {
    if (kept.authorKind !== 'institution') return kept.personId === null ? [] : [kept.personId];
    const recipients = await this.rows.people.listRecipients(state.id, today);
    return recipients
      .filter(
        ({ role, institutionId, reachable }) =>
          role === 'focal_point' && institutionId === kept.institutionId && reachable,
      )
      .map(({ personId }) => personId);
  }

  private async about(state: State, kept: KeptSubmission, language: 'en' | 'es') {
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

  private contributionsUrl({ iso3 }: State, publicId: string, language: string): string {
    return `${this.settings.publicUrl}/${language}/states/${iso3}/recommendations/${publicId}/contributions`;
  }

  private async send(address: string, mail: SubmissionMail): Promise<void> {
    await this.mailer.send({
      ...MAILS.submission(mail),
      from: this.settings.mailFrom,
      to: { name: address, address },
      messageId: messageIdFor(randomUUID(), this.settings.publicUrl),
    });
  }
}
