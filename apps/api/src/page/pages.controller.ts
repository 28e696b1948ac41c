import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { TypedForms, mustSetUpSecondFactor } from '#identity';

import type { GuardedRequest } from '../access/access-guard.js';
import { isSameForAll } from '../edge/harden-edge.js';
import { KEEP_A_MINUTE, KEEP_NOTHING, securityHeaders } from '../edge/response-headers.js';
import { clearTyped, typedOf } from '../edge/typed-cookie.js';
import { SET_UP_SECOND_FACTOR } from '../sign-in/arrival.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { loadAsNobody, loadAsVisitor } from './load-as-visitor.js';
import { PageRenderer } from './page-renderer.js';

const VIEWER = '/api/v1/viewer?';
/** Pages that others may frame; everything else under these names is framed by nobody. */
const EMBED = /^\/(?:en|es)\/embed\/states\//;

/**
 * Pages are the API's own answers, rendered: a page and the API can never disagree. A page may be kept as long as every answer
 * it was made of.
 */
@Controller()
export class PagesController {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly adapter: HttpAdapterHost,
    private readonly typed: TypedForms,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get(['/', 'en', 'en/*', 'es', 'es/*'])
  async page(@Req() request: GuardedRequest, @Res() reply: FastifyReply): Promise<void> {
    if (EMBED.test(request.url)) return this.embed(request, reply);
    const due = this.pageOfSecondFactor(request);
    if (due !== null) {
      await reply.code(303).header('cache-control', KEEP_NOTHING).header('location', due).send();
      return;
    }
    const server = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    const sealed = typedOf(request, this.settings);
    if (sealed !== undefined) clearTyped(reply, this.settings);
    let isSameForAllSoFar = true;
    const answer = await this.renderer.render({
      url: request.url,
      acceptLanguage: request.headers['accept-language'],
      publicUrl: this.settings.publicUrl,
      typed: sealed === undefined ? null : this.typed.open(request.url.split('?')[0] ?? '', sealed),
      load: async (path) => {
        const { keep, ...part } = await loadAsVisitor(server, request, path);
        // Who looks is nobody where nothing says who: that answer is the same for all of them.
        isSameForAllSoFar &&= keep === KEEP_A_MINUTE || path.startsWith(VIEWER);
        return part;
      },
    });
    if (answer.location !== undefined) {
      await reply
        .code(answer.status)
        .header('location', answer.location)
        .header('vary', 'accept-language')
        .send();
      return;
    }
    await reply
      .code(answer.status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': answer.language,
        'cache-control': isSameForAllSoFar && isSameForAll(request, reply) ? KEEP_A_MINUTE : KEEP_NOTHING,
      })
      .send(answer.html);
  }

  /** A chart in a page of others: read as somebody unknown, whoever looks, so that a frame never shows what a session may see. */
  private async embed(request: GuardedRequest, reply: FastifyReply): Promise<void> {
    const server = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    const answer = await this.renderer.render({
      url: request.url,
      acceptLanguage: undefined,
      publicUrl: this.settings.publicUrl,
      typed: null,
      load: (path) => loadAsNobody(server, request.ip, path),
    });
    await reply
      .code(answer.status)
      .headers({
        ...securityHeaders({
          kind: 'embed',
          openData: true,
          overHttps: this.settings.publicUrl.startsWith('https:'),
        }),
        'content-type': 'text/html; charset=utf-8',
        'content-language': answer.language,
        'cache-control': isSameForAll(request, reply) ? KEEP_A_MINUTE : KEEP_NOTHING,
      })
      .send(answer.html);
  }

  /** Whoever still has to set a second factor up is led to it from every page but those of the account and of signing in. */
  private pageOfSecondFactor({ url, visitor }: GuardedRequest): string | null {
    const { recognition } = visitor ?? {};
    if (!visitor || recognition?.kind !== 'session' || recognition.secondFactorDue) return null;
    if (!mustSetUpSecondFactor(visitor, this.settings.secondFactorRoles ?? [])) return null;
    const [, language = '', first = ''] = url.split(/[/?]/);
    if (['account', 'sign-in', 'recover', 'set-password', 'accessibility'].includes(first)) return null;
    return `/${language === 'es' ? 'es' : 'en'}${SET_UP_SECOND_FACTOR}`;
  }
}
