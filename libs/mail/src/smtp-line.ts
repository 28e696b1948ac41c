import { Readable } from 'node:stream';

import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** How long a relay may take for each part of its work. */
export interface RelayPatience {
  /** From the look-up of its name to the end of the sign-in. */
  readonly connectWithinMs: number;
  /** From MAIL to the reply to DATA. */
  readonly agreeWithinMs: number;
  /** From the last byte of the mail to the reply that takes or refuses it. */
  readonly answerWithinMs: number;
}

/** How one handing-over ended, before it is judged. */
export type Transfer =
  | { readonly replied: true; readonly response: string }
  | { readonly replied: false; readonly error: unknown; readonly handedOver: boolean };

/** One open connection to a relay, for one mail after another. */
export class SmtpLine {
  carried = 0;
  private constructor(
    private readonly connection: SMTPConnection,
    private readonly patience: RelayPatience,
  ) {}

  /** Connects and signs in. Rejects with what nodemailer reports. */
  static open(url: string, patience: RelayPatience): Promise<SmtpLine> {
    const { auth, ...address } = parseConnectionUrl(url);
    const connection = new SMTPConnection({
      ...address,
      connectionTimeout: patience.connectWithinMs,
      greetingTimeout: patience.connectWithinMs,
      // Only the last resort: each transfer has its own clock, and an idle line should not be kept for ever.
      socketTimeout: patience.agreeWithinMs + patience.answerWithinMs,
    });
    const line = new SmtpLine(connection, patience);
    return new Promise((resolve, reject) => {
      const refuse = (error: unknown): void => {
        connection.close();
        reject(error);
      };
      // Stays for the life of the line: an `error` nobody listens to would end the process.
      connection.on('error', refuse);
      connection.connect((error) => {
        if (error) refuse(error);
        else if (!auth) resolve(line);
        else
          connection.login({ ...auth }, (refused) => {
            if (refused) refuse(refused);
            else resolve(line);
          });
      });
    });
  }

  get isOpen(): boolean {
    return !this.connection.destroyed;
  }

  onceClosed(listener: () => void): void {
    this.connection.once('end', listener);
  }

  /** Sends once, and never again by itself. */
  transfer(envelope: { readonly from: string; readonly to: string }, message: Buffer): Promise<Transfer> {
    return new Promise((resolve) => {
      let handedOver = false;
      const giveUp = (): void =>
        settle({ replied: false, error: { message: 'The relay did not answer in time' }, handedOver });
      let clock = setTimeout(giveUp, this.patience.agreeWithinMs);
      const settle = (transfer: Transfer): void => {
        clearTimeout(clock);
        if (!transfer.replied) this.connection.close();
        resolve(transfer);
      };
      // The mail is read only after the relay has agreed to DATA: from its end on, the relay may have taken it.
      const body = new Readable({
        read() {
          this.push(message);
          this.push(null);
        },
      });
      body.once('end', () => {
        handedOver = true;
        clearTimeout(clock);
        clock = setTimeout(giveUp, this.patience.answerWithinMs);
      });
      this.connection.send({ from: envelope.from, to: [envelope.to] }, body, (error, info) => {
        if (error) settle({ replied: false, error, handedOver });
        else {
          this.carried += 1;
          settle({ replied: true, response: info?.response ?? '' });
        }
      });
    });
  }

  /** Says goodbye; the relay closes. */
  quit(): void {
    this.connection.quit();
  }
}
