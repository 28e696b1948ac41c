import MailComposer from 'nodemailer/lib/mail-composer';

import type { MailSignature } from './mail-signature.js';
import type { OutgoingMail } from './mailer.js';

/** The bytes that go over the line, signed where there is a key. */
export async function composeMessage(mail: OutgoingMail, signature: MailSignature | null): Promise<Buffer> {
  const composer = new MailComposer({
    from: mail.from,
    to: { name: mail.to.name, address: mail.to.address },
    messageId: mail.messageId,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: signature ? withOneClick(mail.headers) : { ...mail.headers },
    attachments: mail.attachments.map((attachment) => ({ ...attachment })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = await composer.compile().build();
  return signature ? signature.sign(message, senderAddressOf(mail.from)) : message;
}

/** `Vigía <vigia@host>` and a bare address alike. */
export function senderAddressOf(sender: string): string {
  return /<([^>]+)>/.exec(sender)?.[1] ?? sender;
}

/** One click may act only where an https address is named and the signature covers both headers (RFC 8058, 3.1). */
function withOneClick(headers: OutgoingMail['headers']): Record<string, string> {
  const leave = headers['List-Unsubscribe'];
  return leave?.startsWith('<https://')
    ? { ...headers, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : { ...headers };
}
