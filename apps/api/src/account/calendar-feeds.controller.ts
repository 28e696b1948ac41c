import { Controller, Get, Header, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { CalendarFeedList } from '#contracts';
import { CalendarFeeds, calendarReach } from '#identity';
import { deadlineCalendar } from '#reporting';
import { ReadOwnCalendar } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { entityTagOf, isNoneOf } from '../edge/entity-tag.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { calendarFeedView } from '../presenter/calendar-feed-presenter.js';
import { ownCalendarView } from '../presenter/calendar-presenter.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { ShownOnce } from './shown-once.js';

const PAGE = '/account/calendars';
const MOST_LETTERS = 1_000;
const WishSchema = z.object({ name: z.string().max(MOST_LETTERS).default('') });

/** Secret addresses of one's own calendar, and the calendar at such an address. */
@Controller()
export class CalendarFeedsController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly calendar: ReadOwnCalendar,
    private readonly forms: FormPosts,
    private readonly once: ShownOnce,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** For whoever holds the address. Only its owner's program keeps it, and asks again whether it still holds. */
  @Get('calendar/:secret.ics')
  async read(
    @Param('secret') secret: string,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reading = await this.calendar.read(secret);
    const text = deadlineCalendar(ownCalendarView(reading, this.settings.publicUrl));
    const tag = entityTagOf(text);
    void reply.headers({ etag: tag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    if (!isNoneOf(ifNoneMatch, tag)) {
      await reply.code(304).send();
      return;
    }
    await reply.code(200).type('text/calendar; charset=utf-8').send(text);
  }

  @Get('api/v1/account/calendars')
  @Header('cache-control', 'no-store')
  async list(@AskedBy() asking: Asking): Promise<CalendarFeedList> {
    const feeds = await this.feeds.list(personOf(asking));
    return {
      items: feeds.map(calendarFeedView),
      offered: asking.visitor.memberships.some((held) => calendarReach(held) !== null),
    };
  }

  @Post('account/calendars')
  async create(@Posted() post: FormPost, @Res() reply: FastifyReply): Promise<void> {
    const outcome = await this.forms.attempt(post, {
      page: PAGE,
      schema: WishSchema,
      keeps: ['name'],
      act: ({ name }) => this.feeds.create(post.visitor, name),
    });
    if (outcome === null) {
      await reply.code(303).send();
      return;
    }
    const { feed, secret } = outcome.done;
    const view = { name: feed.name, url: `${this.settings.publicUrl}/calendar/${secret}.ics` };
    await this.once.show(`${PAGE}/created`, view, post);
  }

  @FormRoute('account/calendars/:id/revoke')
  revoke(@Posted() post: FormPost, @Param('id') id: string): Promise<void> {
    return this.forms.answer(post, {
      page: PAGE,
      schema: NO_FIELDS,
      act: async () => {
        await this.feeds.revoke(personOf(post), Number(id));
        return `${PAGE}?done=revoked`;
      },
    });
  }
}
