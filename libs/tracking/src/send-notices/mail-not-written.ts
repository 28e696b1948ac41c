import { UnexpectedError } from '#domain';
import { redactAddresses } from '#mail';

const LONGEST = 300;

/** A template that threw. The mail of one person stands with the dead letters, and the mails of all others leave. */
export class MailNotWritten extends UnexpectedError {
  constructor(cause: unknown) {
    super('mail.not_written', reasonOf(cause), { cause });
  }
}

/** Runs what composes a mail, and nothing else: what the database refuses is no fault of a mail. */
export function writing<T>(compose: () => T): T {
  try {
    return compose();
  } catch (cause) {
    throw new MailNotWritten(cause);
  }
}

/** What the ledger says of it. Never an address. */
export function reasonOf(cause: unknown): string {
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : 'it said nothing';
  return redactAddresses(said).slice(0, LONGEST);
}
