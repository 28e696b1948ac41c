import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

import type { FormPost } from '../edge/form-post.js';
import { loadAsVisitor } from '../page/load-as-visitor.js';
import { PageRenderer } from '../page/page-renderer.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

/** A page that shows a secret once, as the answer to the form that made it. */
@Injectable()
export class ShownOnce {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly adapter: HttpAdapterHost,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * Answers the form itself: a redirect would need the secret in an address, where logs and histories keep it. What the page reads
   * does not exist as a route, so that the page can be seen only once.
   * @param page its address, whose data stands at the same address of the API
   */
  async show(page: string, view: unknown, { language, request, reply }: FormPost): Promise<void> {
    const server = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    const shown = await this.renderer.render({
      url: `/${language}${page}`,
      acceptLanguage: undefined,
      publicUrl: this.settings.publicUrl,
      load: (path) =>
        path.split('?')[0] === `/api/v1${page}`
          ? Promise.resolve({ status: 200, body: JSON.stringify(view) })
          : loadAsVisitor(server, request, path),
    });
    await reply
      .code(shown.status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': shown.language,
        'cache-control': 'no-store',
      })
      .send(shown.html);
  }
}
