import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { ApiAnswer } from '#contracts';

/** An answer of the API, and how long it may be kept. */
export interface LoadedAnswer extends ApiAnswer {
  readonly keep: string | null;
}

/**
 * Reads the API for a page with the rights of whoever asked for it. `inject` forwards nothing by itself: what the visitor is
 * recognised by and the address go along, and nothing else.
 */
export async function loadAsVisitor(
  server: FastifyInstance,
  { headers, ip }: FastifyRequest,
  path: string,
): Promise<LoadedAnswer> {
  const { authorization, cookie } = headers;
  const answer = await server.inject({
    method: 'GET',
    url: path,
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    remoteAddress: ip,
  });
  const keep = answer.headers['cache-control'];
  return { status: answer.statusCode, body: answer.body, keep: typeof keep === 'string' ? keep : null };
}
