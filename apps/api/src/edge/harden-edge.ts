import { HttpException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { UserError } from '#domain';

import { sessionTokenOf } from '../access/session-cookie.js';
import { ROUTES } from '../openapi/routes.js';
import { entityTagOf, isNoneOf } from './entity-tag.js';
import { problemOf } from '../problem/problem-of.js';
import type { ApiSettings } from '../settings.js';
import { isCrossSite } from './cross-site.js';
import { KEEP_A_MINUTE, KEEP_NOTHING, securityHeaders } from './response-headers.js';
import { placeOfUnstorable } from './unstorable-text.js';

/** What anybody may read and take in elsewhere, by its pattern as the server knows it. */
const OPEN_DATA: ReadonlySet<string> = new Set(
  ROUTES.filter(({ method, access }) => method === 'get' && access.resource === 'public_record').map(
    ({ path }) => path.replace(/\{(\w+)\}/g, ':$1'),
  ),
);

/**
 * What holds for every request and every answer, whichever route or refusal it belongs to. The hooks stand outside the
 * framework's own layers, so that what those refuse (an unknown address, a body too large) passes them as well.
 */
export function hardenEdge(app: NestFastifyApplication, settings: ApiSettings): void {
  const { origin } = new URL(settings.publicUrl);
  const server = app.getHttpAdapter().getInstance();

  // Before the body is read: a foreign page cannot even make the server parse one.
  server.addHook('onRequest', (request, _reply, done) => {
    const hasSession = sessionTokenOf(request, settings) !== undefined;
    done(
      isCrossSite({ method: request.method, headers: request.headers, hasSession }, origin)
        ? crossSite()
        : undefined,
    );
  });

  server.addHook('preHandler', ({ params, query, body }, _reply, done) => {
    const place = placeOfUnstorable(params) ?? placeOfUnstorable(query) ?? placeOfUnstorable(body);
    done(place === null ? undefined : unstorable(place));
  });

  server.addHook('onSend', (request, reply, payload, done) => {
    const openData = OPEN_DATA.has(request.routeOptions.url ?? '');
    setSecurityHeaders(reply, settings, openData);
    if (!reply.hasHeader('cache-control'))
      void reply.header(
        'cache-control',
        openData && isSameForAll(request, reply) ? KEEP_A_MINUTE : KEEP_NOTHING,
      );
    const isKept = reply.getHeader('cache-control') === KEEP_A_MINUTE;
    if (isKept) varyBy(reply, 'cookie', 'authorization');
    done(null, openData && isKept && isKnown(request, reply, payload) ? '' : payload);
  });
}

/** Answers what reaches no route and no hook, because the address itself cannot be read. */
export function answerUnreadable(settings: ApiSettings) {
  return (error: { readonly statusCode?: number }, _request: FastifyRequest, reply: FastifyReply): void => {
    setSecurityHeaders(reply, settings, false);
    const status = error.statusCode ?? 400;
    void reply
      .code(status)
      .header('cache-control', KEEP_NOTHING)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(new HttpException('', status), '')));
  };
}

function setSecurityHeaders(reply: FastifyReply, { publicUrl }: ApiSettings, openData: boolean): void {
  const kind = String(reply.getHeader('content-type') ?? '').startsWith('text/html') ? 'page' : 'data';
  const headers = securityHeaders({ kind, openData, overHttps: publicUrl.startsWith('https:') });
  for (const [name, value] of Object.entries(headers))
    if (!reply.hasHeader(name)) void reply.header(name, value);
}

/** Whether this answer would be given to anybody: nobody has said who they are, and nothing was refused. */
export function isSameForAll({ method, headers }: FastifyRequest, { statusCode }: FastifyReply): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && statusCode === 200 && headers.cookie === undefined && headers.authorization === undefined;
}

/** Names the bytes; 304 for whoever has them already (RFC 9110, 13.1.2 and 15.4.5). */
function isKnown({ headers }: FastifyRequest, reply: FastifyReply, payload: unknown): boolean {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return false;
  const tag = entityTagOf(payload);
  void reply.header('etag', tag);
  if (isNoneOf(headers['if-none-match'], tag)) return false;
  void reply.code(304).removeHeader('content-length');
  return true;
}

/** Compression names its own header there, before or after this. */
function varyBy(reply: FastifyReply, ...names: readonly string[]): void {
  const named = String(reply.getHeader('vary') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  void reply.header('vary', [...new Set([...named, ...names])].join(', '));
}

/** The place may be long: whoever nests a thousand lists gets no thousand names back. */
function unstorable(place: string): UserError {
  return new UserError(
    'invalid_input',
    'input.characters',
    `${place.slice(0, 100)}: holds a character that no text can (U+0000, or half of a surrogate pair); send it without.`,
  );
}

function crossSite(): UserError {
  return new UserError(
    'forbidden',
    'request.cross_site',
    'This request came from another site, or the browser did not say from which. Open the page of Vigía itself and send it from there. Where a proxy stands in front, PUBLIC_URL must be the address that people see.',
  );
}
