import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { SignIn } from '#identity';
import type { Visitor } from '#identity';

export const SESSION_COOKIE = 'vigia_session';

/** Recognises who asks, by the session cookie. */
@Injectable()
export class Visitors {
  constructor(private readonly signIn: SignIn) {}

  recognise(request: FastifyRequest): Promise<Visitor> {
    return this.signIn.recognise(sessionOf(request));
  }
}

export function sessionOf(request: FastifyRequest): string | undefined {
  return request.cookies[SESSION_COOKIE];
}
