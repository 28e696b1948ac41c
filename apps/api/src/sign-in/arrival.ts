import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Sessions, mustSetUpSecondFactor } from '#identity';
import type { SignedIn } from '#identity';

import { setDeviceMark } from '../access/device-cookie.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../access/session-cookie.js';
import { API_SETTINGS } from '../settings.js';
import { noteEvent } from '../security-log/request-notes.js';
import type { ApiSettings } from '../settings.js';

/** The moment after somebody has proven who they are. */
@Injectable()
export class Arrival {
  constructor(
    private readonly sessions: Sessions,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** Gives the browser its new session, ends the one it came with, and says where to go, after the language. */
  async of(
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    signedIn: SignedIn & { readonly deviceMark?: string },
  ): Promise<string> {
    await this.endSession(request);
    setSessionCookie(reply, this.settings, signedIn.session);
    if (signedIn.deviceMark !== undefined) setDeviceMark(reply, this.settings, signedIn.deviceMark);
    noteEvent(request, {
      event: signedIn.secondFactorDue ? 'sign_in.first_factor' : 'sign_in.succeeded',
      personId: signedIn.visitor.personId,
      ways: request.routeOptions.url === '/sign-in/demonstration' ? ['demonstration'] : signedIn.proven,
    });
    if (signedIn.secondFactorDue) return '/sign-in/second-factor';
    if (mustSetUpSecondFactor(signedIn.visitor, this.settings.secondFactorRoles ?? []))
      return SET_UP_SECOND_FACTOR;
    return homeOf(signedIn.visitor.role, signedIn.visitor.state);
  }

  /** Signs out: the session ends in the database, not only in the browser. */
  async undo(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.endSession(request);
    clearSessionCookie(reply, this.settings);
  }

  private async endSession(request: FastifyRequest): Promise<void> {
    const session = sessionTokenOf(request, this.settings);
    if (session) await this.sessions.end(session);
  }
}

/** The page where a second factor is set up, after the language, with the reason why one was led there. */
export const SET_UP_SECOND_FACTOR = '/account/second-factor?problem=permission.second_factor_missing';

/** Where each role's work begins. */
function homeOf(role: string, state: string | null): string {
  if (role === 'operator') return '/watch';
  if (state === null) return '';
  if (role === 'focal_point') return `/states/${state}/desk`;
  if (role === 'monitoring_body') return `/states/${state}/monitoring`;
  return role === 'ombudsperson' || role === 'secretariat' ? `/states/${state}/docket` : `/states/${state}`;
}
