import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the mailbox shows it. */
export interface StoredMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** ISO instant at which it came in first. */
  readonly sentAt: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How often it came: more than 1 when a repeat was needed. */
  readonly copies: number;
}

export interface Mailbox {
  /** Where a relay would be. */
  readonly smtpUrl: string;
  /** Newest first. */
  list(): Promise<StoredMail[]>;
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

const MOST_KEPT = 1_000;
const LARGEST_BYTES = 5 * 1024 * 1024;

/** A relay that keeps what it is given in a folder, for a demonstration on one machine. Loopback only: it asks nobody who they are. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  await mkdir(options.folder, { recursive: true });
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    size: LARGEST_BYTES,
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        keep(options.folder, Buffer.concat(chunks)).then(() => done(), done);
      });
    },
  });
  // A client that hangs up in the middle is its own trouble, not the mailbox's end.
  server.on('error', (error) => options.onError(error));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    smtpUrl: `smtp://${options.host}:${port}`,
    list: () => list(options.folder),
    find: async (messageId) =>
      (await list(options.folder)).find((mail) => mail.messageId === messageId) ?? null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Written beside and renamed: a reader never sees half a mail. */
async function keep(folder: string, mail: Buffer): Promise<void> {
  const digest = createHash('sha256').update(mail).digest('hex').slice(0, 12);
  const name = `${String(Date.now()).padStart(15, '0')}-${process.hrtime.bigint()}-${digest}`;
  await writeFile(join(folder, `${name}.part`), mail);
  await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`));
  const kept = (await readdir(folder)).filter((file) => file.endsWith('.eml')).sort();
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST_KEPT)))
    await rm(join(folder, old), { force: true });
}

async function list(folder: string): Promise<StoredMail[]> {
  const mails = new Map<string, StoredMail>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()) {
    const mail = await read(join(folder, file), Number(file.slice(0, 15)));
    const earlier = mails.get(mail.messageId);
    mails.set(mail.messageId, earlier ? { ...earlier, copies: earlier.copies + 1 } : mail);
  }
  return [...mails.values()].reverse();
}

async function read(path: string, receivedAt: number): Promise<StoredMail> {
  const parsed = await simpleParser(await readFile(path), { skipImageLinks: true });
  const to = Array.isArray(parsed.to) ? parsed.to : parsed.to ? [parsed.to] : [];
  return {
    messageId: parsed.messageId ?? path,
    to: to.flatMap((group) => group.value.map((address) => address.address ?? '')),
    subject: parsed.subject ?? '',
    sentAt: new Date(receivedAt).toISOString(),
    text: parsed.text ?? '',
    html: parsed.html === false ? '' : (parsed.html ?? ''),
    headers: Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    ),
    copies: 1,
  };
}
