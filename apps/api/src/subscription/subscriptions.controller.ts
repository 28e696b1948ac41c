import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { EndFollowingSchema, FollowQuerySchema, LanguageSchema, WishToFollowSchema } from '#contracts';
import type { FollowForm, FollowLink, UnfollowLink } from '#contracts';
import { UserError } from '#domain';
import { AskToFollow, FollowLinks, ReadPublicRecord } from '#tracking';

import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { oneClickOf } from '../mail-rhythm/one-click.js';
import { followLinkView, topicView, unfollowLinkView } from '../presenter/subscription-presenter.js';
import { readForm, readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';

/** How the public follows by mail what is published. Mail scanners follow links and never post forms: GET shows, POST acts. */
@Controller()
export class SubscriptionsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly asking: AskToFollow,
    private readonly links: FollowLinks,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/follow')
  @Header('cache-control', 'no-store')
  async form(@Param('iso3') iso3: string, @Query() query: unknown): Promise<FollowForm> {
    const { lang, kind, key } = readInput(FollowQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const { topic, opened } = await this.asking.open(state, { kind, key });
    return { topic: topicView(topic, lang), opened };
  }

  @FormRoute('states/:iso3/follow')
  async ask(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const { kind, key } = (post.body ?? {}) as Readonly<Record<string, unknown>>;
    const about = new URLSearchParams({ kind: textOf(kind), key: textOf(key) }).toString();
    const page = `/states/${state.iso3}/follow?${about}`;
    await this.forms.answer(post, {
      page,
      schema: WishToFollowSchema,
      keeps: ['email', 'language'],
      act: async ({ kind: wished, key: of, ...wish }) => {
        await this.asking.ask(state, { ...wish, topic: { kind: wished, key: of } }, post.request.ip);
        return `${page}&done=asked`;
      },
    });
  }

  @Get('api/v1/follow-links/:token')
  @Header('cache-control', 'no-store')
  async showConfirmation(@Param('token') token: string, @Query() query: unknown): Promise<FollowLink> {
    const { lang } = readInput(PageQuerySchema, query);
    return followLinkView(await this.links.readConfirmation(token), lang);
  }

  @FormRoute('follow/:token')
  async confirm(@Posted() post: FormPost, @Param('token') token: string): Promise<void> {
    // What was typed into the address goes into a header on the way back.
    const page = `/follow/${encodeURIComponent(token)}`;
    await this.forms.answer(post, {
      page,
      schema: NO_FIELDS,
      act: async () => {
        await this.links.confirm(token);
        return page;
      },
    });
  }

  @Get('api/v1/unfollow-links/:token')
  @Header('cache-control', 'no-store')
  async showEnd(@Param('token') token: string, @Query() query: unknown): Promise<UnfollowLink> {
    const { lang } = readInput(PageQuerySchema, query);
    return unfollowLinkView(await this.links.readEnd(token), lang);
  }

  @FormRoute('unfollow/:token')
  async end(@Posted() post: FormPost, @Param('token') token: string): Promise<void> {
    const page = `/unfollow/${encodeURIComponent(token)}`;
    await this.forms.answer(post, {
      page,
      schema: EndFollowingSchema,
      act: async ({ subscription }) => {
        await this.links.end(token, subscription === 'all' ? null : subscription);
        return `${page}?done=ended`;
      },
    });
  }

  /** The address of the header is that of the page. A mail program's post is answered where it arrives (RFC 8058, 3.1). */
  @Post(':lang/unfollow/:token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/plain; charset=utf-8')
  async oneClick(
    @Req() request: FastifyRequest,
    @Param('lang') lang: string,
    @Param('token') token: string,
  ): Promise<string> {
    readForm(LanguageSchema, lang);
    if (!(await oneClickOf(request)))
      throw new UserError(
        'invalid_input',
        'subscription.one_click',
        'List-Unsubscribe: expected the value One-Click (RFC 8058).',
      );
    await this.links.end(token, null);
    return '';
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
