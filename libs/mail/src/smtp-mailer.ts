import { composeMessage, senderAddressOf } from './compose-message.js';
import { MailSignature } from './mail-signature.js';
import type { Mailer, OutgoingMail, SendOutcome } from './mailer.js';
import { redactAddresses } from './redact-addresses.js';
import { RelayLines } from './relay-lines.js';
import type { RelayPatience, Transfer } from './smtp-line.js';

export interface SmtpMailerOptions {
  /** `smtp://host:port`, `smtps://login:password@host:port`. */
  readonly url: string;
  /** How many connections stay open between mails; more are opened when more mails are sent at once. */
  readonly connections?: number;
  /** How long a relay may think about a whole mail: ten minutes (RFC 5321, 4.5.3.2.6). */
  readonly answerWithinMs?: number;
  /** RSA key in PEM form that signs what leaves; null: mails leave unsigned. */
  readonly dkimKey?: string | null;
}

/** As many as the common relays take from one sender, and enough for the ledger to be written while they are busy. */
export const MAIL_CONNECTIONS = 10;
const PATIENCE: RelayPatience = { connectWithinMs: 20_000, agreeWithinMs: 60_000, answerWithinMs: 600_000 };
/** "Authentication required" and its kin (RFC 4954, 6) speak of our sign-in, never of the recipient. */
const SIGN_IN_REFUSALS: ReadonlySet<number> = new Set([530, 534, 535, 538]);
/** What a relay refuses after these speaks of the recipient or the mail; after all others it speaks of us. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);
/** "Mailbox name not allowed" (RFC 5321, 4.2.3): what a relay would answer. */
const UNUSABLE_ADDRESS = 553;
const RESPONSE_LENGTH = 500;

/**
 * Speaks SMTP through nodemailer's connection, and keeps connections open between mails. Its pool is not used: that one
 * sends again by itself when a line drops, and then nobody knows how often a mail has left.
 */
export class SmtpMailer implements Mailer {
  private readonly lines: RelayLines;
  private readonly signature: MailSignature | null;

  constructor({ url, connections, answerWithinMs, dkimKey }: SmtpMailerOptions) {
    const patience = { ...PATIENCE, answerWithinMs: answerWithinMs ?? PATIENCE.answerWithinMs };
    this.lines = new RelayLines(url, patience, connections ?? MAIL_CONNECTIONS);
    this.signature = dkimKey ? new MailSignature(dkimKey) : null;
  }

  async send(mail: OutgoingMail): Promise<SendOutcome> {
    if (!fitsAnEnvelope(mail.to.address))
      return { kind: 'permanent', code: UNUSABLE_ADDRESS, response: 'No envelope can carry this address' };
    const message = await composeMessage(mail, this.signature);
    let line;
    try {
      line = await this.lines.take();
    } catch (error) {
      // The relay itself is not well; whatever code it gave says nothing about this mail.
      return { kind: 'temporary', code: codeOf(error), response: responseOf(error) };
    }
    const from = mail.returnPath ?? senderAddressOf(mail.from);
    const transfer = await line.transfer({ from, to: mail.to.address }, message);
    this.lines.giveBack(line);
    return outcomeOf(transfer);
  }

  async verify(): Promise<boolean> {
    try {
      await this.lines.probe();
      return true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    this.lines.close();
    return Promise.resolve();
  }
}

/** What nodemailer would refuse before it asks the relay, and no repeat can mend. */
function fitsAnEnvelope(address: string): boolean {
  return address.trim() !== '' && !/[\r\n<>]/.test(address);
}

/** The relay's reply decides by its code (RFC 5321, 4.2.1); without one it matters whether the mail had been handed over. */
function outcomeOf(transfer: Transfer): SendOutcome {
  if (transfer.replied) return { kind: 'accepted', response: shortened(transfer.response) };
  const code = codeOf(transfer.error);
  const response = responseOf(transfer.error);
  if (code !== null && code >= 500 && !SIGN_IN_REFUSALS.has(code) && isAboutTheMail(transfer.error))
    return { kind: 'permanent', code, response };
  if (code === null && transfer.handedOver) return { kind: 'in_doubt', response };
  return { kind: 'temporary', code, response };
}

function codeOf(error: unknown): number | null {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' ? code : null;
}

function isAboutTheMail(error: unknown): boolean {
  const command = (error as { command?: unknown } | null)?.command;
  return typeof command === 'string' && ABOUT_THE_MAIL.has(command);
}

function responseOf(error: unknown): string {
  const { response, message } = error as { response?: unknown; message?: unknown };
  if (typeof response === 'string' && response !== '') return shortened(response);
  return shortened(typeof message === 'string' ? message : 'no answer');
}

/** PostgreSQL keeps no NUL in a text: a reply with one must not keep the outcomes of others from the ledger. */
function shortened(response: string): string {
  return redactAddresses(response.replaceAll('\u0000', '')).slice(0, RESPONSE_LENGTH);
}
