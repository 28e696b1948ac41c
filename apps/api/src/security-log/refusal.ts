import type { FastifyRequest } from 'fastify';

import type { Access, SecurityEvent, SecurityEventCode, SecurityWay } from '#identity';

import type { GuardedRequest } from '../access/access-guard.js';
import { accessOf } from '../access/route-access.js';
import { problemOf } from '../problem/problem-of.js';

const WAYS: Readonly<Record<string, SecurityWay>> = {
  '/sign-in': 'password',
  '/sign-in/:token': 'link',
  '/sign-in/passkey': 'passkey',
  '/sign-in/second-factor': 'second_factor',
  '/sign-in/oidc/callback': 'oidc',
  '/sign-in/demonstration': 'demonstration',
};
const BY_CODE: Readonly<Record<string, SecurityEventCode>> = {
  'request.cross_site': 'request.cross_site',
  'api_token.invalid': 'api_token.refused',
  'sign_in.wait': 'rate_limit.refused',
  'password.wrong': 'password.refused',
};
/** What the framework refuses before a handler looks, and what no schema takes (RFC 9110, 15.5). */
const UNREADABLE: ReadonlySet<number> = new Set([400, 405, 411, 413, 414, 415, 431]);

/** What an error says for security; null where it says nothing, such as a form that was filled in wrongly. */
export function refusalOf(error: unknown, request: FastifyRequest): SecurityEvent | null {
  const { status, code } = problemOf(error, '');
  const access = accessAsked(request);
  const way = access?.resource === 'sign_in' ? WAYS[request.routeOptions.url ?? ''] : undefined;
  const event = eventOf({ status, code, access, signsIn: way !== undefined });
  if (event === null) return null;
  return {
    event,
    personId: (request as GuardedRequest).visitor?.personId ?? null,
    ways: event === 'sign_in.failed' && way !== undefined ? [way] : undefined,
    reason: code,
    resource: access?.resource,
    action: access?.action,
  };
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly access: Access | undefined;
  readonly signsIn: boolean;
}

function eventOf({ status, code, access, signsIn }: Refusal): SecurityEventCode | null {
  if (status >= 500) return 'control.failed';
  if (status === 429) return 'rate_limit.refused';
  const known = BY_CODE[code];
  if (known) return known;
  if (UNREADABLE.has(status) || code === 'input.invalid') return 'input.refused';
  if (status !== 401 && status !== 403) return null;
  if (signsIn) return 'sign_in.failed';
  if (code === 'sign_in.link_used' || access?.resource === 'mail_link') return 'link.refused';
  if (code.startsWith('second_factor.') && access?.resource === 'account') return 'second_factor.refused';
  return 'access.refused';
}

/** Nothing where the address is of no route. */
function accessAsked({ method, routeOptions }: FastifyRequest): Access | undefined {
  try {
    return accessOf(method, routeOptions.url ?? '');
  } catch {
    return undefined;
  }
}
