import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { loadAsVisitor } from './load-as-visitor.js';
import { PageRenderer } from './page-renderer.js';

/** What a page may load: our own scripts, styles, fonts and pictures, and nothing from anywhere else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Pages are the API's own answers, rendered: a page and the API can never disagree. */
@Controller()
export class PagesController {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly adapter: HttpAdapterHost,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get(['/', 'en', 'en/*', 'es', 'es/*'])
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.renderer.render({
      url: request.url,
      acceptLanguage: request.headers['accept-language'],
      publicUrl: this.settings.publicUrl,
      load: (path) => loadAsVisitor(this.adapter.httpAdapter.getInstance<FastifyInstance>(), request, path),
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
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cache-control': 'no-store',
      })
      .send(answer.html);
  }
}
