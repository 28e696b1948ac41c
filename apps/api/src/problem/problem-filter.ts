import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AppError, UserError } from '#domain';

import { noteProblem } from '../security-log/request-notes.js';
import { SET_UP_SECOND_FACTOR } from '../sign-in/arrival.js';
import { problemOf } from './problem-of.js';
import { LanguageFormSchema } from './read-input.js';

/** Only a token is ever refused with 401; a browser without a session is told where to sign in (RFC 6750, 3). */
const BEARER_CHALLENGE = 'Bearer error="invalid_token"';

/** The one place where an error becomes an HTTP answer (RFC 9457). Unexpected ones say nothing about the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    noteProblem(request, error);
    const page = pageToSignIn(error, request);
    if (page !== null) {
      void reply.code(303).header('cache-control', 'no-store').header('location', page).send();
      return;
    }
    const problem = problemOf(error, request.url.split('?')[0] ?? '');
    if (problem.status >= 500) this.logger.error(describe(error));
    if (problem.status === 401) void reply.header('www-authenticate', BEARER_CHALLENGE);
    void reply
      .code(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(problem);
  }
}

/** Whose session ended over an open form is shown the way in. Programs, which ask for no page, get their problem document. */
function pageToSignIn(error: unknown, request: FastifyRequest): string | null {
  const missing = error instanceof UserError && error.code === 'permission.second_factor_missing';
  const signedOut =
    error instanceof UserError &&
    (error.code === 'permission.sign_in' || error.code === 'permission.second_factor');
  if (!(signedOut || missing) || request.method !== 'POST' || !request.headers.accept?.includes('text/html'))
    return null;
  const { data } = LanguageFormSchema.safeParse(request.body ?? {});
  if (missing) return `/${data?.lang ?? 'en'}${SET_UP_SECOND_FACTOR}`;
  return `/${data?.lang ?? 'en'}/sign-in?problem=${error.code}`;
}

function describe(error: unknown): string {
  if (error instanceof AppError) return `${error.code} ${error.stack ?? error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : 'unknown failure';
}
