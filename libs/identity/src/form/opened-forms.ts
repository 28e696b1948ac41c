import type { Clock, Instant } from '#domain';

import { keyedHash, sameText } from '../secret/keyed-hash.js';

const HOUR_MS = 3_600_000;
/** Long enough to write something in a day's work; a form that was collected for later use is worth nothing. */
const OPEN_FOR_MS = 24 * HOUR_MS;
const PURPOSE = 'opened-form';

/** When a form was opened, signed into the form itself: nothing is kept, and a program cannot make it up. */
export class OpenedForms {
  constructor(
    private readonly secret: string,
    private readonly clock: Clock,
  ) {}

  /** For one form, named by where it is sent to. */
  open(form: string): string {
    const at = String(this.clock.now());
    return `${at}.${keyedHash(this.secret, PURPOSE, `${form}:${at}`)}`;
  }

  /** For how long the form has been open; null where it was not opened here, or too long ago. */
  openFor(form: string, token: string): number | null {
    const [at = '', hash = ''] = token.split('.');
    if (!sameText(hash, keyedHash(this.secret, PURPOSE, `${form}:${at}`))) return null;
    const opened: Instant = Number(at);
    const age = this.clock.now() - opened;
    return age >= 0 && age <= OPEN_FOR_MS ? age : null;
  }
}
