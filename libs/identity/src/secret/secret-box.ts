import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import { UserError } from '#domain';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** NIST SP 800-38D, 8.2.2: a random nonce of 96 bits. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

export type SecretPurpose = 'one-time-password' | 'sign-in-challenge' | 'typed-form';

/**
 * Encrypts what the server has to read again. The key is derived from the session secret by HKDF (RFC 5869), one for each
 * purpose, so a copy of the database alone opens nothing.
 */
export class SecretBox {
  private readonly key: Buffer;

  constructor(sessionSecret: string, purpose: SecretPurpose) {
    this.key = Buffer.from(hkdfSync('sha256', sessionSecret, '', purpose, KEY_BYTES));
  }

  /** The owner is sealed in: moved to another person's row, the text opens no more. */
  seal(plain: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
  }

  /** @throws UserError `secret.unreadable` where the text was altered, moved, or sealed under another session secret. */
  open(text: string, owner: string): string {
    const [version, nonce, sealed, rest] = text.split('.');
    if (version !== VERSION || !nonce || !sealed || rest !== undefined) throw unreadable();
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const decipher = createDecipheriv(CIPHER, this.key, Buffer.from(nonce, 'base64url'), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(owner));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      );
    } catch {
      throw unreadable();
    }
  }
}

function unreadable(): UserError {
  return new UserError(
    'conflict',
    'secret.unreadable',
    'The key of your authenticator app can no longer be read here. Use a recovery code, then set the app up again.',
  );
}
