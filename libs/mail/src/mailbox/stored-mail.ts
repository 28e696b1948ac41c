import { simpleParser } from 'mailparser';
import type { AddressObject } from 'mailparser';

/** A mail as the mailbox shows it. */
export interface StoredMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** ISO instant at which it came in first. */
  readonly sentAt: string;
  readonly text: string;
  /** Empty where the mail has only text. */
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How often it came: more than 1 when a repeat was needed. */
  readonly copies: number;
}

/** `name` stands in for a Message-ID where the mail has none. */
export async function parseStoredMail(source: Buffer, name: string, receivedAt: number): Promise<StoredMail> {
  const parsed = await simpleParser(source, {
    skipImageLinks: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
  });
  return {
    messageId: parsed.messageId ?? `<${name}>`,
    to: addressesOf(parsed.to),
    subject: parsed.subject ?? '',
    sentAt: new Date(receivedAt).toISOString(),
    text: parsed.text ?? '',
    html: parsed.html || '',
    headers: Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, unfolded(line.slice(line.indexOf(':') + 1))]),
    ),
    copies: 1,
  };
}

function addressesOf(to: AddressObject | AddressObject[] | undefined): string[] {
  const groups = Array.isArray(to) ? to : to ? [to] : [];
  return groups.flatMap((group) => group.value.map((each) => each.address ?? each.name));
}

/** A long header is folded over several lines (RFC 5322, 2.2.3). */
function unfolded(value: string): string {
  return value.replace(/\r?\n[ \t]/g, ' ').trim();
}
