import { isIPv4 } from 'node:net';
import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

import { OperationalError, UserError } from '#domain';

import { openMailFolder } from './mail-folder.js';
import type { StoredMail } from './stored-mail.js';

export interface Mailbox {
  /** Where a relay would be. */
  readonly smtpUrl: string;
  /** Newest first. */
  list(): Promise<StoredMail[]>;
  /** With or without the angle brackets. */
  find(messageId: string): Promise<StoredMail | null>;
  stop(): Promise<void>;
}

export interface MailboxOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly folder: string;
  onError(error: unknown): void;
}

const LARGEST_BYTES = 5 * 1024 * 1024;
/** How long connections that lie idle may hold up the end. */
const CLOSE_WITHIN_MS = 500;

/** A relay that keeps what it is given in a folder, for a demonstration on one machine. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  // It asks nobody who they are.
  if (!isLoopback(options.host))
    throw new UserError('invalid_input', 'mailbox.host', 'The built-in mailbox listens on loopback only');
  const folder = await openMailFolder(options.folder);
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    closeTimeout: CLOSE_WITHIN_MS,
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(refusal(552, 'mailbox.too_large', 'The mail is too large'));
          return;
        }
        folder.keep(Buffer.concat(chunks)).then(
          () => done(),
          (error: unknown) => {
            options.onError(error);
            done(refusal(451, 'mailbox.not_kept', 'The mail could not be kept'));
          },
        );
      });
    },
  });
  await listening(server, options);
  // A client that hangs up in the middle is its own trouble, not the mailbox's end.
  server.on('error', (error) => options.onError(error));
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    list: () => folder.list(),
    find: async (messageId) => {
      const wanted = bare(messageId);
      return (await folder.list()).find((mail) => bare(mail.messageId) === wanted) ?? null;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listening(server: SMTPServer, { port, host }: MailboxOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

/** The reply a client gets, with its code (RFC 5321, 4.2). */
function refusal(responseCode: number, code: string, message: string): Error {
  return Object.assign(new OperationalError(code, message), { responseCode });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function bare(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}
