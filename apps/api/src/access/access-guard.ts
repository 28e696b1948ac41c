import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { ApiTokens, Sessions, THE_PUBLIC, grantFor } from '#identity';
import type { Access, Grant, Visitor } from '#identity';

import { bringsBounceToken } from '../returned-mail/bounce-token.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { accessOf } from './route-access.js';
import { sessionTokenOf } from './session-cookie.js';

/** What the guard leaves for the handler: who asks, and what was granted. */
export interface GuardedRequest extends FastifyRequest {
  visitor?: Visitor;
  granted?: Grant;
}

/** The one guard: recognises who asks, once, and holds every route against the table of permissions. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly apiTokens: ApiTokens,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const access = accessOf(request.method, request.routeOptions.url ?? '');
    const visitor = await this.recognise(request, access);
    const { iso3 } = request.params as { readonly iso3?: string };
    request.visitor = visitor;
    const { secondFactorRoles } = this.settings;
    request.granted = grantFor(visitor, access, iso3?.toUpperCase() ?? null, secondFactorRoles);
    return true;
  }

  /** A program that names itself is never taken for the person whose cookie happens to travel along. */
  private async recognise(request: FastifyRequest, { resource }: Access): Promise<Visitor> {
    const { authorization } = request.headers;
    // The relay's token is nobody's: it opens one route, and stands for no person.
    if (resource === 'returned_mail' && bringsBounceToken(authorization, this.settings)) return THE_PUBLIC;
    return authorization === undefined
      ? this.sessions.recognise(sessionTokenOf(request, this.settings))
      : this.apiTokens.recognise(bearerTokenOf(authorization));
  }
}

/** RFC 6750, 2.1; the scheme's name is written in any case (RFC 9110, 11.1). Empty for any other scheme. */
function bearerTokenOf(authorization: string): string {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}
