import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';

import type { ReturnedMail } from '#domain';

export interface ReadReturnedMail extends ReturnedMail {
  /** Header lines that tell where the mail came back to. */
  readonly cameBackTo: readonly string[];
}

/** Where relays write the address of the envelope, and where reports are addressed to. */
const DESTINATIONS: ReadonlySet<string> = new Set([
  'delivered-to',
  'x-original-to',
  'x-envelope-to',
  'envelope-to',
  'to',
]);
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
/** RFC 3463, 2: a class of 2, 4 or 5, and numbers of up to three digits. */
const STATUS = /\b([245]\.\d{1,3}\.\d{1,3})\b/;

/** Reads a mail that came back: a report on a delivery (RFC 3464), an answer in absence (RFC 3834), or anything else. Never throws for what is in it. */
export async function readReturnedMail(source: Buffer): Promise<ReadReturnedMail> {
  const parsed = await simpleParser(source, {
    keepDeliveryStatus: true,
    skipImageLinks: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
  });
  const report = parsed.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  return {
    ...readReport(report?.content.toString('utf8')),
    autoReply: isAutoReply(parsed),
    cameBackTo: parsed.headerLines.filter(({ key }) => DESTINATIONS.has(key)).map(({ line }) => line),
  };
}

/** The first recipient of the report: each of our mails has one. */
function readReport(report: string | undefined): Pick<ReturnedMail, 'action' | 'status'> {
  if (report === undefined) return { action: null, status: null };
  const groups = report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n[ \t]*\n/);
  for (const group of groups) {
    const action = field(group, 'action')?.toLowerCase();
    const known = ACTIONS.find((one) => one === action);
    if (known) return { action: known, status: STATUS.exec(field(group, 'status') ?? '')?.[1] ?? null };
  }
  return { action: null, status: null };
}

function field(group: string, name: string): string | undefined {
  return new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)$`, 'im').exec(group)?.[1]?.trim();
}

function isAutoReply(parsed: ParsedMail): boolean {
  const lines = new Map(
    parsed.headerLines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .trim()
        .toLowerCase(),
    ]),
  );
  const submitted = lines.get('auto-submitted');
  if (submitted !== undefined && !submitted.startsWith('no')) return true;
  return (
    lines.has('x-autoreply') ||
    lines.has('x-autorespond') ||
    lines.get('precedence')?.startsWith('auto') === true
  );
}
