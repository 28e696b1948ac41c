import { createHash } from 'node:crypto';

/** Weak, because the same answer leaves in several encodings: same data, same tag, whichever process answers (RFC 9110, 8.8.3). */
export function entityTagOf(body: string | Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url')}"`;
}

/** Whether `If-None-Match` asks for the answer: it is not there, or names none of its tags. Weak comparison, as the RFC asks. */
export function isNoneOf(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return true;
  const named = ifNoneMatch.split(',').map((name) => name.trim().replace(/^W\//, ''));
  return !named.includes('*') && !named.includes(tag.replace(/^W\//, ''));
}
