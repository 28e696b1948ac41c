import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { FeedQuerySchema } from '#contracts';
import { preferredLanguage } from '#messages';
import { atomFeed } from '#reporting';
import { ReadPublicChanges } from '#tracking';

import { changesFeed } from '../presenter/changes-feed.js';
import { readInput } from '../problem/read-input.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

/** What was published lately, for readers of feeds. */
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
    const { lang } = readInput(FeedQuerySchema, query);
    const { state, changes } = await this.changes.read(iso3.toUpperCase());
    const [newest] = changes;
    if (lang === undefined) void reply.header('vary', 'accept-language');
    if (newest !== undefined) void reply.header('last-modified', new Date(newest.at).toUTCString());
    void reply.type('application/atom+xml; charset=utf-8');
    return atomFeed(
      changesFeed(state, changes, lang ?? preferredLanguage(acceptLanguage), this.settings.publicUrl),
    );
  }
}
