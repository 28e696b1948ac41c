import type { FastifyReply, FastifyRequest } from 'fastify';

import { DEVICE_FOR_MS } from '#identity';

import type { ApiSettings } from '../settings.js';

type Address = Pick<ApiSettings, 'publicUrl'>;

function nameOf({ publicUrl }: Address): string {
  return publicUrl.startsWith('https:') ? '__Host-vigia_device' : 'vigia_device';
}

/** The mark of a browser that signed in before. It signs nobody in. */
export function deviceMarkOf(request: FastifyRequest, address: Address): string | undefined {
  return request.cookies[nameOf(address)];
}

export function setDeviceMark(reply: FastifyReply, address: Address, mark: string): void {
  void reply.setCookie(nameOf(address), mark, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: address.publicUrl.startsWith('https:'),
    maxAge: DEVICE_FOR_MS / 1000,
  });
}
