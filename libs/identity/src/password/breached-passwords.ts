import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { OperationalError } from '#domain';

/** `SHA-1:count`, as the downloads of Pwned Passwords are written. */
const ENTRY = /^[0-9A-Fa-f]{40}:\d{1,15}\r?$/;
const HASH_LETTERS = 40;
/** Longer than any entry, so that a window this wide holds a whole one from wherever it begins. */
const WINDOW = 256;
/** Places of a new file that are looked at: enough to tell a list in another order, few enough for a start. */
const PLACES = 64;

/**
 * A list of leaked passwords on this machine, ordered by hash: tens of gigabytes, of which a question reads some forty windows.
 * Nothing is loaded and nobody else is asked. It is opened anew for each question, so that a newer list put in its place counts
 * at once.
 */
export class BreachedPasswords {
  /** @throws OperationalError `password.breached_list` for a file that is not such a list: the start is refused. */
  constructor(private readonly path: string) {
    this.reading((file, size) => {
      if (size === 0) throw this.unusable('it is empty');
      let before = '';
      for (let place = 0; place <= PLACES; place += 1) {
        const at = place === PLACES ? size - 1 : Math.floor((size / PLACES) * place);
        const { entry, from } = entryAt(file, at);
        if (!ENTRY.test(entry))
          throw this.unusable(`at byte ${from} there is no "SHA-1:count", as Pwned Passwords writes it`);
        const hash = hashOf(entry);
        if (hash < before) throw this.unusable(`it is not ordered by hash (byte ${from})`);
        before = hash;
      }
    });
  }

  /** Whether the password is on the list, as it stands. */
  has(password: string): boolean {
    const wanted = createHash('sha1').update(password, 'utf8').digest('hex').toUpperCase();
    return this.reading((file, size) => {
      let low = 0;
      let high = size;
      while (low < high) {
        const { entry, from, next } = entryAt(file, Math.floor((low + high) / 2));
        if (!ENTRY.test(entry)) throw this.unusable(`at byte ${from} there is no "SHA-1:count"`);
        const hash = hashOf(entry);
        if (hash === wanted) return true;
        if (hash < wanted) low = next;
        else high = from;
      }
      return false;
    });
  }

  private reading<T>(work: (file: number, size: number) => T): T {
    let file: number;
    try {
      file = openSync(this.path, 'r');
    } catch (cause) {
      throw this.unusable('it cannot be opened', cause);
    }
    try {
      return work(file, fstatSync(file).size);
    } catch (cause) {
      throw cause instanceof OperationalError ? cause : this.unusable('it cannot be read', cause);
    } finally {
      closeSync(file);
    }
  }

  private unusable(why: string, cause?: unknown): OperationalError {
    return new OperationalError(
      'password.breached_list',
      `BREACHED_PASSWORDS_FILE is no list of leaked passwords that can be used: ${why}. Download it again ordered by hash, or leave the setting out.`,
      { cause },
    );
  }
}

/** The entry in which a byte stands, where it begins, and where the next one does. A line's end belongs to its line. */
function entryAt(
  file: number,
  at: number,
): { readonly entry: string; readonly from: number; readonly next: number } {
  const start = Math.max(0, at - WINDOW);
  const bytes = Buffer.alloc(2 * WINDOW);
  const window = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
  const here = at - start;
  const begins = here === 0 ? 0 : window.lastIndexOf(0x0a, here - 1) + 1;
  const ends = window.indexOf(0x0a, here);
  const entry = window.toString('latin1', begins, ends === -1 ? window.length : ends);
  return { entry, from: start + begins, next: start + (ends === -1 ? window.length : ends + 1) };
}

function hashOf(entry: string): string {
  return entry.slice(0, HASH_LETTERS).toUpperCase();
}
