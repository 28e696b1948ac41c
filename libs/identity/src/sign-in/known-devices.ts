import { newToken } from '../session/token.js';
import { keyedHash, sameText } from '../secret/keyed-hash.js';

/** A year: longer than a browser is kept, shorter than for ever. */
export const DEVICE_FOR_MS = 365 * 86_400_000;

/**
 * Marks a browser that has signed in to an account, so that strangers who guess at it cannot shut its owner out there (OWASP,
 * "device cookies"). The mark signs nobody in: it names a device and the account, under the installation's secret.
 */
export class KnownDevices {
  constructor(private readonly secret: string) {}

  mark(account: string): string {
    const device = newToken();
    return `${device}.${this.seal(device, account)}`;
  }

  /** The device's name where the mark was made for this account; null otherwise. */
  recognise(mark: string | undefined, account: string): string | null {
    const [device, seal, rest] = (mark ?? '').split('.');
    if (!device || !seal || rest !== undefined) return null;
    return sameText(seal, this.seal(device, account)) ? device : null;
  }

  private seal(device: string, account: string): string {
    return keyedHash(this.secret, 'known-device', `${device}:${account}`);
  }
}
