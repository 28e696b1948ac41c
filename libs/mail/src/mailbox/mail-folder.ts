import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parseStoredMail } from './stored-mail.js';
import type { StoredMail } from './stored-mail.js';

/** Mails in a folder, one file each, named by the instant they came in. */
export interface MailFolder {
  keep(mail: Buffer): Promise<void>;
  /** Newest first; the same Message-ID twice is one mail with two copies. */
  list(): Promise<StoredMail[]>;
}

const MOST_KEPT = 1_000;
/** Digits of a file name that tell its instant. */
const INSTANT_DIGITS = 15;

export async function openMailFolder(path: string, mostKept = MOST_KEPT): Promise<MailFolder> {
  await mkdir(path, { recursive: true });
  const parsed = new Map<string, StoredMail>();
  let arrival = 0;

  async function keep(mail: Buffer): Promise<void> {
    arrival += 1;
    const instant = String(Date.now()).padStart(INSTANT_DIGITS, '0');
    const name = `${instant}-${String(arrival).padStart(6, '0')}-${process.pid}`;
    // Written beside and renamed: a reader never sees half a mail.
    await writeFile(join(path, `${name}.part`), mail);
    await rename(join(path, `${name}.part`), join(path, `${name}.eml`));
    for (const old of (await names()).slice(0, -mostKept)) {
      parsed.delete(old);
      await rm(join(path, old), { force: true });
    }
  }

  async function list(): Promise<StoredMail[]> {
    const mails = new Map<string, StoredMail>();
    for (const name of await names()) {
      const mail = parsed.get(name) ?? (await read(name));
      if (mail === null) continue;
      parsed.set(name, mail);
      const earlier = mails.get(mail.messageId);
      mails.set(mail.messageId, earlier ? { ...earlier, copies: earlier.copies + 1 } : mail);
    }
    return [...mails.values()].reverse();
  }

  async function names(): Promise<string[]> {
    return (await readdir(path)).filter((name) => name.endsWith('.eml')).sort();
  }

  /** Null when the file has been cleared away since its name was read. */
  async function read(name: string): Promise<StoredMail | null> {
    const source = await readFile(join(path, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return source && parseStoredMail(source, name, Number(name.slice(0, INSTANT_DIGITS)));
  }

  return { keep, list };
}
