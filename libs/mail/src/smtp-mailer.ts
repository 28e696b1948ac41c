import { Readable } from 'node:stream';

import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

import type { Mailer, OutgoingMail, SendOutcome } from './mailer.js';
import { redactAddresses } from './redact-addresses.js';

export interface SmtpMailerOptions {
  /** `smtp://host:port`, `smtps://login:password@host:port`. */
  readonly url: string;
  /** How long a relay may think about a whole mail: ten minutes (RFC 5321, 4.5.3.2.6). */
  readonly answerWithinMs?: number;
}

const TEN_MINUTES_MS = 10 * 60_000;
const CONNECT_WITHIN_MS = 20_000;
/** Relays close connections that have carried many mails; ours leaves first. */
const MAILS_PER_CONNECTION = 100;

interface Line {
  readonly connection: SMTPConnection;
  carried: number;
}

/**
 * Speaks SMTP through nodemailer's connection, and keeps connections open between mails. Its pool is not used: that one sends
 * again by itself when a line drops, and then nobody knows how often a mail has left.
 */
export class SmtpMailer implements Mailer {
  private readonly idle: Line[] = [];

  constructor(private readonly options: SmtpMailerOptions) {}

  async send(mail: OutgoingMail): Promise<SendOutcome> {
    const message = await compose(mail);
    let line: Line;
    try {
      line = this.takeIdle() ?? (await this.connect());
    } catch (error) {
      // The relay itself is not well; whatever code it gave says nothing about this mail.
      return { kind: 'temporary', code: codeOf(error), response: responseOf(error) };
    }
    return this.transfer(line, mail, message);
  }

  async verify(): Promise<boolean> {
    try {
      this.giveBack(await this.connect());
      return true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    for (const { connection } of this.idle.splice(0)) connection.quit();
    return Promise.resolve();
  }

  private transfer(line: Line, mail: OutgoingMail, message: Buffer): Promise<SendOutcome> {
    return new Promise((resolve) => {
      let handedOver = false;
      let settled = false;
      const settle = (outcome: SendOutcome): void => {
        if (settled) return;
        settled = true;
        resolve(outcome);
      };
      // The connection reads the mail only after the relay has agreed to DATA: at its end everything is on the wire.
      const body = Readable.from([message]);
      body.once('end', () => (handedOver = true));
      const lost = (): void =>
        settle(
          handedOver
            ? { kind: 'in_doubt', response: 'no answer after the mail was handed over' }
            : { kind: 'temporary', code: null, response: 'the connection was lost' },
        );
      line.connection.once('end', lost);
      line.connection.send({ from: addressOf(mail.from), to: [mail.to.address] }, body, (error, info) => {
        line.connection.removeListener('end', lost);
        if (!error) {
          line.carried += 1;
          this.giveBack(line);
          settle({ kind: 'accepted', response: redactAddresses(info.response) });
          return;
        }
        line.connection.close();
        settle(outcomeOf(error, handedOver));
      });
    });
  }

  private takeIdle(): Line | undefined {
    return this.idle.pop();
  }

  private giveBack(line: Line): void {
    if (line.carried >= MAILS_PER_CONNECTION) {
      line.connection.quit();
      return;
    }
    this.idle.push(line);
  }

  private connect(): Promise<Line> {
    const transport = createTransport(this.options.url);
    const settings = { ...(transport.options as ConstructorParameters<typeof SMTPConnection>[0]) };
    const connection = new SMTPConnection({
      ...settings,
      connectionTimeout: CONNECT_WITHIN_MS,
      greetingTimeout: CONNECT_WITHIN_MS,
      socketTimeout: this.options.answerWithinMs ?? TEN_MINUTES_MS,
    });
    const line: Line = { connection, carried: 0 };
    return new Promise((resolve, reject) => {
      connection.on('error', reject);
      // A line that the relay closed while it lay idle must not be given to the next mail.
      connection.once('end', () => {
        const index = this.idle.indexOf(line);
        if (index >= 0) this.idle.splice(index, 1);
        reject(new Error('the connection was closed'));
      });
      connection.connect((error) => {
        if (error) {
          reject(error);
          return;
        }
        const { auth } = settings as { auth?: Parameters<SMTPConnection['login']>[0] };
        if (!auth) {
          resolve(line);
          return;
        }
        connection.login(auth, (refused) => (refused ? reject(refused) : resolve(line)));
      });
    });
  }
}

/** Replies of the relay decide by their code (RFC 5321, 4.2.1); without one it matters whether the mail had been handed over. */
function outcomeOf(error: Error, handedOver: boolean): SendOutcome {
  const code = codeOf(error);
  const response = responseOf(error);
  if (code !== null && code >= 500) return { kind: 'permanent', code, response };
  if (code !== null) return { kind: 'temporary', code, response };
  return handedOver ? { kind: 'in_doubt', response } : { kind: 'temporary', code: null, response };
}

function codeOf(error: unknown): number | null {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' ? code : null;
}

function responseOf(error: unknown): string {
  const { response, message } = error as { response?: unknown; message?: unknown };
  const text =
    typeof response === 'string' && response !== ''
      ? response
      : typeof message === 'string'
        ? message
        : 'no answer';
  return redactAddresses(text).slice(0, 500);
}

/** `Vigía <vigia@host>` and a bare address alike. */
function addressOf(sender: string): string {
  return /<([^>]+)>/.exec(sender)?.[1] ?? sender;
}

function compose(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    from: mail.from,
    to: { name: mail.to.name, address: mail.to.address },
    messageId: mail.messageId,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { ...mail.headers },
    attachments: mail.attachments.map((attachment) => ({ ...attachment })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
