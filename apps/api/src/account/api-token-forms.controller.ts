import { Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { ApiTokens } from '#identity';

import { personOf } from '../access/asking.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { createdApiTokenView } from '../presenter/api-token-presenter.js';
import { API_TOKEN_WISH } from './api-tokens.controller.js';
import { ShownOnce } from './shown-once.js';

const PAGE = '/account/tokens';

/** The same as the API's, for the forms of the page: what was wrong comes back to the form in words. */
@Controller('account/tokens')
export class ApiTokenFormsController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly forms: FormPosts,
    private readonly once: ShownOnce,
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
    else await this.once.show(`${PAGE}/created`, createdApiTokenView(outcome.done), post);
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
}
