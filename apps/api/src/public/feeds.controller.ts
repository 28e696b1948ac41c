import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { FeedQuerySchema } from '#contracts';
import type { Topic } from '#domain';
import { preferredLanguage } from '#messages';
import { atomFeed } from '#reporting';
import { ReadPublicChanges } from '#tracking';

import { changesFeed } from '../presenter/changes-feed.js';
import { readInput } from '../problem/read-input.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

interface AskedFeed {
  readonly iso3: string | undefined;
  readonly topic: Topic | null;
  readonly query: unknown;
  readonly acceptLanguage: string | undefined;
}

/** What was published lately, about a State or a part of it, for readers of feeds. */
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly changes: ReadPublicChanges,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * `Last-Modified` tells when something happened last. It is not asked for: a status holds from the beginning of its day, so that
   * a feed can change and its newest instant stay. The entity tag tells whether the bytes are the same.
   */
  @Get(':iso3/changes.atom')
  async feed(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answer({ iso3, topic: null, query, acceptLanguage }, reply);
  }

  @Get(':iso3/themes/:code.atom')
  async themeFeed(
    @Param() { iso3, code }: Record<string, string>,
    @Query() query: unknown,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const topic: Topic = { kind: 'theme', key: code ?? '' };
    return this.answer({ iso3, topic, query, acceptLanguage }, reply);
  }

  @Get(':iso3/institutions/:code.atom')
  async institutionFeed(
    @Param() { iso3, code }: Record<string, string>,
    @Query() query: unknown,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const topic: Topic = { kind: 'institution', key: code ?? '' };
    return this.answer({ iso3, topic, query, acceptLanguage }, reply);
  }

  @Get(':iso3/recommendations/:id.atom')
  async recommendationFeed(
    @Param() { iso3, id }: Record<string, string>,
    @Query() query: unknown,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const topic: Topic = { kind: 'recommendation', key: id ?? '' };
    return this.answer({ iso3, topic, query, acceptLanguage }, reply);
  }

  private async answer(
    { iso3 = '', topic, query, acceptLanguage }: AskedFeed,
    reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(FeedQuerySchema, query);
    const reading = await this.changes.read(iso3.toUpperCase(), topic);
    const [newest] = reading.changes;
    if (lang === undefined) void reply.header('vary', 'accept-language');
    if (newest !== undefined) void reply.header('last-modified', new Date(newest.at).toUTCString());
    void reply.type('application/atom+xml; charset=utf-8');
    return atomFeed(changesFeed(reading, lang ?? preferredLanguage(acceptLanguage), this.settings.publicUrl));
  }
}
