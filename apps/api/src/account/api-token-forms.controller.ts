import { Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { ApiTokens } from '#identity';
import type { CreatedApiToken } from '#identity';

import { personOf } from '../access/asking.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { loadAsVisitor } from '../page/load-as-visitor.js';
import { PageRenderer } from '../page/page-renderer.js';
import { createdApiTokenView } from '../presenter/api-token-presenter.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { API_TOKEN_WISH } from './api-tokens.controller.js';

const PAGE = '/account/tokens';
/** What the page of the new token reads; as a route it does not exist, so that the page can be seen only once. */
const CREATED = '/api/v1/account/tokens/created';

/** The same as the API's, for the forms of the page: what was wrong comes back to the form in words. */
@Controller('account/tokens')
export class ApiTokenFormsController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly forms: FormPosts,
    private readonly renderer: PageRenderer,
    private readonly adapter: HttpAdapterHost,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Post()
  async create(@Posted() post: FormPost, @Res() reply: FastifyReply): Promise<void> {
    const outcome = await this.forms.attempt(post, {
      page: PAGE,
      schema: API_TOKEN_WISH,
      keeps: ['name', 'days', 'permissions'],
      act: (wish) => this.tokens.create(post.visitor, wish),
    });
    if (outcome === null) await reply.code(303).send();
    else await this.show(outcome.done, post);
  }

  @FormRoute(':id/revoke')
  revoke(@Posted() post: FormPost, @Param('id') id: string): Promise<void> {
    return this.forms.answer(post, {
      page: PAGE,
      schema: NO_FIELDS,
      act: async () => {
        await this.tokens.revoke(personOf(post), Number(id));
        return `${PAGE}?done=revoked`;
      },
    });
  }

  /** Answers the form itself: a redirect would need the token in an address, where logs and histories keep it. */
  private async show(created: CreatedApiToken, { language, request, reply }: FormPost): Promise<void> {
    const server = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    const page = await this.renderer.render({
      url: `/${language}${PAGE}/created`,
      acceptLanguage: undefined,
      publicUrl: this.settings.publicUrl,
      load: (path) =>
        path.split('?')[0] === CREATED
          ? Promise.resolve({ status: 200, body: JSON.stringify(createdApiTokenView(created)) })
          : loadAsVisitor(server, request, path),
    });
    await reply
      .code(page.status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': page.language,
        'cache-control': 'no-store',
      })
      .send(page.html);
  }
}
