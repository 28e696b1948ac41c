import type { Clock } from '#domain';

import { SecretBox } from '../secret/secret-box.js';

const MINUTE = 60_000;
/** Long enough to read what was wrong; what was typed lies no longer in a browser that others may use. */
export const TYPED_FOR_MS = 5 * MINUTE;
/** A browser keeps 4096 bytes of a cookie, its name and attributes with it (RFC 6265bis, 5.6). */
const MOST_LETTERS = 3_600;

/** What was typed into a form that could not do what was asked. */
export interface TypedForm {
  /** Where the form was sent to: a page may hold several forms with fields of the same name. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

interface Sealed extends TypedForm {
  readonly until: number;
}

/**
 * Carries what was typed back to the form by way of the browser: addresses of people must be in no URL and no log (ASVS 5,
 * 14.2.1), and the server keeps nothing of a form that it refused. Encrypted, so that it cannot be read or planted on the way.
 */
export class TypedForms {
  private readonly box: SecretBox;

  constructor(
    sessionSecret: string,
    private readonly clock: Clock,
  ) {
    this.box = new SecretBox(sessionSecret, 'typed-form');
  }

  /** For the one page that it was typed on. What is too long for a cookie is left out, the longest first; null where nothing is left. */
  seal(page: string, { action, fields }: TypedForm): string | null {
    const until = this.clock.now() + TYPED_FOR_MS;
    for (let left = [...fields]; left.length > 0; left = withoutLongest(left)) {
      const sealed = this.box.seal(JSON.stringify({ action, fields: left, until } satisfies Sealed), page);
      if (sealed.length <= MOST_LETTERS) return sealed;
    }
    return null;
  }

  /** Null where it was sealed for another page, elsewhere, or too long ago. */
  open(page: string, sealed: string): TypedForm | null {
    try {
      const { until, ...typed } = JSON.parse(this.box.open(sealed, page)) as Sealed;
      return this.clock.now() < until ? typed : null;
    } catch {
      return null;
    }
  }
}

function withoutLongest(fields: TypedForm['fields']): TypedForm['fields'][number][] {
  const longest = Math.max(...fields.map(([, value]) => value.length));
  return fields.filter(([, value]) => value.length < longest);
}
