import { Secret, TOTP } from 'otpauth';

import type { Instant } from '#domain';

/** What authenticator apps take without being told: RFC 6238 with SHA-1, six digits, thirty seconds. */
const PERIOD_S = 30;
const DIGITS = 6;
/** RFC 4226, 4: at least 128 bits, 160 recommended. */
const SECRET_BYTES = 20;
/** Clocks of phones differ, and typing takes time: one step before and after (RFC 6238, 5.2). */
const WINDOW = 1;
const ISSUER = 'Vigía';

function totp(secret: Secret, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_S });
}

export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** `otpauth://totp/…`, for the picture that an app photographs. */
export function setUpAddress(secret: string, label: string): string {
  return totp(Secret.fromBase32(secret), label).toString();
}

export function stepAt(now: Instant): number {
  return Math.floor(now / 1000 / PERIOD_S);
}

export function instantOf(step: number): Instant {
  return step * PERIOD_S * 1000;
}

/** The time step whose code this is; null for a code of none within the window. */
export function stepOfCode(secret: string, code: string, now: Instant): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(Secret.fromBase32(secret)).validate({ token, timestamp: now, window: WINDOW });
  return delta === null ? null : stepAt(now) + delta;
}
