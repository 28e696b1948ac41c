import { randomUUID } from 'node:crypto';

import { MAILS, messageIdFor } from '#mail';
import type { AccessMail, Mailer, SendOutcome } from '#mail';

/** A form waits for the answer: a relay that thinks for longer gets no more of a person's time. */
const PATIENCE_MS = 20_000;

/**
 * Mails that let somebody in. They do not go through the ledger: it keeps the bodies of mails and repeats them, and a link
 * that opens an account should neither be kept nor come twice. Whoever asked is told how it went.
 */
export class SendAccessMail {
  constructor(
    private readonly mailer: Mailer,
    private readonly settings: { readonly publicUrl: string; readonly mailFrom: string },
  ) {}

  async send(
    to: { readonly name: string; readonly address: string },
    mail: AccessMail,
  ): Promise<SendOutcome> {
    const composed = MAILS.access(mail);
    const sending = this.mailer.send({
      ...composed,
      from: this.settings.mailFrom,
      to,
      messageId: messageIdFor(randomUUID(), this.settings.publicUrl),
    });
    let clock: NodeJS.Timeout | undefined;
    const impatience = new Promise<SendOutcome>((resolve) => {
      clock = setTimeout(
        () => resolve({ kind: 'in_doubt', response: 'The relay did not answer in time' }),
        PATIENCE_MS,
      );
    });
    try {
      return await Promise.race([sending, impatience]);
    } finally {
      clearTimeout(clock);
    }
  }
}
