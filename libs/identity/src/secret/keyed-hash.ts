import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA-256 under the installation's secret. The purpose keeps what is made for one use worthless for another. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${text}`).digest('base64url');
}

/** Compares in a time that does not tell how much was right. */
export function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
