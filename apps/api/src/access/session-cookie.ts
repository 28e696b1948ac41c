import type { FastifyReply, FastifyRequest } from 'fastify';

import type { OpenedSession } from '#identity';

import type { ApiSettings } from '../settings.js';

type Address = Pick<ApiSettings, 'publicUrl'>;

/** Over https the name itself makes browsers refuse the cookie from a neighbour's host or an open line (RFC 6265bis, 4.1.3.2). */
export function sessionCookieName({ publicUrl }: Address): string {
  return publicUrl.startsWith('https:') ? '__Host-vigia_session' : 'vigia_session';
}

export function sessionTokenOf(request: FastifyRequest, address: Address): string | undefined {
  return request.cookies[sessionCookieName(address)];
}

export function setSessionCookie(reply: FastifyReply, address: Address, session: OpenedSession): void {
  void reply.setCookie(sessionCookieName(address), session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: address.publicUrl.startsWith('https:'),
    maxAge: session.forSeconds,
  });
}

export function clearSessionCookie(reply: FastifyReply, address: Address): void {
  void reply.clearCookie(sessionCookieName(address), {
    path: '/',
    secure: address.publicUrl.startsWith('https:'),
  });
}
