import type { Proof } from '../session/sessions.js';

export type SecurityOutcome = 'success' | 'refused' | 'error';

/** Everything that is logged as security, and what it says of the attempt. `docs/security/logs.md` says what each means. */
export const SECURITY_EVENTS = {
  'sign_in.succeeded': 'success',
  'sign_in.first_factor': 'success',
  'sign_in.failed': 'refused',
  sign_out: 'success',
  'access.refused': 'refused',
  'request.cross_site': 'refused',
  'rate_limit.refused': 'refused',
  'input.refused': 'refused',
  'link.refused': 'refused',
  'recovery.requested': 'success',
  'access_mail.sent': 'success',
  'access_mail.failed': 'error',
  'access_mail.returned': 'error',
  'password.set': 'success',
  'password.changed': 'success',
  'password.recovered': 'success',
  'password.refused': 'refused',
  'second_factor.added': 'success',
  'second_factor.removed': 'success',
  'second_factor.reset': 'success',
  'second_factor.refused': 'refused',
  'recovery_codes.renewed': 'success',
  'session.ended': 'success',
  'sessions.ended': 'success',
  'api_token.created': 'success',
  'api_token.revoked': 'success',
  'api_token.refused': 'refused',
  'control.failed': 'error',
} as const satisfies Readonly<Record<string, SecurityOutcome>>;

export type SecurityEventCode = keyof typeof SECURITY_EVENTS;

/** How somebody came in or tried to; `demonstration` is the one click of the open demonstration. */
export type SecurityWay = Proof | 'demonstration' | 'second_factor';

/** What happened, as it is noted where it happens. Codes and numbers alone: never an address, a token or a text. */
export interface SecurityEvent {
  readonly event: SecurityEventCode;
  readonly personId?: number | null | undefined;
  /** By what; more than one where several were shown. */
  readonly ways?: readonly SecurityWay[] | undefined;
  /** Code of the error that was answered. */
  readonly reason?: string | undefined;
  readonly resource?: string | undefined;
  readonly action?: string | undefined;
}

export function isSecurityEvent(code: string): code is SecurityEventCode {
  return Object.hasOwn(SECURITY_EVENTS, code);
}
