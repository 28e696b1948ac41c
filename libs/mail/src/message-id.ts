import { createHash } from 'node:crypto';

/** Derived from the ledger's key, so that every repeat of a mail bears the same Message-ID (RFC 5322, 3.6.4). */
export function messageIdFor(key: string, publicUrl: string): string {
  const host = new URL(publicUrl).hostname.replace(/[^a-zA-Z0-9.-]/g, '') || 'localhost';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${host}>`;
}
