import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Instant } from '#domain';
import { UserError } from '#domain';

export type LinkPurpose =
  'answer_alert' | 'submit_figure' | 'choose_rhythm' | 'confirm_subscription' | 'end_subscription';

/**
 * What a link from a mail stands for: one person, one item at most, one purpose, until one instant. Where the purpose is a
 * subscription, the person is a subscriber and the item a subscription: a link of one purpose never serves another.
 */
export interface LinkClaims {
  readonly purpose: LinkPurpose;
  readonly state: string;
  readonly personId: number;
  /** Null: it is about the person's mails, and no item. */
  readonly alertId: number | null;
  readonly expiresAt: Instant;
}

/** Signs and reads links. The signature covers every claim; nothing is kept in the database. */
export class SignedLinks {
  constructor(private readonly secret: string) {}

  sign(claims: LinkClaims): string {
    const payload = Buffer.from(
      JSON.stringify([claims.purpose, claims.state, claims.personId, claims.alertId, claims.expiresAt]),
    ).toString('base64url');
    return `${payload}.${this.mac(payload)}`;
  }

  /** @throws UserError when the link was altered, is cut off, was made for something else, or has expired. */
  read(token: string, now: Instant, wanted: LinkPurpose = 'answer_alert'): LinkClaims {
    const [payload, mac, rest] = token.split('.');
    if (!payload || !mac || rest !== undefined || !equal(mac, this.mac(payload))) throw invalid();
    const [purpose, state, personId, alertId, expiresAt] = parse(payload);
    if (
      purpose !== wanted ||
      typeof state !== 'string' ||
      typeof personId !== 'number' ||
      (typeof alertId !== 'number' && alertId !== null) ||
      typeof expiresAt !== 'number'
    )
      throw invalid();
    if (expiresAt <= now)
      throw new UserError(
        'forbidden',
        'link.expired',
        'This link has expired. Open the newest reminder, or sign in.',
      );
    return { purpose: wanted, state, personId, alertId, expiresAt };
  }

  private mac(payload: string): string {
    return createHmac('sha256', this.secret).update(`signed-link:${payload}`).digest('base64url');
  }
}

function parse(payload: string): unknown[] {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return Array.isArray(claims) ? (claims as unknown[]) : [];
  } catch {
    return [];
  }
}

function equal(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

function invalid(): UserError {
  return new UserError(
    'forbidden',
    'link.invalid',
    'This link is not complete or was changed. Open it again from the mail, in full.',
  );
}
