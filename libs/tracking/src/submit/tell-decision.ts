import { randomUUID } from 'node:crypto';

import type { CivilDate, Clock, Instant } from '#domain';
import { heldUntil } from '#domain';
import { MAILS, messageIdFor } from '#mail';
import type { Mailer, SubmissionMail } from '#mail';
import type {
  ContributionContactRepository,
  KeptSubmission,
  RecordDatabase,
  State,
  SubmissionRepository,
} from '#persistence';

import { mailsOf } from './submission-mails.js';
import type { SubmissionMails } from './submission-mails.js';

type Step = 'accept' | 'return' | 'take_down';

/**
 * Tells authors what became of their submission. People with a role get it through the ledger of mails, in the transaction of
 * the decision, so that it leaves as surely as any reminder, once the decision cannot be undone any more. Whoever wrote from the
 * public page and left an address is answered once after that; the address is gone afterwards, whether the answer arrived or not.
 */
export class TellDecision {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly contacts: ContributionContactRepository;
      readonly submissions: SubmissionRepository;
    },
    private readonly mails: SubmissionMails,
    private readonly mailer: Mailer,
    private readonly settings: { readonly publicUrl: string; readonly mailFrom: string },
    private readonly clock: Clock,
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
    await this.mails.tell(state, kept, await this.mails.authors(state, kept, decision.on), {
      kind: decision.step === 'accept' ? 'accepted' : 'returned',
      reason: decision.reason,
      on: decision.on,
      at: decision.at,
      heldFor: mailsOf(kept.id, kept.version + 1),
    });
  }

  /** Answers how many it answered: those whose text was decided on, once that cannot be undone any more. */
  async answerPublic(state: State): Promise<number> {
    const due = await this.record.runState(state.id, async () => {
      const decided = [];
      for (const contact of await this.rows.contacts.takeDecided(state.id, this.clock.now() - heldUntil(0))) {
        const kept = await this.rows.submissions.lockSubmission(state.id, contact.submissionId);
        if (kept)
          decided.push({ contact, kept, about: await this.mails.about(state, kept, contact.language) });
      }
      return decided;
    });
    for (const { contact, kept, about } of due)
      await this.send(contact.email, {
        ...about,
        kind: contact.published ? 'published' : 'not_published',
        reason: contact.reason,
        url: this.contributionsUrl(state, kept.publicId, contact.language),
      });
    return due.length;
  }

  /** That it arrived: asked for by whoever left an address. */
  async confirmReceipt(
    state: State,
    kept: KeptSubmission,
    contact: { readonly email: string; readonly language: 'en' | 'es' },
  ): Promise<void> {
    const about = await this.record.runState(state.id, () => this.mails.about(state, kept, contact.language));
    await this.send(contact.email, {
      ...about,
      kind: 'received',
      reason: null,
      url: this.contributionsUrl(state, kept.publicId, contact.language),
    });
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
