import type { FastifyReply, FastifyRequest } from 'fastify';

import { TYPED_FOR_MS } from '#identity';

import type { ApiSettings } from '../settings.js';

type Address = Pick<ApiSettings, 'publicUrl'>;

function nameOf({ publicUrl }: Address): string {
  return publicUrl.startsWith('https:') ? '__Host-vigia_typed' : 'vigia_typed';
}

/** Strict: only our own page leads back to the form. */
function attributesOf({ publicUrl }: Address) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: publicUrl.startsWith('https:') } as const;
}

/** What was typed into a form that came back, sealed. */
export function typedOf(request: FastifyRequest, address: Address): string | undefined {
  return request.cookies[nameOf(address)];
}

export function setTyped(reply: FastifyReply, address: Address, sealed: string): void {
  void reply.setCookie(nameOf(address), sealed, { ...attributesOf(address), maxAge: TYPED_FOR_MS / 1000 });
}

export function clearTyped(reply: FastifyReply, address: Address): void {
  void reply.clearCookie(nameOf(address), attributesOf(address));
}
