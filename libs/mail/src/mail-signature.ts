import { createPrivateKey } from 'node:crypto';
import { buffer } from 'node:stream/consumers';

import DKIM from 'nodemailer/lib/dkim';

import { UserError } from '#domain';

/** The public half of the key stands in the DNS at `vigia._domainkey.` and the sender's domain (RFC 6376, 3.6.2.1). */
const SELECTOR = 'vigia';

/** Signs mails with DKIM, for the domain of their sender. */
export class MailSignature {
  constructor(private readonly key: string) {
    // With any other kind of key nodemailer signs nothing and says nothing.
    if (createPrivateKey(key).asymmetricKeyType !== 'rsa')
      throw new UserError('invalid_input', 'mail.dkim_key', 'DKIM_KEY must be an RSA key');
  }

  sign(message: Buffer, sender: string): Promise<Buffer> {
    const domainName = sender.slice(sender.lastIndexOf('@') + 1);
    return buffer(new DKIM({ domainName, keySelector: SELECTOR, privateKey: this.key }).sign(message));
  }
}
