import { HttpException } from '@nestjs/common';

import type { Problem } from '#contracts';
import { OperationalError, UserError } from '#domain';
import type { UserErrorKind } from '#domain';

const STATUS: Readonly<Record<UserErrorKind, number>> = {
  unauthenticated: 401,
  invalid_input: 422,
  not_found: 404,
  conflict: 409,
  forbidden: 403,
};

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
