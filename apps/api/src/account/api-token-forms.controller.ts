import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { UserError } from '#domain';
import { ApiTokens } from '#identity';
import type { CreatedApiToken } from '#identity';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { loadAsVisitor } from '../page/load-as-visitor.js';
import { PageRenderer } from '../page/page-renderer.js';
import { createdApiTokenView } from '../presenter/api-token-presenter.js';
import { LanguageFormSchema, readInput } from '../problem/read-input.js';
import { noteProblem } from '../security-log/request-notes.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { readApiTokenWish } from './api-tokens.controller.js';

/** What the page of the new token reads; as a route it does not exist, so that the page can be seen only once. */
const CREATED = '/api/v1/account/tokens/created';

/** The same as the API's, for the forms of the page: what was wrong comes back to the form in words. */
@Controller('account/tokens')
export class ApiTokenFormsController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly renderer: PageRenderer,
    private readonly adapter: HttpAdapterHost,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Post()
  async create(
    @AskedBy() asking: Asking,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const wish = readApiTokenWish(body);
    let created: CreatedApiToken;
    try {
      created = await this.tokens.create(asking.visitor, wish);
    } catch (error) {
      const again = new URLSearchParams({
        problem: codeOf(request, error),
        name: wish.name.slice(0, 200),
        days: String(wish.days),
        permissions: wish.permissions.join(' ').slice(0, 1_000),
      });
      await reply.code(303).header('location', `/${lang}/account/tokens?${again}`).send();
      return;
    }
    await this.show(created, lang, request, reply);
  }

  @Post(':id/revoke')
  async revoke(
    @AskedBy() asking: Asking,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const outcome = await this.tokens.revoke(personOf(asking), Number(id)).then(
      () => 'done=revoked',
      (error: unknown) => `problem=${codeOf(request, error)}`,
    );
    await reply.code(303).header('location', `/${lang}/account/tokens?${outcome}`).send();
  }

  /** Answers the form itself: a redirect would need the token in an address, where logs and histories keep it. */
  private async show(
    created: CreatedApiToken,
    lang: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const server = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    const page = await this.renderer.render({
      url: `/${lang}/account/tokens/created`,
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

/** What the caller cannot mend is not for the form. */
function codeOf(request: FastifyRequest, error: unknown): string {
  if (!(error instanceof UserError)) throw error;
  noteProblem(request, error);
  return error.code;
}
