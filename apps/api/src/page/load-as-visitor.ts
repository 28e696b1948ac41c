import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { ApiAnswer } from '#contracts';

/**
 * Reads the API for a page with the rights of whoever asked for it. `inject` forwards nothing by itself: what the visitor is
 * recognised by and the address go along, and nothing else.
 */
export async function loadAsVisitor(
  server: FastifyInstance,
  { headers, ip }: FastifyRequest,
  path: string,
): Promise<ApiAnswer> {
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
  return { status: answer.statusCode, body: answer.body };
}
