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
export function loadAsVisitor(
  server: FastifyInstance,
  { headers, ip }: FastifyRequest,
  path: string,
): Promise<LoadedAnswer> {
  const { authorization, cookie } = headers;
  return read(server, ip, path, {
    ...(authorization === undefined ? {} : { authorization }),
    ...(cookie === undefined ? {} : { cookie }),
  });
}

/** The same for somebody unknown, whatever the request brought. */
export function loadAsNobody(server: FastifyInstance, ip: string, path: string): Promise<LoadedAnswer> {
  return read(server, ip, path, {});
}

async function read(
  server: FastifyInstance,
  ip: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<LoadedAnswer> {
  const answer = await server.inject({ method: 'GET', url: path, headers, remoteAddress: ip });
  const keep = answer.headers['cache-control'];
  return { status: answer.statusCode, body: answer.body, keep: typeof keep === 'string' ? keep : null };
}
