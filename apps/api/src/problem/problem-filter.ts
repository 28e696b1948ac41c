import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Problem } from '#contracts';
import { AppError, OperationalError, UserError } from '#domain';
import type { UserErrorKind } from '#domain';

import { SET_UP_SECOND_FACTOR } from '../sign-in/arrival.js';
import { LanguageFormSchema } from './read-input.js';

const STATUS: Readonly<Record<UserErrorKind, number>> = {
  unauthenticated: 401,
  invalid_input: 422,
  not_found: 404,
  conflict: 409,
  forbidden: 403,
};

/** Only a token is ever refused with 401; a browser without a session is told where to sign in (RFC 6750, 3). */
const BEARER_CHALLENGE = 'Bearer error="invalid_token"';

/** The one place where an error becomes an HTTP answer (RFC 9457). Unexpected ones say nothing about the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
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

/** What a person or a program is told of an error. */
export function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof UserError)
    return { ...titled(STATUS[error.kind]), detail: error.message, code: error.code, instance };
  if (error instanceof OperationalError)
    return { ...titled(503), detail: error.message, code: error.code, instance };
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status < 500)
    return { ...titled(status), detail: titled(status).title, code: `http.${status}`, instance };
  return {
    ...titled(500),
    detail: 'Something failed inside. It was written to the log; try again later.',
    code: 'unexpected',
    instance,
  };
}

/** Fastify's own refusals (a body too large, an unknown media type) carry their status. */
function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not recognised',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  422: 'Not valid',
  500: 'Unexpected error',
  503: 'Not available now',
};

function titled(status: number): Pick<Problem, 'type' | 'title' | 'status'> {
  return { type: 'about:blank', title: TITLES[status] ?? `HTTP ${status}`, status };
}

function describe(error: unknown): string {
  if (error instanceof AppError) return `${error.code} ${error.stack ?? error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : 'unknown failure';
}
