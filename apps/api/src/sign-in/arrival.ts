import type { FastifyReply, FastifyRequest } from 'fastify';

import { mustSetUpSecondFactor } from '#identity';
import type { Sessions, SignedIn } from '#identity';

import { setDeviceMark } from '../access/device-cookie.js';
import { sessionTokenOf, setSessionCookie } from '../access/session-cookie.js';
import { noteEvent } from '../security-log/request-notes.js';
import type { ApiSettings } from '../settings.js';

export interface Crossing {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly settings: ApiSettings;
  readonly sessions: Sessions;
  readonly language: string;
}

/** Gives the browser its new session, ends the one it came with, and says where to go. */
export async function arrive(
  { request, reply, settings, sessions, language }: Crossing,
  signedIn: SignedIn & { readonly deviceMark?: string },
): Promise<string> {
  const before = sessionTokenOf(request, settings);
  if (before) await sessions.end(before);
  setSessionCookie(reply, settings, signedIn.session);
  if (signedIn.deviceMark !== undefined) setDeviceMark(reply, settings, signedIn.deviceMark);
  noteEvent(request, {
    event: signedIn.secondFactorDue ? 'sign_in.first_factor' : 'sign_in.succeeded',
    personId: signedIn.visitor.personId,
    ways: request.routeOptions.url === '/sign-in/demonstration' ? ['demonstration'] : signedIn.proven,
  });
  if (signedIn.secondFactorDue) return `/${language}/sign-in/second-factor`;
  if (mustSetUpSecondFactor(signedIn.visitor, settings.secondFactorRoles ?? []))
    return setUpSecondFactor(language);
  return homeOf(signedIn.visitor.role, signedIn.visitor.state, language);
}

/** The page where a second factor is set up, with the reason why one was led there. */
export function setUpSecondFactor(language: string): string {
  return `/${language}/account/second-factor?problem=permission.second_factor_missing`;
}

/** Where each role's work begins. */
export function homeOf(role: string, state: string | null, language: string): string {
  if (role === 'operator') return `/${language}/watch`;
  if (state === null) return `/${language}`;
  const desk = role === 'ombudsperson' || role === 'secretariat' || role === 'focal_point';
  return desk ? `/${language}/states/${state}/docket` : `/${language}/states/${state}`;
}
